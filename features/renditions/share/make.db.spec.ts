import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SHARE_SIZE } from "#features/files/share-picture.ts";
import { shareKey, storage } from "#features/files/storage.ts";
import { figureOf, readyFile } from "#features/files/testing.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import { drafted, published, type Root, rootOf, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { publishAtRoot, publishedPage, typeAtRoot } from "#features/moves/testing-root.ts";
import { liveArticle, livePage, siteByKey } from "#features/reading/queries.ts";
import { liveShare } from "#features/reading/share.ts";
import { ownStorage } from "../testing-files.ts";
import { makeSharePicture } from "./make.ts";
import { queueShareAnew, queueUndrawn } from "./undrawn.ts";

const { rows, office } = oneOffice();
ownStorage();
const never = new AbortController().signal;
const make = (documentId: number, anew = false) => makeSharePicture({ documentId, anew }, never);
const queued = async (name = "make_share_picture") =>
  (await rows("select data from jobs.job where name = $1 order by created_on, id", [name])).map(({ data }) => data);
const keys = async () => (await Readable.from(storage().list("shares/")).toArray()).map(({ key }) => key);
const kept = () => rows("select document_id, sha256, bytes from share_pictures order by 1");
const shareOf = async (id: number) => (await liveArticle(office.siteId, id))?.share ?? null;

let root: Root;
beforeAll(async () => {
  root = await rootOf(office);
});
beforeEach(async () => {
  await rows("delete from jobs.job");
  await rows("delete from share_pictures");
});

async function updated(id: number, change: Parameters<typeof typeIn>[2]) {
  await carryOut(office.reporter, "revise", id, {});
  await typeIn(office.reporter, id, change);
  await carryOut(office.reporter, "submit", id, {});
  await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
}

describe("an article without a picture", () => {
  test("is live at once, and asks for one as it goes live; until it is drawn it is shared with none", async () => {
    const draft = await drafted(office, { slug: "nhap" });
    await submitted(office, { slug: "cho-duyet" });
    expect(await queued()).toEqual([]);
    const id = await published(office, { headline: "Khai mạc hội thao" });
    expect(await queued()).toEqual([{ documentId: id }]);
    expect([await shareOf(id), await liveShare(office.siteId, id)]).toEqual([null, null]);
    await make(draft);
    expect(await kept()).toEqual([]);
  });
  test("is shared with its headline once that is drawn, and its page is told", async () => {
    const id = await published(office, { headline: "Khai mạc hội thao" });
    await make(id);
    const [{ sha256, bytes }] = await kept();
    expect(await shareOf(id)).toEqual({ path: `/_tep/chia-se/${id}-${sha256}.png`, ...SHARE_SIZE });
    expect(await liveShare(office.siteId, id)).toEqual({ share: sha256, size: bytes });
    const png = await buffer(await storage().read(shareKey(sha256)));
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", ...SHARE_SIZE });
    const [told] = await rows("select facts from announcements order by id desc limit 1");
    expect(told.facts).toEqual([`share:${id}`]);
  });
  test("made twice, and by two at once, it is one picture", async () => {
    const id = await published(office);
    await Promise.all([make(id), make(id)]);
    const before = await rows("select count(*)::int as said from announcements");
    await make(id);
    expect(await rows("select count(*)::int as said from announcements")).toEqual(before);
    expect([await keys(), await kept()]).toEqual([
      [expect.any(String)],
      [expect.objectContaining({ document_id: id })],
    ]);
  });
  test("with another headline is not shared with the old one, and the old one is gone once the new one is there", async () => {
    const id = await published(office, { headline: "Phường Thử họp" });
    await make(id);
    const [old] = await keys();
    await updated(id, { headline: "Phường Thử họp bàn" });
    expect([await shareOf(id), await liveShare(office.siteId, id)]).toEqual([null, null]);
    expect(await queued()).toEqual([{ documentId: id }, { documentId: id }]);
    await make(id);
    expect(await shareOf(id)).not.toBeNull();
    expect(await keys()).toEqual([expect.not.stringContaining(old ?? "-")]);
  });
  test("with other words below the same headline keeps its picture", async () => {
    const id = await published(office, { headline: "Phường Thử họp" });
    await make(id);
    const before = await shareOf(id);
    await updated(id, { standfirst: "Lời dẫn khác." });
    expect(await shareOf(id)).toEqual(before);
  });
  test("is shared with its own once it has one, and what was drawn is taken away", async () => {
    const id = await published(office, { headline: "Có ảnh sau" });
    await make(id);
    const { sha256 } = await readyFile(office.reporter);
    await updated(id, { body: { type: "doc", content: [figureOf(sha256)] } });
    expect(await liveShare(office.siteId, id)).toBeNull();
    await make(id);
    expect([await kept(), await keys()]).toEqual([[], []]);
  });
  test.each(["hide", "withdraw"] as const)(
    "after %s is shared with nothing, and with the same once it is back",
    async (move) => {
      const id = await published(office);
      await make(id);
      const before = await liveShare(office.siteId, id);
      await carryOut(office.approver, move, id, { reason: move === "hide" ? "Chờ kiểm tra" : "expired" });
      expect(await liveShare(office.siteId, id)).toBeNull();
      await make(id);
      expect(await keys()).toHaveLength(1);
      await carryOut(office.approver, "restore", id, {});
      if (move === "withdraw") await carryOut(office.editor, "restore", id, {}).catch(() => undefined);
      const [{ visibility }] = await rows("select visibility from documents where id = $1", [id]);
      expect(await liveShare(office.siteId, id)).toEqual(visibility === "live" ? before : null);
    },
  );
  test("that goes away while it is drawn gets none", async () => {
    const id = await published(office);
    const drawing = make(id);
    await carryOut(office.editor, "hide", id, { reason: "Chờ kiểm tra" });
    await drawing;
    expect(await liveShare(office.siteId, id)).toBeNull();
  });
  test("is of its site alone", async () => {
    const id = await published(office);
    await make(id);
    expect(await liveShare(office.siteId + 1, id)).toBeNull();
  });
});

