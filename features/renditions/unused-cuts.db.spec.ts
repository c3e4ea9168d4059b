import { Readable } from "node:stream";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { transaction } from "#db/transaction.ts";
import { startFrom } from "#features/demo/start-from.ts";
import { askForCuts } from "#features/drafts/cuts.ts";
import { cutsToAskFor, forgetUnusedCut, insertCuts } from "#features/files/cuts-store.ts";
import { MADE_WITH } from "#features/files/settings.ts";
import { StorageAway } from "#features/files/storage/types.ts";
import { storage } from "#features/files/storage.ts";
import { figureOf } from "#features/files/testing.ts";
import { clearBytes } from "#features/keeping/clear.ts";
import { aKeptCut, aKeptPicture } from "#features/keeping/testing.ts";
import type { ArticleContent } from "#features/kinds/article.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aText, drafted, published, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import { newBlockId } from "#features/text/block-id.ts";
import { until } from "#lib/until.ts";
import { makeCut } from "./make.ts";
import { plain } from "./testing.ts";
import { bring, ownStorage } from "./testing-files.ts";
import { forgetUnusedCuts } from "./unused-cuts.ts";

const { rows, bend, office } = oneOffice();
const elsewhere = anotherOffice();
ownStorage();
const never = new AbortController().signal;

const CUT = "90-1000-0-5000-10000";
const TURNED = "180-0-0-10000-10000";
const showing = (file: string, cut: string) => ({ body: { type: "doc" as const, content: [figureOf(file, { cut })] } });
const nothing = () => ({ body: aText(0).body });

let picture: Awaited<ReturnType<typeof aKeptPicture>>;
beforeEach(async () => {
  await bend("delete from file_cuts");
  await rows("delete from jobs.job");
  picture = await aKeptPicture(office.reporter);
});

const cuts = async () => (await rows("select cut from file_cuts order by cut")).map(({ cut }) => cut);
const unused = async () =>
  (await rows("select cut from file_cuts where unused_since is not null order by cut")).map(({ cut }) => cut);
const jobs = async (name: string) =>
  (await rows("select data from jobs.job where name = $1 order by id", [name])).map(({ data }) => data);
const later = (days: number) =>
  rows("update file_cuts set unused_since = unused_since - make_interval(days => $1)", [days]);
const lying = async () => (await Readable.from(storage().list("renditions/")).toArray()).map(({ key }) => key);

/** A night, and a week later another one. */
async function twoNights(): Promise<number> {
  await forgetUnusedCuts();
  await later(8);
  return forgetUnusedCuts();
}

describe("a cut that no text shows", () => {
  test("is forgotten a week after that was found, and not before; its pictures go, and nobody else's", async () => {
    const cut = await aKeptCut(picture, CUT);
    const shown = await aKeptCut(picture, TURNED);
    const id = await drafted(office);
    await typeIn(office.reporter, id, showing(picture.sha256, TURNED));
    expect([await forgetUnusedCuts(), await cuts(), await unused()]).toEqual([0, [TURNED, CUT], [CUT]]);
    await later(6);
    expect([await forgetUnusedCuts(), await cuts()]).toEqual([0, [TURNED, CUT]]);
    await later(2);
    expect([await forgetUnusedCuts(), await cuts()]).toEqual([1, [TURNED]]);
    expect(await jobs("clear_bytes")).toEqual([{ sha256: picture.sha256, cut: CUT }]);
    expect(await lying()).toEqual(expect.arrayContaining(cut.renditions));
    expect(await clearBytes({ sha256: picture.sha256, cut: CUT })).toBe(2);
    expect(await lying()).toEqual([...picture.renditions, ...shown.renditions].sort());
    expect(await clearBytes({ sha256: picture.sha256, cut: CUT })).toBe(0);
  });
  test("is found on whichever page of the list it stands", async () => {
    for (const cut of [CUT, TURNED, "0-0-0-5000-5000"]) await aKeptCut(picture, cut);
    await forgetUnusedCuts(never, 1);
    await later(8);
    expect([await forgetUnusedCuts(never, 1), await cuts()]).toEqual([3, []]);
  });
  test("is forgotten even where the search for new ones is cut off", async () => {
    await aKeptCut(picture, CUT);
    await forgetUnusedCuts();
    await later(8);
    await aKeptCut(picture, TURNED);
    const { signal } = new AbortController();
    const isEnding = vi.spyOn(signal, "throwIfAborted").mockImplementationOnce(() => undefined);
    isEnding.mockImplementation(() => {
      throw new Error("the worker goes");
    });
    await expect(forgetUnusedCuts(signal)).rejects.toThrow("the worker goes");
    expect([await cuts(), await unused()]).toEqual([[TURNED], []]);
  });
  test("is one also where a text of another site shows it", async () => {
    const theirs = await aKeptPicture(elsewhere.reporter, picture.sha256);
    const mine = await aKeptPicture(office.reporter, picture.sha256);
    await aKeptCut(mine, CUT);
    const kept = await aKeptCut(theirs, CUT);
    const id = await drafted(elsewhere);
    await typeIn(elsewhere.reporter, id, showing(theirs.sha256, CUT));
    expect([await twoNights(), await cuts()]).toEqual([1, [CUT]]);
    // The bytes are both sites'.
    expect(await clearBytes({ sha256: mine.sha256, cut: CUT })).toBe(0);
    expect(await lying()).toEqual(expect.arrayContaining(kept.renditions));
  });
});

