import { buffer } from "node:stream/consumers";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { FAILURES } from "#features/files/failures.ts";
import { MADE_WITH } from "#features/files/settings.ts";
import { originalKey, renditionKey, storage } from "#features/files/storage.ts";
import { readyCut } from "#features/files/testing.ts";
import { NOTHING_SAID } from "#features/files/testing-rights.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import type { Role } from "#features/roles/roles.ts";
import { showFile } from "./show-file.ts";
import { showOriginal } from "./show-original.ts";
import { showPicture } from "./show-picture.ts";
import { anUploader, aPicture, oneDataDir } from "./testing.ts";

const { office, rows, bend } = oneOffice();
const elsewhere = anotherOffice();
oneDataDir();

const staff = (role: Role | null, { siteId } = office) => ({
  siteId,
  grants: role === null ? [] : [{ role, sectionId: null }],
});

let sha256: string;
const webp = Buffer.from("bytes of a webp");
beforeAll(async () => {
  const bringer = { ...office.reporter, grants: staff("reporter").grants };
  sha256 = (await anUploader(bringer).bring(aPicture(), "sen.jpg")).headers.get("toasoan-file") ?? "";
  await storage().put(renditionKey(sha256, 3, { width: 720, format: "webp" }), webp);
});
/** As it is before the worker has come to it. */
afterEach(() =>
  bend("update files set state = 'waiting', failure = null, renditions = '[]', erased = false where sha256 = $1", [
    sha256,
  ]),
);

const READY = `update files set state = 'ready', width = 1200, height = 800, made_with = 3, placeholder = 'data:,',
  caption = 'Đầm sen', credit = 'An', alt = 'Sen hồng',
  renditions = '[{"format":"webp","width":720,"height":480,"bytes":15},{"format":"avif","width":720,"height":480,"bytes":9}]'`;
const made = () => rows(`${READY} where sha256 = $1`, [sha256]);
const asked = (headers: Record<string, string> = {}, method = "GET") =>
  new Request("http://desk.vn/", { headers, method });
const NOT_THERE = { code: "not_found", sentence: "Không tìm thấy tệp này trên trang." };

test.each(["reporter", "editor", "approver", "administrator"] as const)(
  "any %s of the site is told how a file stands",
  async (role) => {
    await made();
    expect(await showFile(staff(role), sha256)).toEqual({
      ...{ sha256, name: "sen.jpg", mediaType: "image/jpeg", size: 300_000, width: 1200, height: 800 },
      ...{ state: "ready", failure: null, madeWith: 3, placeholder: "data:,", pages: null, hasText: false },
      ...{ hidden: false, durationMs: null, codecs: "" },
      ...{ caption: "Đầm sen", credit: "An", alt: "Sen hồng", rights: NOTHING_SAID },
      renditions: [
        { format: "webp", width: 720, height: 480, bytes: 15 },
        { format: "avif", width: 720, height: 480, bytes: 9 },
      ],
    });
  },
);

test("of one that has failed they are told what to do", async () => {
  await rows("update files set state = 'failed', failure = 'too_slow' where sha256 = $1", [sha256]);
  expect(await showFile(staff("reporter"), sha256)).toMatchObject({ state: "failed", failure: FAILURES.too_slow });
});

test("others are told nothing, nor anybody of what is not there", async () => {
  await made();
  const tries = [
    [staff(null), sha256],
    [staff("approver", elsewhere), sha256],
    [staff("approver"), "0".repeat(64)],
    [staff("approver"), "\0"],
    [staff("approver"), "../secret"],
  ] as const;
  for (const [who, hash] of tries) {
    await expect(showFile(who, hash)).rejects.toMatchObject(NOT_THERE);
    await expect(showPicture(who, hash, "720.webp", asked())).rejects.toMatchObject(NOT_THERE);
  }
  await rows("update files set erased = true where sha256 = $1", [sha256]);
  await expect(showFile(staff("approver"), sha256)).rejects.toMatchObject(NOT_THERE);
});

test("a picture is what was made of it, of its type, kept a day by this browser alone", async () => {
  await made();
  const answer = await showPicture(staff("reporter"), sha256, "720.webp", asked());
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(webp);
  const { etag, ...headers } = Object.fromEntries(answer.headers);
  expect(headers).toEqual({ "cache-control": "private, max-age=86400", "content-type": "image/webp" });
  expect(etag).toMatch(/^"[\w.-]+"$/);

  for (const tags of [etag, `"x", W/${etag}`]) {
    const again = await showPicture(staff("reporter"), sha256, "720.webp", asked({ "if-none-match": tags ?? "" }));
    expect([again.status, again.body, again.headers.get("etag")]).toEqual([304, null, etag]);
  }
  const head = await showPicture(staff("reporter"), sha256, "720.webp", asked({}, "HEAD"));
  expect([head.status, head.body, head.headers.get("etag")]).toEqual([200, null, etag]);
});

