import { beforeAll, expect, test } from "vitest";
import { figureOf, readyFile } from "#features/files/testing.ts";
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
  expect(await livePicture(office.siteId, hash)).toMatchObject({ madeWith: 1, renditions: expect.anything() });
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