test("a page has one as well", async () => {
  const id = await publishedPage(root, { title: "Liên hệ", slug: "lien-he-chung" });
  expect(await queued()).toContainEqual({ documentId: id });
  await make(id);
  expect((await livePage(office.siteId, id))?.share).not.toBeNull();
});

test("a site that is called otherwise has all of its pictures drawn anew, and none says the old name", async () => {
  const id = await published(office, { headline: "Trước khi đổi tên" });
  await make(id);
  const document = await start(root.editor, "site");
  await typeAtRoot(root.editor, document, { name: "Phường Thử Mới" });
  await publishAtRoot(root, document);
  expect(await queued("queue_share_pictures")).toEqual([{ siteId: office.siteId }]);
  expect(await liveShare(office.siteId, id)).toBeNull();
  await rows("delete from jobs.job");
  await queueUndrawn(never, { siteId: office.siteId });
  expect(await queued()).toContainEqual({ documentId: id });
  await make(id);
  expect(await liveShare(office.siteId, id)).not.toBeNull();
  const [{ key }] = await rows("select key from sites where id = $1", [office.siteId]);
  expect((await siteByKey(key))?.name).toBe("Phường Thử Mới");
});

describe("at a worker's start", () => {
  test("what is live and has none is queued, each once, in batches, and nothing that is drawn, hidden or has its own", async () => {
    const live = [await published(office), await publishedPage(root, { title: "Cũ", slug: "trang-cu" })];
    const [drawn, hidden] = [await published(office), await published(office)];
    const { sha256 } = await readyFile(office.reporter);
    await published(office, { body: { type: "doc", content: [figureOf(sha256)] } });
    await make(drawn);
    await carryOut(office.editor, "hide", hidden, { reason: "Chờ kiểm tra" });
    await rows("delete from jobs.job");
    const [one, other] = await Promise.all([queueUndrawn(never, { batch: 2 }), queueUndrawn(never, { batch: 3 })]);
    const ids = (await queued()).map(({ documentId }) => documentId).sort((a: number, b: number) => a - b);
    expect(new Set(ids).size).toBe(ids.length);
    expect(one + other).toBe(ids.length);
    // With nothing drawn of them before, all that were live already are among them.
    expect(ids).toEqual(expect.arrayContaining(live));
    expect(ids).not.toContain(drawn);
    expect(ids).not.toContain(hidden);
    expect(await queueUndrawn(never)).toBe(0);
  });
  test("nothing is queued once the worker is asked to go", async () => {
    await published(office);
    await rows("delete from jobs.job");
    expect(await queueUndrawn(AbortSignal.abort())).toBe(0);
  });
  test("one whose bytes are gone is drawn anew when somebody asks, once", async () => {
    const id = await published(office);
    await make(id);
    await rows("delete from jobs.job");
    const [key = ""] = await keys();
    await storage().remove(key);
    await make(id);
    expect(await keys()).toEqual([]);
    expect([await queueShareAnew(id), await queueShareAnew(id)]).toEqual([true, false]);
    expect(await queued()).toEqual([{ documentId: id, anew: true }]);
    await make(id, true);
    expect(await keys()).toEqual([key]);
  });
});
