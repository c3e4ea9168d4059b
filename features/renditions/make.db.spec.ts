import { readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { transaction } from "#db/transaction.ts";
import { PDF } from "#features/files/media.ts";
import { originalKey, renditionKey, storage } from "#features/files/storage.ts";
import { findFile, keepFailure } from "#features/files/store.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { run } from "#lib/run.ts";
import { until } from "#lib/until.ts";
import { makeRenditions } from "./make.ts";
import { noise, plain, xmpOf } from "./testing.ts";
import { docxOf, pdfOf } from "./testing-documents.ts";
import { bring, ownStorage } from "./testing-files.ts";

const { rows, bend, office } = oneOffice();
const place = ownStorage();
const never = new AbortController().signal;
const WITHIN_MS = 30_000;
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const stateOf = async (fileId: number) => (await rows("select * from files where id = $1", [fileId]))[0];
const announced = async () => (await rows("select facts from announcements order by id")).flatMap(({ facts }) => facts);
const kept = () =>
  readdirSync(place.folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name }) => name);
/** The processes that unpack for us now. */
async function unpacking(): Promise<number[]> {
  const { output } = await run("ps", ["-o", "pid=,args=", "--ppid", String(process.pid)]);
  const lines = output.split("\n").filter((line) => line.includes("renditions/child.ts"));
  return lines.map((line) => Number.parseInt(line, 10));
}
/** Which may be gone by itself by now. */
function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    expect(error).toMatchObject({ code: "ESRCH" });
  }
}

let brought: { fileId: number; sha256: string };
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  await bend("delete from announcements");
  await bend("delete from files");
  const noted = plain(400, 300).withXmp(
    xmpOf("<dc:description>Chợ nổi</dc:description>", `photoshop:Credit="Cổng Sen"`).toString(),
  );
  brought = await bring(await noted.png().toBuffer(), office.reporter);
});

describe("a picture", () => {
  test("is ready with everything that readers get of it, and whatever showed it is forgotten", async () => {
    await makeRenditions(brought, never);
    const file = await findFile(office.siteId, brought.sha256);
    expect(file).toMatchObject({ state: "ready", failure: null, width: 400, height: 300, madeWith: 1 });
    expect(file).toMatchObject({ caption: "Chợ nổi", credit: "Cổng Sen" });
    expect(file?.placeholder).toMatch(/^data:image\/webp/);
    expect(file?.renditions.map(({ format, width, height }) => `${width}x${height}.${format}`)).toEqual([
      ...["360x270.avif", "360x270.webp", "360x270.jpeg"],
    ]);
    for (const rendition of file?.renditions ?? []) {
      const bytes = await buffer(await storage().read(renditionKey(brought.sha256, 1, rendition)));
      expect(bytes).toHaveLength(rendition.bytes);
      expect((await sharp(bytes).metadata()).width).toBe(rendition.width);
    }
    expect(await announced()).toEqual([`picture:${brought.fileId}`]);
  });
  test("keeps the words that somebody gave it meanwhile, one by one", async () => {
    await rows("update files set caption = 'Bến sông', keywords = '{sông}' where id = $1", [brought.fileId]);
    await makeRenditions(brought, never);
    expect(await stateOf(brought.fileId)).toMatchObject({
      caption: "Bến sông",
      credit: "Cổng Sen",
      keywords: ["sông"],
    });
  });
  test("that is made already is not made again", async () => {
    await makeRenditions(brought, never);
    const before = await stateOf(brought.fileId);
    await rm(join(place.folder, originalKey(brought.sha256)));
    await makeRenditions(brought, never);
    expect(await stateOf(brought.fileId)).toEqual(before);
    expect(await announced()).toHaveLength(1);
  });
  test("made by two at once is one result", async () => {
    await Promise.all([makeRenditions(brought, never), makeRenditions(brought, never)]);
    expect(await stateOf(brought.fileId)).toMatchObject({ state: "ready", width: 400 });
    expect(kept()).toHaveLength(4);
  });
  test("made by older settings is made anew, and gets back none of the words that were taken away", async () => {
    await makeRenditions(brought, never);
    await rows("update files set made_with = 0, placeholder = '', caption = '' where id = $1", [brought.fileId]);
    await makeRenditions(brought, never);
    expect(await stateOf(brought.fileId)).toMatchObject({
      ...{ made_with: 1, placeholder: expect.stringMatching(/^data:/) },
      ...{ caption: "", credit: "Cổng Sen" },
    });
  });
  test("that failed and is asked for again is tried again", async () => {
    await transaction((tx) => keepFailure(tx, brought.fileId, "too_slow"));
    await makeRenditions(brought, never);
    expect(await stateOf(brought.fileId)).toMatchObject({ state: "ready", failure: null });
  });
  test("that is erased, or was never there, is left alone", async () => {
    await rows("update files set erased = true where id = $1", [brought.fileId]);
    await makeRenditions(brought, never);
    await makeRenditions({ fileId: brought.fileId + 1_000 }, never);
    expect([await stateOf(brought.fileId), kept()]).toMatchObject([{ state: "waiting" }, { length: 1 }]);
  });
});

