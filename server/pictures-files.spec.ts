import { describe, expect, test } from "vitest";
import { documentPath } from "#features/addresses/public.ts";
import type { LivePicture } from "#features/reading/pictures.ts";
import { ADDRESS, HASH, LARGE, pictures, SMALL } from "./testing-pictures.ts";

describe("a document of a live text", () => {
  const BYTES = Buffer.alloc(700_000, "văn bản");
  const DOCUMENT: LivePicture = {
    ...{ madeWith: 1, mediaType: "application/pdf", name: "Quyết định \u201c12\u201d.PDF", size: BYTES.length },
    renditions: [{ format: "avif", width: 720, height: 1018, bytes: SMALL.length }],
  };
  const AT = documentPath(HASH, "quyet-dinh-12", "pdf");
  const document = (parts: Parameters<typeof pictures>[0] = {}) =>
    pictures({ find: async () => DOCUMENT, read: (key) => (key.endsWith(HASH) ? BYTES : SMALL), ...parts });

  test("is saved under its name, as what it is, and never runs", async () => {
    const { get } = await document();
    const { status, headers, body } = await get(AT);
    expect([status, body.equals(BYTES)]).toEqual([200, true]);
    expect(headers).toMatchObject({
      ...{ "content-type": "application/pdf", "content-length": "700000", "accept-ranges": "bytes" },
      "content-disposition":
        "attachment; filename=\"Quy_t __nh _12_.pdf\"; filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20%E2%80%9C12%E2%80%9D.pdf",
      "cache-control": "public, max-age=86400, s-maxage=0, must-revalidate",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
    });
  });
  test("goes on where it was cut, says how long it is, and is not sent twice to whoever has it", async () => {
    const { get, read } = await document();
    const { headers } = await get(AT, { method: "HEAD" });
    expect([headers["content-length"], read.mock.calls.length]).toEqual(["700000", 0]);
    const part = await get(AT, { range: "bytes=699990-", "if-range": String(headers.etag) });
    expect([part.status, part.headers["content-range"], part.body]).toEqual([
      ...[206, "bytes 699990-699999/700000", BYTES.subarray(-10)],
    ]);
    expect((await get(AT, { range: "bytes=700000-" })).status).toBe(416);
    expect((await get(AT, { "if-none-match": String(headers.etag) })).status).toBe(304);
    // As it is read and never whole in memory: only what was asked for.
    expect(read.mock.calls.map(([, range]) => range)).toEqual([{ first: 699_990, last: 699_999 }]);
  });
  test.each([
    ["another ending", documentPath(HASH, "quyet-dinh-12", "docx"), 1],
    ["an ending of no document", documentPath(HASH, "quyet-dinh-12", "exe"), 0],
    ["no name", `/_tep/${HASH}/.pdf`, 0],
    ["a way upwards", `/_tep/${HASH}/../quyet-dinh.pdf`, 0],
    ["the file itself", `/_tep/${HASH}/original`, 0],
  ])("is not there under %s", async (_, path, asked) => {
    const { get, find, read } = await document();
    expect((await get(path)).status).toBe(404);
    expect([find.mock.calls.length, read.mock.calls.length]).toEqual([asked, 0]);
  });
  test("is no picture's original: what a camera wrote stays here", async () => {
    const { get, read } = await pictures({});
    for (const ending of ["pdf", "jpg", "jpeg"])
      expect((await get(documentPath(HASH, "sen", ending))).status).toBe(404);
    expect(read.mock.calls.length).toBe(0);
  });
  test("has its first page as a picture", async () => {
    const { get } = await document();
    expect(await get(ADDRESS)).toMatchObject({ status: 200, body: SMALL, headers: { "content-type": "image/avif" } });
  });
});