test.each(["721.webp", "720.jpeg", "720.webp.", "0720.webp", "../720.webp", "720", ""])(
  "there is no picture %j that was not made",
  async (picture) => {
    await made();
    await expect(showPicture(staff("reporter"), sha256, picture, asked())).rejects.toMatchObject(NOT_THERE);
  },
);

test("there is none before it is ready, and none whose bytes are lost", async () => {
  await made();
  await bend("update files set state = 'waiting' where sha256 = $1", [sha256]);
  await expect(showPicture(staff("reporter"), sha256, "720.webp", asked())).rejects.toMatchObject(NOT_THERE);
  await made();
  await expect(showPicture(staff("reporter"), sha256, "720.avif", asked())).rejects.toMatchObject(NOT_THERE);
});

test("a storage that fails is a failure of ours, and no picture that is not there", async () => {
  await made();
  vi.spyOn(storage(), "read").mockRejectedValueOnce(new Error("the store is away"));
  await expect(showPicture(staff("reporter"), sha256, "720.webp", asked())).rejects.toThrow("the store is away");
});

test("an original that was not looked into yet, or was found bad, is opened by nobody", async () => {
  const open = () => showOriginal(staff("approver"), sha256, asked());
  await expect(open()).rejects.toMatchObject(NOT_THERE);
  await rows("update files set state = 'failed', failure = 'macros' where sha256 = $1", [sha256]);
  await expect(open()).rejects.toMatchObject(NOT_THERE);
});

test("an original is saved under its name, whole or in part, by staff of its site alone", async () => {
  await made();
  const bytes = await buffer(await storage().read(originalKey(sha256)));
  const answer = await showOriginal(staff("reporter"), sha256, asked());
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  const { etag = "", ...headers } = Object.fromEntries(answer.headers);
  expect(headers).toEqual({
    ...{ "cache-control": "private, max-age=86400", "accept-ranges": "bytes", "content-type": "image/jpeg" },
    "content-disposition": "attachment; filename=\"sen.jpg\"; filename*=UTF-8''sen.jpg",
    "content-length": "300000",
  });
  const ask = (said: Record<string, string>, method = "GET") =>
    showOriginal(staff("editor"), sha256, asked(said, method));
  const part = await ask({ range: "bytes=5-9" });
  expect([part.status, part.headers.get("content-range")]).toEqual([206, "bytes 5-9/300000"]);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(5, 10));
  expect((await ask({ range: "bytes=300000-" })).status).toBe(416);
  expect([(await ask({ "if-none-match": etag })).status, (await ask({}, "HEAD")).body]).toEqual([304, null]);

  for (const [who, hash] of [
    [staff(null), sha256],
    [staff("approver", elsewhere), sha256],
    [staff("approver"), "0".repeat(64)],
    [staff("approver"), "../secret"],
  ] as const)
    await expect(showOriginal(who, hash, asked())).rejects.toMatchObject(NOT_THERE);
  await storage().remove(originalKey(sha256));
  await expect(ask({})).rejects.toMatchObject(NOT_THERE);
});

describe("a cut of a picture", () => {
  const cut = "90-0-0-5000-10000";
  const askedFor = (spelt: string) => new Request(`http://desk.vn/?cut=${encodeURIComponent(spelt)}`);
  const insert = async () => {
    const [{ id }] = await rows("select id from files where sha256 = $1", [sha256]);
    await bend("delete from file_cuts");
    await readyCut(id, cut, { width: 400, height: 800 });
  };
  test("waits until a text was saved with it, and is then told and shown apart from the whole", async () => {
    await made();
    await bend("delete from file_cuts");
    expect(await showFile(staff("reporter"), sha256, cut)).toMatchObject({
      state: "waiting",
      width: null,
      renditions: [],
    });
    await expect(showPicture(staff("reporter"), sha256, "360.webp", askedFor(cut))).rejects.toMatchObject(NOT_THERE);
    await insert();
    expect(await showFile(staff("reporter"), sha256, cut)).toMatchObject({
      state: "ready",
      width: 400,
      caption: "Đầm sen",
    });
    const bytes = Buffer.from("bytes of a cut");
    await storage().put(renditionKey(`${sha256}/${cut}`, MADE_WITH, { width: 360, format: "webp" }), bytes);
    const answer = await showPicture(staff("reporter"), sha256, "360.webp", askedFor(cut));
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get("etag")).toContain(cut);
  });
  test("is nothing to others, nor where nothing is spelt so", async () => {
    await made();
    await insert();
    for (const who of [staff(null), staff("approver", elsewhere)]) {
      await expect(showFile(who, sha256, cut)).rejects.toMatchObject(NOT_THERE);
      await expect(showPicture(who, sha256, "360.webp", askedFor(cut))).rejects.toMatchObject(NOT_THERE);
    }
    for (const spelt of ["0-0-0-10000-10000", "90-00-0-5000-10000", "../secret", "\0"]) {
      await expect(showFile(staff("approver"), sha256, spelt)).rejects.toMatchObject(NOT_THERE);
      await expect(showPicture(staff("approver"), sha256, "360.webp", askedFor(spelt))).rejects.toMatchObject(
        NOT_THERE,
      );
    }
  });
});