describe("a cut stays while it is shown by", () => {
  test("a text that is being written, and no longer once it has another picture", async () => {
    await aKeptCut(picture, CUT);
    const id = await drafted(office);
    await typeIn(office.reporter, id, showing(picture.sha256, CUT));
    expect([await twoNights(), await unused()]).toEqual([0, []]);
    await typeIn(office.reporter, id, nothing());
    expect([await twoNights(), await cuts()]).toEqual([1, []]);
  });
  test("a version that is kept, whatever has come of its text", async () => {
    await aKeptCut(picture, CUT);
    const id = await submitted(office, showing(picture.sha256, CUT));
    await carryOut(office.reporter, "take_back", id, {});
    await typeIn(office.reporter, id, nothing());
    expect([await twoNights(), await cuts()]).toEqual([0, [CUT]]);
    await carryOut(office.reporter, "discard", id, {});
    expect([await twoNights(), await cuts()]).toEqual([0, [CUT]]);
  });
  test.each<[string, (use: { file: string; cut: string }) => Partial<ArticleContent>]>([
    ["the picture above a text", (use) => ({ lead: { ...NO_LEAD, ...use, alt: "Sân đình", credit: "Lê Thử" } })],
    [
      "a picture of a gallery",
      ({ file, cut }) => {
        const figures = [figureOf(file), figureOf(file, { cut })];
        const gallery = { type: "gallery" as const, attrs: { id: newBlockId(), caption: "" }, content: figures };
        return { body: { type: "doc", content: [gallery] } };
      },
    ],
  ])("%s that is being written, and the version that is made of it", async (_, change) => {
    await aKeptCut(picture, CUT);
    const id = await drafted(office, change({ file: picture.sha256, cut: CUT }));
    expect([await twoNights(), await unused()]).toEqual([0, []]);
    await carryOut(office.reporter, "submit", id, {});
    await carryOut(office.reporter, "take_back", id, {});
    await typeIn(office.reporter, id, { ...nothing(), lead: NO_LEAD });
    expect([await twoNights(), await unused()]).toEqual([0, []]);
  });
  test("a text that waits for its hour", async () => {
    await aKeptCut(picture, CUT);
    const id = await submitted(office, showing(picture.sha256, CUT));
    const at = new Date(Date.now() + 3_600_000);
    await carryOut(office.approver, ["approve", "schedule"], id, { ...(await seen(office.approver, id)), at });
    expect([await twoNights(), await unused()]).toEqual([0, []]);
  });
  test("a text that was brought in from elsewhere", async () => {
    await aKeptCut(picture, CUT);
    const content = aText(office.party, { ...showing(picture.sha256, CUT), slug: "bai-cu" });
    const imported = { views: 0, batchId: null, migrated: true };
    await transaction((tx) => startFrom(tx, office.reporter, "article", { content, imported }));
    expect([await twoNights(), await unused()]).toEqual([0, []]);
  });
  test("a text that was withdrawn", async () => {
    await aKeptCut(picture, CUT);
    const id = await published(office, showing(picture.sha256, CUT));
    await carryOut(office.approver, "withdraw", id, { reason: "error" });
    expect([await twoNights(), await cuts()]).toEqual([0, [CUT]]);
  });
});