describe("what is played of a live text", () => {
  const SIZE = 3 * 1024 * 1024;
  const film = (read = (_: string) => Buffer.alloc(SIZE, "phim")) =>
    pictures({
      find: async () => ({ madeWith: 1, renditions: [], mediaType: "video/mp4", name: "đua.mp4", size: SIZE }),
      read,
    });
  const AT = documentPath(HASH, "dua-thuyen", "mp4");

  test("is played where it is, as what it is, and does nothing else", async () => {
    const { get, read } = await film();
    const { status, headers } = await get(AT, { range: "bytes=0-1" });
    expect([status, headers["content-range"]]).toEqual([206, `bytes 0-1/${SIZE}`]);
    expect(headers).toMatchObject({
      ...{ "content-type": "video/mp4", "accept-ranges": "bytes", "x-content-type-options": "nosniff" },
      "content-security-policy": "sandbox allow-same-origin; default-src 'none'; media-src 'self'",
    });
    expect(headers).not.toHaveProperty("content-disposition");
    expect(read.mock.calls.map(([, range]) => range)).toEqual([{ first: 0, last: 1 }]);
  });
  test("goes on from wherever somebody looks, and is not sent twice", async () => {
    const { get } = await film();
    const { headers } = await get(AT, { method: "HEAD" });
    const part = await get(AT, { range: `bytes=${SIZE - 4}-`, "if-range": String(headers.etag) });
    expect([part.status, part.body.toString()]).toEqual([206, "phim"]);
    expect((await get(AT, { "if-none-match": String(headers.etag) })).status).toBe(304);
  });
  test("is there under its own ending alone", async () => {
    const { get } = await film();
    for (const ending of ["webm", "mp3", "pdf", "vtt", "mov"])
      expect((await get(documentPath(HASH, "dua-thuyen", ending))).status).toBe(404);
  });
  test("has its subtitles in the letters that they are written in", async () => {
    const { get } = await pictures({
      find: async () => ({ madeWith: 1, renditions: [], mediaType: "text/vtt", name: "a.vtt", size: 6 }),
      read: () => Buffer.from("WEBVTT"),
    });
    expect(await get(documentPath(HASH, "a", "vtt"))).toMatchObject({
      ...{ status: 200, body: Buffer.from("WEBVTT") },
      headers: { "content-type": "text/vtt; charset=utf-8" },
    });
  });
});

test("a PDF is shown in our own frames alone, under an address of its own, and is saved under the other one", async () => {
  const pdf = { madeWith: 1, renditions: [], mediaType: "application/pdf", name: "Kế hoạch.pdf", size: LARGE.length };
  const { get } = await pictures({ find: async () => pdf });
  const shown = await get(`/_tep/${HASH}/xem/ke-hoach.pdf`);
  expect([shown.status, shown.body.equals(LARGE)]).toEqual([200, true]);
  expect(shown.headers).toMatchObject({
    ...{ "content-type": "application/pdf", "x-content-type-options": "nosniff", "x-frame-options": "SAMEORIGIN" },
    ...{ "content-disposition": expect.stringMatching(/^inline; /), "cross-origin-resource-policy": "same-origin" },
  });
  expect(shown.headers["content-security-policy"]).toContain("frame-ancestors 'self'");
  const saved = await get(`/_tep/${HASH}/ke-hoach.pdf`);
  expect(saved.headers).toMatchObject({
    ...{ "content-disposition": expect.stringMatching(/^attachment; /), "x-frame-options": "DENY" },
    "content-security-policy": expect.stringContaining("sandbox"),
  });
  expect(shown.headers.etag).not.toBe(saved.headers.etag);
  const part = await get(`/_tep/${HASH}/xem/ke-hoach.pdf`, { range: "bytes=0-9" });
  expect([part.status, part.body]).toEqual([206, LARGE.subarray(0, 10)]);
});

test("what no browser shows by itself is not shown, whoever asks", async () => {
  const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const word = { madeWith: 1, renditions: [], mediaType: docx, name: "Mẫu.docx", size: LARGE.length };
  const { get } = await pictures({ find: async () => word });
  expect((await get(`/_tep/${HASH}/xem/mau.docx`)).status).toBe(404);
  expect((await get(`/_tep/${HASH}/mau.docx`)).status).toBe(200);
});
