import { createHash } from "node:crypto";
import { readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { LARGEST_UPLOAD, MOST_BYTES } from "#features/files/media.ts";
import { originalKey, storage } from "#features/files/storage.ts";
import { NOTHING_SAID } from "#features/files/testing-rights.ts";
import { binFile } from "#features/library/bin.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import type { Role } from "#features/roles/roles.ts";
import { anUploader, aPicture, type Bringer, oneDataDir } from "./testing.ts";

const { office, rows } = oneOffice();
const elsewhere = anotherOffice();
const place = oneDataDir();

const as = (role: Role, person = office[role === "administrator" ? "admin" : role], ...more: Role[]): Bringer => ({
  ...person,
  grants: [role, ...more].map((one) => ({ role: one, sectionId: office.news })),
});
const uploader = () => anUploader(as("reporter"));

beforeEach(async () => {
  await rows("delete from jobs.job");
  rmSync(place.uploads, { recursive: true, force: true });
});

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const rowsOf = (hash: string) => rows("select * from files where sha256 = $1 order by id", [hash]);
const jobs = async () => (await rows("select name, data from jobs.job order by created_on")) as object[];
const kept = async (hash: string) => buffer(await storage().read(originalKey(hash)));
const uploads = () => readdirSync(place.uploads);

describe("a picture that is brought", () => {
  test("lies in the storage, stands on the site's list, and waits for the worker", async () => {
    const bytes = aPicture();
    const hash = sha256(bytes);
    const answer = await uploader().bring(bytes, "Hội sen.JPG");
    expect([answer.status, answer.headers.get("toasoan-file")]).toEqual([200, hash]);
    expect(await answer.json()).toEqual({
      ...{ sha256: hash, name: "Hội sen.JPG", mediaType: "image/jpeg", size: bytes.length },
      ...{ width: null, height: null, state: "waiting", failure: null, renditions: [], madeWith: null },
      ...{ placeholder: "", pages: null, hasText: false, hidden: false, durationMs: null, codecs: "" },
      ...{ caption: "", credit: "", alt: "", rights: NOTHING_SAID },
    });
    const [row] = await rowsOf(hash);
    expect(row).toMatchObject({ site_id: office.siteId, uploaded_by: office.reporter.personId, state: "waiting" });
    expect(await jobs()).toEqual([{ name: "make_renditions", data: { fileId: row.id } }]);
    expect(await kept(hash)).toEqual(bytes);
  });

  test("is one file, brought again or by two at once, and keeps the name that it had first", async () => {
    const bytes = aPicture();
    const hash = sha256(bytes);
    const answers = await Promise.all([uploader().bring(bytes, "một.jpg"), uploader().bring(bytes, "một.jpg")]);
    answers.push(await anUploader(as("editor")).bring(bytes, "hai.jpg"));
    expect(answers.map(({ headers }) => headers.get("toasoan-file"))).toEqual([hash, hash, hash]);
    expect(await rowsOf(hash)).toMatchObject([{ name: "một.jpg" }]);
    expect(await jobs()).toHaveLength(1);
    expect(await kept(hash)).toEqual(bytes);
  });

  test("is another site's by itself, and its bytes lie there once", async () => {
    const bytes = aPicture();
    await uploader().bring(bytes);
    await anUploader(as("reporter", elsewhere.reporter)).bring(bytes);
    expect(await rowsOf(sha256(bytes))).toMatchObject([{ site_id: office.siteId }, { site_id: elsewhere.siteId }]);
    expect(await jobs()).toHaveLength(2);
  });

  test("is made once more where it had failed, once, and left as it is where it had not", async () => {
    const bytes = aPicture();
    const hash = sha256(bytes);
    await uploader().bring(bytes);
    await rows("update files set state = 'failed', failure = 'unreadable' where sha256 = $1", [hash]);
    const [one, two] = await Promise.all([uploader().bring(bytes), uploader().bring(bytes)]);
    expect([await one.json(), await two.json()]).toMatchObject([{ state: "waiting", failure: null }, {}]);
    expect(await rowsOf(hash)).toMatchObject([{ state: "waiting", failure: null }]);
    expect(await jobs()).toHaveLength(2);
  });

  test("is put again where its bytes were lost", async () => {
    const bytes = aPicture();
    const hash = sha256(bytes);
    await uploader().bring(bytes);
    await storage().remove(originalKey(hash));
    await uploader().bring(bytes);
    expect(await kept(hash)).toEqual(bytes);
  });

  test("is put again where its bytes are known to have changed, of which nobody is told any more", async () => {
    const bytes = aPicture();
    const hash = sha256(bytes);
    await uploader().bring(bytes);
    await storage().put(originalKey(hash), Buffer.alloc(bytes.length));
    await rows("insert into file_checks (sha256, trouble) values ($1, 'differs')", [hash]);
    await uploader().bring(bytes);
    expect([await kept(hash), await rows("select trouble from file_checks where sha256 = $1", [hash])]).toEqual([
      bytes,
      [{ trouble: null }],
    ]);
  });

  test("is there in the end, though what lay there already was taken away as nobody's at that moment", async () => {
    const bytes = aPicture();
    const key = originalKey(sha256(bytes));
    vi.spyOn(storage(), "sizeOf").mockImplementationOnce(async () => bytes.length);
    await uploader().bring(bytes);
    expect(await storage().sizeOf(key)).toBe(bytes.length);
  });

  test("comes out of the bin when it is brought again, by whomever", async () => {
    const bytes = aPicture();
    await uploader().bring(bytes);
    const hash = sha256(bytes);
    await binFile({ ...office.editor, grants: [{ role: "editor", sectionId: null }] }, { sha256: hash });
    await uploader().bring(bytes);
    const [{ binned_at: at }] = await rows("select binned_at from files where sha256 = $1", [hash]);
    const deeds = await rows("select kind, by_id from file_events where sha256 = $1 order by id", [hash]);
    expect([at, deeds]).toEqual([
      null,
      [
        { kind: "binned", by_id: office.editor.personId },
        { kind: "restored", by_id: expect.any(Number) },
      ],
    ]);
  });

  test("does not come back after it was erased, and none of it is kept", async () => {
    const bytes = aPicture();
    const hash = sha256(bytes);
    await uploader().bring(bytes);
    await rows("insert into file_events (site_id, sha256, kind) values ($1, $2, 'erased_again')", [
      office.siteId,
      hash,
    ]);
    await storage().remove(originalKey(hash));
    await expect(uploader().bring(bytes)).rejects.toMatchObject({ code: "not_allowed" });
    expect([await storage().sizeOf(originalKey(hash)), uploads().filter((name) => !name.endsWith(".json"))]).toEqual([
      null,
      [],
    ]);
  });

  test.each(["reporter", "editor", "approver"] as const)(
    "may be brought by somebody who is %s anywhere",
    async (role) => {
      expect((await anUploader(as(role)).bring(aPicture())).status).toBe(200);
    },
  );
});

describe("an upload", () => {
  test("goes on where it was cut, any number of times, and becomes what was sent", async () => {
    const bytes = aPicture();
    const { begin, send, far } = uploader();
    const path = await begin(bytes.length);
    expect(path).toMatch(/^\/api\/uploads\/[\w-]+$/);
    for (const share of [0.5, 0.99]) {
      const from = await far(path);
      const answer = await send(path, from, new Uint8Array(bytes.subarray(from, bytes.length * share)));
      expect([answer.status, answer.headers.get("toasoan-file")]).toEqual([204, null]);
      expect(await far(path)).toBe(Math.floor(bytes.length * share));
    }
    const from = await far(path);
    expect((await send(path, from, new Uint8Array(bytes.subarray(from)))).headers.get("toasoan-file")).toBe(
      sha256(bytes),
    );
    expect(await kept(sha256(bytes))).toEqual(bytes);
  });

  test("of which a part breaks off in the middle goes on from what has come", async () => {
    const bytes = aPicture();
    const { begin, send, far } = uploader();
    const path = await begin(bytes.length);
    let isFirst = true;
    const breaking = new ReadableStream({
      pull(sender) {
        if (isFirst) sender.enqueue(new Uint8Array(bytes.subarray(0, 100_000)));
        else sender.error(new Error("cut off"));
        isFirst = false;
      },
    });
    await expect(send(path, 0, breaking)).rejects.toMatchObject({ code: "out_of_date" });
    const from = await far(path);
    expect(from).toBeLessThanOrEqual(100_000);
    await send(path, from, new Uint8Array(bytes.subarray(from)));
    expect(await kept(sha256(bytes))).toEqual(bytes);
  });

  test("whose last answer was not heard says which file it is, for whoever asks how far it is", async () => {
    const bytes = aPicture();
    const { ask, begin, send } = uploader();
    const path = await begin(bytes.length);
    await send(path, 0, new Uint8Array(bytes));
    const { headers } = await ask("HEAD", path);
    expect([headers.get("upload-offset"), headers.get("toasoan-file")]).toEqual([String(bytes.length), sha256(bytes)]);
    expect(await jobs()).toHaveLength(1);
    expect(uploads()).toEqual([`${path.split("/").at(-1)}.json`]);
  });

  test("that is whole and was kept by nobody, as after a crash, becomes a file when it is asked after, once", async () => {
    const bytes = aPicture();
    const hash = sha256(bytes);
    const { ask, begin, send } = uploader();
    const path = await begin(bytes.length);
    const dead = vi.spyOn(storage(), "put").mockRejectedValueOnce(new Error("the store is away"));
    await expect(send(path, 0, new Uint8Array(bytes))).rejects.toThrow("the store is away");
    dead.mockRestore();
    expect([await rowsOf(hash), await jobs()]).toEqual([[], []]);
    const answers = await Promise.all([ask("HEAD", path), ask("HEAD", path)]);
    expect(answers.map(({ headers }) => headers.get("toasoan-file"))).toEqual([hash, hash]);
    expect([(await rowsOf(hash)).length, (await jobs()).length, await kept(hash)]).toEqual([1, 1, bytes]);
  });

  test("that is given up is gone", async () => {
    const { ask, begin, far } = uploader();
    const path = await begin(300);
    expect((await ask("DELETE", path)).status).toBe(204);
    expect(uploads()).toEqual([]);
    await expect(far(path)).rejects.toMatchObject({ code: "not_found" });
    await expect(ask("DELETE", path)).rejects.toMatchObject({ code: "not_found" });
  });

  test("takes no part that does not follow, and none beyond its end", async () => {
    const { begin, send, far } = uploader();
    const path = await begin(300);
    await send(path, 0, new Uint8Array(100));
    for (const from of [0, 99, 101])
      await expect(send(path, from, new Uint8Array(10))).rejects.toMatchObject({ code: "out_of_date" });
    await expect(send(path, 100, new Uint8Array(201))).rejects.toMatchObject({ code: "too_large" });
    expect(await far(path)).toBeLessThanOrEqual(300);
  });

  test("that is too large is refused before its first byte, with the limit", async () => {
    const { begin } = uploader();
    await expect(begin(LARGEST_UPLOAD + 1)).rejects.toMatchObject({
      code: "too_large",
      sentence: expect.stringContaining("50 MB"),
    });
    expect(uploads()).toEqual([]);
    expect(await begin(LARGEST_UPLOAD, "đua-thuyền.mp4")).not.toBe("");
  });

  test.each([
    ["sen.jpg", "picture"],
    ["quyết-định.PDF", "document"],
    ["đua-thuyền.webm", "video"],
    ["phụ-đề.srt", "subtitles"],
  ] as const)("that is too large for what its name says (%s) is refused before its first byte", async (name, kind) => {
    const { begin } = uploader();
    await expect(begin(MOST_BYTES[kind] + 1, name)).rejects.toMatchObject({ code: "too_large" });
    expect(uploads()).toEqual([]);
    expect(await begin(MOST_BYTES[kind], name)).not.toBe("");
  });

  test("that is too large for what it turns out to be is refused when it is there, with the limit, and gone", async () => {
    const bytes = aPicture(MOST_BYTES.picture + 1);
    await expect(uploader().bring(bytes, "sen")).rejects.toMatchObject({
      code: "too_large",
      sentence: expect.stringContaining("50 MB"),
    });
    expect([uploads(), await rowsOf(sha256(bytes))]).toEqual([[], []]);
    expect((await uploader().bring(bytes.subarray(1).fill(aPicture(16).subarray(0, 4), 0, 4))).status).toBe(200);
  });

  test.each([
    ["a length that is said later", { "upload-defer-length": "1" }],
    ["no length", {}],
    ["a length that is none", { "upload-length": "1e3" }],
    ["words that are none", { "upload-length": "3", "upload-metadata": "filename ~" }],
    ["another version of the protocol", { "upload-length": "3", "tus-resumable": "0.2.2" }],
  ])("with %s is refused in a sentence of ours", async (_, headers) => {
    await expect(uploader().ask("POST", "/api/uploads", headers)).rejects.toMatchObject({
      code: "bad_input",
      sentence: expect.stringMatching(/[ạảậợế].*\.$/),
    });
  });

  test("has of its name what can be shown, and never lies under it", async () => {
    const bytes = aPicture();
    const name = `../../\u202Egpj.${"x".repeat(300)}`;
    expect(await (await uploader().bring(bytes, name)).json()).toMatchObject({ name: `gpj.${"x".repeat(196)}` });
    const everything = readdirSync(place.dataDir, { recursive: true });
    expect([everything.length > 0, everything.filter((file) => String(file).includes("gpj"))]).toEqual([true, []]);
  });

  test("carries nothing of another protocol's to pages of other sites", async () => {
    const { headers } = await uploader().ask("HEAD", await uploader().begin(300));
    expect([...headers.keys()].sort()).toEqual(["tus-resumable", "upload-length", "upload-metadata", "upload-offset"]);
  });
});

describe("nobody else", () => {
  test.each([
    ["somebody without a role", []],
    ["an administrator", ["administrator"]],
  ] as const)("as %s begins an upload, or has anything of one", async (_, roles) => {
    const path = await uploader().begin(300);
    const grants = roles.map((role) => ({ role, sectionId: null }));
    const { ask } = anUploader({ ...office.reporter, grants });
    for (const [method, at] of [
      ["POST", "/api/uploads"],
      ["HEAD", path],
      ["PATCH", path],
      ["DELETE", path],
    ] as const)
      await expect(ask(method, at)).rejects.toMatchObject({ code: "not_allowed" });
  });

  test.each([
    ["a colleague", () => as("reporter", office.editor)],
    ["the same person on another site", () => ({ ...as("reporter"), siteId: elsewhere.siteId })],
  ])("as %s has an upload that one person began on one site", async (_, other) => {
    const bytes = aPicture();
    const path = await uploader().begin(bytes.length);
    const { ask, begin, send } = anUploader(other());
    const own = await begin(300);
    for (const at of [
      path,
      `${path}?x`,
      `${own}?x=${path}`,
      `${own}/..${path}`,
      `${path}/../${path.split("/").at(-1)}`,
    ]) {
      for (const method of ["HEAD", "DELETE"])
        await expect(ask(method, at)).rejects.toMatchObject({ code: "not_found" });
      await expect(send(at, 0, new Uint8Array(bytes))).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await uploader().far(path)).toBe(0);
  });

  test("has one that nobody made, nor a file of the machine", async () => {
    const id = `${office.siteId}-${office.reporter.personId}-${"0".repeat(32)}`;
    for (const one of [id, `${id}.json`, "..", "%2e%2e%2fsecret", `${id}%00`, "%E0%A4%A"])
      await expect(uploader().far(`/api/uploads/${one}`)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("on a full disk", () => {
  const full = () => Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });

  test.runIf(process.platform === "linux")("a part leaves nothing, and says so in one sentence", async () => {
    const { begin, send, far } = uploader();
    const path = await begin(300_000);
    const file = join(place.uploads, path.split("/").at(-1) ?? "");
    rmSync(file);
    symlinkSync("/dev/full", file);
    const sending = send(path, 0, new Uint8Array(aPicture()));
    await expect(sending).rejects.toMatchObject({ code: "ENOSPC" });
    expect(uploads()).toEqual([]);
    await expect(far(path)).rejects.toMatchObject({ code: "not_found" });
  });

  test("an original that cannot be put leaves nothing, and no row", async () => {
    const bytes = aPicture();
    vi.spyOn(storage(), "put").mockRejectedValueOnce(full());
    await expect(uploader().bring(bytes)).rejects.toMatchObject({ code: "ENOSPC" });
    expect([uploads(), await rowsOf(sha256(bytes)), await jobs()]).toEqual([[], [], []]);
  });
});