describe("whoever shows again what nobody showed", () => {
  test("keeps it", async () => {
    await aKeptCut(picture, CUT);
    await forgetUnusedCuts();
    await later(8);
    const id = await drafted(office);
    await typeIn(office.reporter, id, showing(picture.sha256, CUT));
    expect(await unused()).toEqual([]);
    expect([await forgetUnusedCuts(), await cuts(), await jobs("make_cut")]).toEqual([0, [CUT], []]);
  });
  test("has it made anew once it was forgotten, from an editor that was open all the while as well", async () => {
    const id = await drafted(office);
    await aKeptCut(picture, CUT);
    expect(await twoNights()).toBe(1);
    await typeIn(office.reporter, id, showing(picture.sha256, CUT));
    expect([await cuts(), (await jobs("make_cut")).length]).toEqual([[CUT], 1]);
  });
  test("keeps it at the very moment at which it is to go", async () => {
    const { cutId } = await aKeptCut(picture, CUT);
    await forgetUnusedCuts();
    await later(8);
    const document = { siteId: office.siteId, kind: "article" as const };
    let forgotten: Promise<number> | undefined;
    await transaction(async (tx) => {
      await askForCuts(tx, document, { ...aText(0), ...showing(picture.sha256, CUT) });
      forgotten = forgetUnusedCuts();
      expect(await until(isWaitedFor, 20_000)).toBe(true);
    });
    expect([await forgotten, await cuts()]).toEqual([0, [CUT]]);
    expect((await rows("select id from file_cuts"))[0].id).toBe(cutId);
  });
  test("has it made anew at the very moment after it has gone", async () => {
    await aKeptCut(picture, CUT);
    await forgetUnusedCuts();
    const [{ id: cutId }] = await rows("select id from file_cuts");
    let asked: Promise<number[]> | undefined;
    await transaction(async (tx) => {
      expect(await forgetUnusedCut(tx, cutId)).toEqual({ sha256: picture.sha256, cut: CUT });
      asked = transaction(async (other) =>
        insertCuts(other, await cutsToAskFor(other, office.siteId, [`${picture.sha256}/${CUT}`])),
      );
      expect(await until(isWaitedFor, 20_000)).toBe(true);
    });
    const made = await asked;
    expect([made?.length, await cuts()]).toEqual([1, [CUT]]);
    expect(made).not.toEqual([cutId]);
  });
  test("while its pictures are taken away gets all of them: it is made once more after that", async () => {
    const { renditions } = await aKeptCut(picture, CUT);
    await twoNights();
    const remove = storage().remove.bind(storage());
    let cutId = 0;
    const slow = {
      ...storage(),
      async remove(key: string) {
        if (cutId === 0) cutId = (await aKeptCut(picture, CUT)).cutId;
        await remove(key);
      },
    };
    expect(await clearBytes({ sha256: picture.sha256, cut: CUT }, slow)).toBe(renditions.length);
    expect(await jobs("make_cut")).toEqual([{ cutId, anew: true }]);
  });
  test("gets all of them also where the storage goes away in the middle of that", async () => {
    const { sha256, cutId } = await aWaitingCut(420);
    await makeCut({ cutId }, never);
    const whole = await lying();
    await twoNights();
    let removed = 0;
    const breaking = {
      ...storage(),
      async remove(key: string) {
        if (removed > 0) throw new StorageAway("the storage does not answer");
        removed += 1;
        await drafted(office, showing(sha256, CUT));
        await makeAll();
        expect(await lying()).toEqual(whole);
        await storage().remove(key);
      },
    };
    await expect(clearBytes({ sha256, cut: CUT }, breaking)).rejects.toThrow("does not answer");
    expect((await lying()).length).toBe(whole.length - 1);
    await clearBytes({ sha256, cut: CUT });
    await makeAll();
    expect([await lying(), await cuts()]).toEqual([whole, [CUT]]);
  });
});

/** A cut of a picture that can be cut, of which nothing was made yet. @param width another one is another picture */
async function aWaitingCut(width: number) {
  const { fileId, sha256 } = await bring(await plain(width, 300).png().toBuffer(), office.reporter);
  await bend(
    `update files set state = 'ready', width = $2, height = 300, made_with = ${MADE_WITH}, renditions = '[{}]' where id = $1`,
    [fileId, width],
  );
  const [{ id: cutId }] = await rows("insert into file_cuts (file_id, cut) values ($1, $2) returning id", [
    fileId,
    CUT,
  ]);
  return { sha256, cutId };
}

/** The worker makes whatever waits. */
async function makeAll(): Promise<void> {
  for (const job of await jobs("make_cut")) await makeCut(job, never);
}

test("what was being made of a cut that was forgotten meanwhile goes after it", async () => {
  const { sha256, cutId } = await aWaitingCut(400);
  await forgetUnusedCuts();
  const put = storage().put.bind(storage());
  const held = storage();
  held.put = async (key, bytes) => {
    held.put = put;
    await later(8);
    await forgetUnusedCuts();
    await clearBytes({ sha256, cut: CUT });
    await put(key, bytes);
  };
  await makeCut({ cutId }, never);
  expect(await cuts()).toEqual([]);
  expect((await lying()).some((key) => key.includes(`${sha256}/${CUT}/`))).toBe(true);
  expect(await jobs("clear_bytes")).toContainEqual({ sha256, cut: CUT });
  await clearBytes({ sha256, cut: CUT });
  expect((await lying()).filter((key) => key.includes(CUT))).toEqual([]);
});

/** Whether somebody waits for a row that somebody else holds. */
const isWaitedFor = async () =>
  (await rows("select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")).length >
  0;