describe("a picture that cannot be used", () => {
  test("says so, leaves nothing, and is no failed job", async () => {
    const { fileId } = await bring(Buffer.from("no picture"), office.reporter);
    await makeRenditions({ fileId }, never);
    expect(await stateOf(fileId)).toMatchObject({ state: "failed", failure: "unreadable", renditions: [] });
    expect(await announced()).toEqual([]);
    expect(kept()).toHaveLength(2);
  });
  test("stays as readers have it, where they have it", async () => {
    await makeRenditions(brought, never);
    await transaction((tx) => keepFailure(tx, brought.fileId, "unreadable"));
    expect(await stateOf(brought.fileId)).toMatchObject({ state: "ready", failure: null });
  });
});

test("what lies nowhere, or cannot be put, is the machine's fault: the job fails, and the picture waits", async () => {
  const put = vi.spyOn(storage(), "put").mockRejectedValue(new Error("ENOSPC: no space left on device"));
  await expect(makeRenditions(brought, never)).rejects.toThrow("no space left");
  put.mockRestore();
  await rm(join(place.folder, originalKey(brought.sha256)));
  await expect(makeRenditions(brought, never)).rejects.toThrow("Nothing lies under");
  expect(await stateOf(brought.fileId)).toMatchObject({ state: "waiting", failure: null });
});

describe("a process that is killed with -9 while it unpacks", () => {
  let large: { fileId: number; sha256: string };
  beforeEach(async () => {
    large = await bring(await noise(2_000, 1_500).jpeg().toBuffer(), office.reporter, "image/jpeg");
  });
  async function oneAtWork(): Promise<number> {
    let found: number[] = [];
    await until(async () => {
      found = await unpacking();
      return found.length > 0;
    }, WITHIN_MS);
    const [pid] = found;
    if (pid === undefined) throw new Error("nobody unpacks");
    return pid;
  }
  test("is followed by another one, which makes it", async () => {
    const making = makeRenditions(large, never);
    kill(await oneAtWork());
    await making;
    expect(await stateOf(large.fileId)).toMatchObject({ state: "ready", width: 2_000 });
  });
  test("twice is the picture's fault", async () => {
    let isOver = false;
    const making = makeRenditions(large, never).finally(() => {
      isOver = true;
    });
    await until(async () => {
      for (const pid of await unpacking()) kill(pid);
      return isOver;
    }, WITHIN_MS);
    await making;
    expect(await stateOf(large.fileId)).toMatchObject({ state: "failed", failure: "unreadable" });
    expect(kept()).toHaveLength(2);
  });
  test("because the worker goes is no try: nothing is said, and the next worker makes it", async () => {
    const ending = new AbortController();
    const making = makeRenditions(large, ending.signal);
    await oneAtWork();
    ending.abort(new Error("the worker was asked to go"));
    await expect(making).rejects.toBe(ending.signal.reason);
    expect(await until(async () => (await unpacking()).length === 0, WITHIN_MS)).toBe(true);
    expect(await stateOf(large.fileId)).toMatchObject({ state: "waiting" });
    await makeRenditions(large, never);
    expect(await stateOf(large.fileId)).toMatchObject({ state: "ready" });
  });
});

