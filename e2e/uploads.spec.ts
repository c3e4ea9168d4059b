import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { filePath, staffPicturePath, uploadsPath } from "#features/addresses/desk.ts";
import { LARGEST_UPLOAD, MOST_BYTES } from "#features/files/media.ts";
import { MADE_WITH } from "#features/files/settings.ts";
import { folderStorage } from "#features/files/storage/folder.ts";
import { renditionKey } from "#features/files/storage.ts";
import type { Person } from "#features/moves/testing.ts";
import { type Answer, ask } from "./fixtures/ask.ts";
import type { Product } from "./fixtures/base.ts";
import { expect, type OwnSite, test } from "./fixtures/office.ts";
import { inDatabase } from "./fixtures/people.ts";
import { cookieOf } from "./fixtures/sessions.ts";
import { anUploader, aPicture, hashOf } from "./fixtures/uploading.ts";

const MB = 1024 * 1024;

async function uploaderOf(product: Product, { host }: OwnSite, { personId }: Person) {
  return anUploader(host, await cookieOf(product, personId));
}

const said = ({ status, body }: Answer) => [status, JSON.parse(body.toString()).code];
const isWhole = async (dataDir: string, bytes: Buffer) => {
  const hash = hashOf(bytes);
  return (await folderStorage(join(dataDir, "files")).sizeOf(`originals/${hash.slice(0, 2)}/${hash}`)) === bytes.length;
};

test("a picture is brought in parts over connections that break, and becomes what was sent", async ({
  product,
  office,
}) => {
  const { begin, bring, far, head, send, stall } = await uploaderOf(product, office, office.reporter);
  const bytes = aPicture(12 * MB);
  const begun = await begin(bytes.length, "../Hội \u202Egpj.sen.jpg");
  const path = begun.headers.location ?? "";
  expect([begun.status, path]).toEqual([201, expect.stringMatching(/^\/api\/uploads\/[\w-]+$/)]);

  for (const share of [0.5, 0.99]) {
    const from = await far(path);
    const cut = await stall(path, from, bytes.subarray(from), Math.floor(bytes.length * share) - from);
    cut();
    await expect.poll(() => far(path)).toBeGreaterThan(from);
  }
  // A connection that nobody cuts holds nobody up who comes back.
  const before = await far(path);
  await stall(path, before, bytes.subarray(before), 100);
  const from = before + 100;
  await expect.poll(() => far(path)).toBe(from);
  const sent = await send(path, from, bytes.subarray(from));
  expect([sent.status, sent.headers["toasoan-file"]]).toEqual([200, hashOf(bytes)]);
  expect(JSON.parse(sent.body.toString())).toMatchObject({
    ...{ sha256: hashOf(bytes), name: "Hội gpj.sen.jpg", mediaType: "image/jpeg", size: bytes.length },
  });
  expect((await head(path)).headers["toasoan-file"]).toBe(hashOf(bytes));
  expect(await isWhole(product.dataDir, bytes)).toBe(true);
  expect((await bring(bytes)).headers["toasoan-file"]).toBe(hashOf(bytes));
});

test("a picture of 50 MB goes through in one part, and one byte more is refused in a sentence, whoever counts", async ({
  product,
  office,
}) => {
  const { announce, begin, bring } = await uploaderOf(product, office, office.editor);
  const bytes = aPicture(MOST_BYTES.picture);
  expect((await bring(bytes)).status).toBe(200);
  expect(await isWhole(product.dataDir, bytes)).toBe(true);
  for (const refused of [
    await begin(LARGEST_UPLOAD + 1, "x.jpg"),
    await bring(aPicture(MOST_BYTES.picture + 1), "sen"),
  ]) {
    expect([said(refused), refused.body.toString()]).toEqual([[413, "too_large"], expect.stringContaining("50 MB")]);
  }
  const { headers } = await begin(LARGEST_UPLOAD, "x.mp4");
  const tooMuch = await announce(headers.location ?? "", LARGEST_UPLOAD + 1);
  expect(said(tooMuch)).toEqual([413, "too_large"]);
});

