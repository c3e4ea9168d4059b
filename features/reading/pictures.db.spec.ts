import { beforeAll, expect, test } from "vitest";
import { MADE_WITH } from "#features/files/settings.ts";
import { figureOf, readyCut, readyFile } from "#features/files/testing.ts";
import { carryOut } from "#features/moves/commands.ts";
import { published, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { livePicture } from "./pictures.ts";

const { office, rows } = oneOffice();
const other = anotherOffice();

const showing = (...hashes: string[]): { body: BodyDoc } => ({
  body: { type: "doc", content: hashes.map((hash) => figureOf(hash)) },
});
const isLive = async (hash: string, site = office) => (await livePicture(site.siteId, hash)) !== null;
const aFile = async () => (await readyFile(office.reporter)).sha256;

// What is asked of one file is never answered for another.
beforeAll(async () => {
  await published(office, showing(await aFile()));
  await published(other, showing((await readyFile(other.reporter)).sha256));
});

test("readers get a file from the moment on in which a text with it is live, on its own site", async () => {
  const hash = await aFile();
  expect(await isLive(hash)).toBe(false);
  const id = await submitted(office, showing(hash));
  await carryOut(office.approver, "approve", id, await seen(office.approver, id));
  expect(await isLive(hash)).toBe(false);
  await carryOut(office.approver, "publish", id, await seen(office.approver, id));
  expect(await livePicture(office.siteId, hash)).toMatchObject({ madeWith: MADE_WITH, renditions: expect.anything() });
  expect(await isLive(hash, other)).toBe(false);
  await readyFile(other.reporter, undefined, { sha256: hash });
  expect(await isLive(hash, other)).toBe(false);
});

test("and no more once it is withdrawn, hidden or updated without it, unless another one shows it", async () => {
  for (const away of [
    (id: number) => carryOut(office.approver, "withdraw", id, { reason: "error" }),
    (id: number) => carryOut(office.editor, "hide", id, { reason: "Chờ kiểm tra" }),
    async (id: number) => {
      await carryOut(office.reporter, "revise", id, {});
      await typeIn(office.reporter, id, showing(await aFile()));
      await carryOut(office.reporter, "submit", id, {});
      await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
    },
  ]) {
    const hash = await aFile();
    const [first, second] = [await published(office, showing(hash)), await published(office, showing(hash))];
    await away(first);
    expect(await isLive(hash)).toBe(true);
    await away(second);
    expect(await isLive(hash)).toBe(false);
  }
});

test("every change of what readers get says so of the files before and after it, and of no others", async () => {
  const [old, now] = [await readyFile(office.reporter), await readyFile(office.reporter)];
  const told = async () => {
    const [newest] = await rows("select facts from announcements order by id desc limit 1");
    return (newest.facts as string[]).filter((fact) => fact.startsWith("file:")).sort();
  };
  const id = await published(office, showing(old.sha256));
  expect(await told()).toEqual([`file:${old.id}`]);
  await carryOut(office.reporter, "revise", id, {});
  await typeIn(office.reporter, id, showing(now.sha256));
  await carryOut(office.reporter, "submit", id, {});
  await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
  expect(await told()).toEqual([`file:${old.id}`, `file:${now.id}`].sort());
  await carryOut(office.approver, "withdraw", id, { reason: "error" });
  expect(await told()).toEqual([`file:${now.id}`]);
  await carryOut(office.approver, "restore", id, {});
  expect(await told()).toEqual([`file:${now.id}`]);
  await published(office);
  expect(await told()).toEqual([]);
});

test("a file that was erased is not there, though a live text names it", async () => {
  const { id, sha256 } = await readyFile(office.reporter);
  await published(office, showing(sha256));
  await rows("update files set erased = true where id = $1", [id]);
  expect(await isLive(sha256)).toBe(false);
});

const CUT = "0-2500-0-5000-10000";
const cutOf = async (hash: string) => livePicture(office.siteId, `${hash}/${CUT}`);
const showingCut = (hash: string): { body: BodyDoc } => ({
  body: { type: "doc", content: [figureOf(hash, { cut: CUT })] },
});

test("of a picture that is cut readers get what is left, and nothing of what was cut away", async () => {
  const { id: fileId, sha256 } = await readyFile(office.reporter);
  await readyCut(fileId, CUT, { width: 800, height: 1200 });
  await readyCut(fileId, "90-0-0-10000-10000");
  expect(await cutOf(sha256)).toBeNull();
  const id = await published(office, showingCut(sha256));
  expect(await cutOf(sha256)).toMatchObject({
    renditions: expect.arrayContaining([expect.objectContaining({ width: 800 })]),
  });
  expect(await isLive(sha256)).toBe(false);
  expect(await isLive(`${sha256}/90-0-0-10000-10000`)).toBe(false);
  expect(await isLive(`${sha256}/0-0-0-5000-5000`)).toBe(false);
  expect(await isLive(`${sha256}/${CUT}`, other)).toBe(false);
  await carryOut(office.approver, "withdraw", id, { reason: "error" });
  expect(await cutOf(sha256)).toBeNull();
});

test("whoever shows it whole beside that shows it whole, and is no reason for the part", async () => {
  const { id: fileId, sha256 } = await readyFile(office.reporter);
  await readyCut(fileId, CUT);
  const whole = await published(office, showing(sha256));
  expect([await isLive(sha256), await cutOf(sha256)]).toEqual([true, null]);
  await published(office, showingCut(sha256));
  await carryOut(office.approver, "withdraw", whole, { reason: "error" });
  expect(await isLive(sha256)).toBe(false);
  expect(await cutOf(sha256)).not.toBeNull();
});

test("an update that cuts what was whole says so of the file: what was kept of the whole is asked for anew", async () => {
  const { id: fileId, sha256 } = await readyFile(office.reporter);
  await readyCut(fileId, CUT);
  const id = await published(office, showing(sha256));
  await carryOut(office.reporter, "revise", id, {});
  await typeIn(office.reporter, id, showingCut(sha256));
  await carryOut(office.reporter, "submit", id, {});
  await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
  const [newest] = await rows("select facts from announcements order by id desc limit 1");
  expect(newest.facts).toContain(`file:${fileId}`);
  expect([await isLive(sha256), (await cutOf(sha256)) !== null]).toEqual([false, true]);
});

test("a cut that is not made stops its text before readers, and a text that was saved with it has asked for it", async () => {
  const { id: fileId, sha256 } = await readyFile(office.reporter);
  const id = await submitted(office, showingCut(sha256));
  const asked = await rows("select id, state from file_cuts where file_id = $1", [fileId]);
  expect(asked).toEqual([{ id: expect.any(Number), state: "waiting" }]);
  const jobs = await rows("select data from jobs.job where name = 'make_cut' and (data ->> 'cutId')::int = $1", [
    asked[0].id,
  ]);
  expect(jobs).toHaveLength(1);
  await expect(carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id))).rejects.toThrow(
    "đang được cắt cho bạn đọc",
  );
});