describe("a document", () => {
  test("is ready with its pages, its words and its first page", async () => {
    const { fileId, sha256 } = await bring(pdfOf({ pages: [["Quyết định"], ["Điều 2"]] }), office.reporter, PDF);
    await makeRenditions({ fileId }, never);
    expect(await findFile(office.siteId, sha256)).toMatchObject({
      ...{ state: "ready", failure: null, pages: 2, hasText: true, width: 1080, height: 1528 },
      renditions: expect.arrayContaining([expect.objectContaining({ format: "avif", width: 720 })]),
    });
    expect((await stateOf(fileId)).text).toBe("Quyết định\n\nĐiều 2");
    expect(kept()).toContain("1-720.avif");
    expect(await announced()).toContain(`picture:${fileId}`);
  });
  test("of which nothing is drawn is ready all the same", async () => {
    const { fileId, sha256 } = await bring(docxOf(["Thông báo"]), office.reporter, DOCX);
    await makeRenditions({ fileId }, never);
    expect(await findFile(office.siteId, sha256)).toMatchObject({
      ...{ state: "ready", width: null, height: null, pages: null, renditions: [], hasText: true },
    });
  });
  test("that is at fault says so in words for documents", async () => {
    for (const [bytes, failure] of [
      [pdfOf().subarray(0, 700), "broken_document"],
      [pdfOf({ catalog: "/OpenAction << /S /Launch /F (x) >>" }), "scripts"],
    ] as const) {
      const { fileId } = await bring(bytes, office.reporter, PDF);
      await makeRenditions({ fileId }, never);
      expect(await stateOf(fileId)).toMatchObject({ state: "failed", failure, text: "" });
    }
  });
  test("under which the process dies twice is broken, whatever it is", async () => {
    const { fileId } = await bring(pdfOf(), office.reporter, PDF);
    const making = makeRenditions({ fileId }, never);
    const dead = new Set<number>();
    await until(async () => {
      for (const pid of await unpacking()) {
        if (!dead.has(pid)) kill(pid);
        dead.add(pid);
      }
      return dead.size >= 2;
    }, WITHIN_MS);
    await making;
    expect(await stateOf(fileId)).toMatchObject({ state: "failed", failure: "broken_document" });
  });
  test("that is stamped as a state secret leaves no byte and no word, also where that was cut off", async () => {
    const secret = docxOf(["Kế hoạch", "TUYỆT MẬT"]);
    const { fileId, sha256 } = await bring(secret, office.reporter, DOCX);
    vi.spyOn(storage(), "remove").mockRejectedValueOnce(new Error("the store is away"));
    await expect(makeRenditions({ fileId }, never)).rejects.toThrow("the store is away");
    expect(await stateOf(fileId)).toMatchObject({ state: "failed", failure: "secret", text: "" });
    await makeRenditions({ fileId }, never);
    expect(await storage().sizeOf(originalKey(sha256))).toBeNull();
    expect(kept()).not.toContain(sha256);
    expect(await announced()).toEqual([]);
  });
});

test("a picture whose camera's words are stamped leaves no byte", async () => {
  const stamped = await plain(40, 30)
    .withXmp(xmpOf("<dc:description>MẬT</dc:description>").toString())
    .png()
    .toBuffer();
  const { fileId, sha256 } = await bring(stamped, office.reporter);
  await makeRenditions({ fileId }, never);
  expect(await stateOf(fileId)).toMatchObject({ state: "failed", failure: "secret" });
  expect(await storage().sizeOf(originalKey(sha256))).toBeNull();
});