test("what is no picture is refused when it is there, and gone", async ({ product, office }) => {
  const { bring } = await uploaderOf(product, office, office.approver);
  const bytes = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${crypto.randomUUID()}</svg>`);
  const refused = await bring(bytes, "ảnh.jpg");
  expect([said(refused), refused.body.toString()]).toEqual([[400, "bad_input"], expect.stringContaining("HEIC")]);
  expect(await isWhole(product.dataDir, bytes)).toBe(false);
});

test("an upload is of the person who began it, on our pages alone", async ({ product, office }) => {
  const reporter = await uploaderOf(product, office, office.reporter);
  const path = (await reporter.begin(1_000, "x.jpg")).headers.location ?? "";
  const editor = await uploaderOf(product, office, office.editor);
  expect((await editor.head(path)).status).toBe(404);
  expect(said(await editor.send(path, 0, Buffer.alloc(1_000)))).toEqual([404, "not_found"]);
  expect(said(await editor.giveUp(path))).toEqual([404, "not_found"]);

  const stranger = anUploader(office.host);
  expect(said(await stranger.begin(1_000, "x.jpg"))).toEqual([401, "signed_out"]);
  expect(said(await stranger.send(path, 0, Buffer.alloc(1_000)))).toEqual([401, "signed_out"]);
  expect(said(await (await uploaderOf(product, office, office.admin)).begin(1, "x.jpg"))).toEqual([403, "not_allowed"]);

  const cookie = await cookieOf(product, office.reporter.personId);
  const foreign = { cookie, "tus-resumable": "1.0.0", origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  expect(said(await reporter.begin(1_000, "x.jpg", foreign))).toEqual([403, "not_allowed"]);
  expect(said(await reporter.begin(1_000, "x.jpg", { cookie, "tus-resumable": "1.0.0" }))).toEqual([
    403,
    "not_allowed",
  ]);
  for (const method of ["PATCH", "DELETE"])
    expect(said(await ask(office.host, path, { method, headers: foreign }))).toEqual([403, "not_allowed"]);
  expect(await reporter.far(path)).toBe(0);
});

test("the answers are ours: no word of the protocol's own for people, and none for pages of other sites", async ({
  product,
  office,
}) => {
  const cookie = await cookieOf(product, office.reporter.personId);
  const headers = { cookie, origin: office.url };
  const without = await ask(office.host, uploadsPath, { method: "POST", headers });
  expect([said(without), without.body.toString()]).toEqual([[400, "bad_input"], expect.not.stringMatching(/tus/i)]);
  const asked = await ask(office.host, uploadsPath, { method: "OPTIONS", headers });
  expect(said(asked)).toEqual([405, "not_allowed"]);
  const begun = await (await uploaderOf(product, office, office.reporter)).begin(10, "x.jpg");
  expect(Object.keys(begun.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  expect(begun.headers["cache-control"]).toBe("no-store");
});

test("a picture that was made is given to staff of its site, kept for a day by their browser, and does nothing there", async ({
  product,
  office,
}) => {
  const sha256 = randomBytes(32).toString("hex");
  const webp = randomBytes(3 * MB);
  const made = JSON.stringify([{ format: "webp", width: 720, height: 480, bytes: webp.length }]);
  await folderStorage(join(product.dataDir, "files")).put(
    renditionKey(sha256, MADE_WITH, { width: 720, format: "webp" }),
    webp,
  );
  await inDatabase(
    product,
    `insert into files (site_id, sha256, media_type, name, size, uploaded_by, state, width, height, made_with, renditions)
     values ($1, $2, 'image/jpeg', 'sen.jpg', 9, $3, 'ready', 720, 480, $5, $4)`,
    [office.siteId, sha256, office.reporter.personId, made, MADE_WITH],
  );
  const cookie = await cookieOf(product, office.admin.personId);
  const get = (path: string, more: Record<string, string> = {}) =>
    ask(office.host, path, { headers: { cookie, ...more } });

  const about = await get(filePath(sha256));
  expect([JSON.parse(about.body.toString()).state, about.headers["cache-control"]]).toEqual(["ready", "no-store"]);
  const picture = await get(staffPicturePath(sha256, 720, "webp"));
  expect([picture.status, picture.body.equals(webp)]).toEqual([200, true]);
  expect(picture.headers).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "private, max-age=86400",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringMatching(/^sandbox; default-src 'none'/),
  });
  const etag = picture.headers.etag ?? "";
  const again = await get(staffPicturePath(sha256, 720, "webp"), { "if-none-match": etag });
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);

  const missing = await get(staffPicturePath(sha256, 360, "webp"));
  expect([said(missing), missing.headers["cache-control"]]).toEqual([[404, "not_found"], "no-store"]);
  for (const path of [filePath(sha256), staffPicturePath(sha256, 720, "webp")]) {
    expect(said(await ask(office.host, path))).toEqual([401, "signed_out"]);
    expect(said(await ask(new URL(product.url).host, path, { headers: { cookie } }))).toEqual([404, "not_found"]);
  }
});
