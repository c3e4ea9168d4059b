import { readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { transaction } from "#db/transaction.ts";
import { PDF, VTT } from "#features/files/media.ts";
import { MADE_WITH } from "#features/files/settings.ts";
import { originalKey, renditionKey, storage } from "#features/files/storage.ts";
import { findCut, findFile, keepFailure, letMacrosIn, statesOf } from "#features/files/store.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { run } from "#lib/run.ts";
import { until } from "#lib/until.ts";
import { makeCut, makeRenditions } from "./make.ts";
import { apart, BLUE, colourAt, halves, noise, plain, RED, xmpOf } from "./testing.ts";
import { docmOf, docxOf, pdfOf } from "./testing-documents.ts";
import { bring, ownStorage } from "./testing-files.ts";
import { mp4Of, sail, vttOf } from "./testing-media.ts";

const { rows, bend, office } = oneOffice();
const place = ownStorage();
const never = new AbortController().signal;
const WITHIN_MS = 30_000;
const DOCM = "application/vnd.ms-word.document.macroenabled.12";
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
    expect(file).toMatchObject({ state: "ready", failure: null, width: 400, height: 300, madeWith: MADE_WITH });
    expect(file).toMatchObject({ caption: "Chợ nổi", credit: "Cổng Sen" });
    expect(file?.placeholder).toMatch(/^data:image\/webp/);
    expect(file?.renditions.map(({ format, width, height }) => `${width}x${height}.${format}`)).toEqual([
      ...["200x150.avif", "360x270.avif", "200x150.webp", "360x270.webp", "200x150.jpeg", "360x270.jpeg"],
    ]);
    for (const rendition of file?.renditions ?? []) {
      const bytes = await buffer(await storage().read(renditionKey(brought.sha256, MADE_WITH, rendition)));
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
    expect(kept()).toHaveLength(7);
  });
  test("made by older settings is made anew, and gets back none of the words that were taken away", async () => {
    await makeRenditions(brought, never);
    await rows("update files set made_with = 0, placeholder = '', caption = '' where id = $1", [brought.fileId]);
    await makeRenditions(brought, never);
    expect(await stateOf(brought.fileId)).toMatchObject({
      ...{ made_with: MADE_WITH, placeholder: expect.stringMatching(/^data:/) },
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

const HALF_TURN = "180-0-0-10000-10000";
const READY = `state = 'ready', width = 1, height = 1, made_with = ${MADE_WITH}, renditions = '[{"format":"avif","width":1,"height":1,"bytes":1}]'`;

describe("a cut of a picture", () => {
  const cutOf = async (fileId: number, cut: string) =>
    (await rows("insert into file_cuts (file_id, cut) values ($1, $2) returning id", [fileId, cut]))[0].id as number;
  const cutState = async (id: number) => (await rows("select * from file_cuts where id = $1", [id]))[0];
  test("is made of the original alone, kept beside it under its own name, and whatever showed the file is forgotten", async () => {
    const { fileId, sha256 } = await bring(await (await halves(800, 600)).png().toBuffer(), office.reporter);
    const id = await cutOf(fileId, "90-0-5000-10000-5000");
    await makeRenditions({ fileId }, never);
    await bend("delete from announcements");
    const whole = await stateOf(fileId);
    await makeCut({ cutId: id }, never);
    const made = await cutState(id);
    // Turned to the right, the left half is the upper one and the right half what is left.
    expect(made).toMatchObject({ state: "ready", failure: null, width: 600, height: 400, made_with: MADE_WITH });
    for (const rendition of made.renditions) {
      const bytes = await buffer(
        await storage().read(renditionKey(`${sha256}/90-0-5000-10000-5000`, MADE_WITH, rendition)),
      );
      expect(bytes).toHaveLength(rendition.bytes);
      for (const [x, y] of [
        [0.1, 0.1],
        [0.9, 0.9],
      ] as const) {
        expect(apart(await colourAt(bytes, x, y), BLUE)).toBeLessThan(12);
        expect(apart(await colourAt(bytes, x, y), RED)).toBeGreaterThan(50);
      }
    }
    expect(await announced()).toEqual([`picture:${fileId}`]);
    expect(await stateOf(fileId)).toEqual(whole);
    await makeCut({ cutId: id }, never);
    expect(await announced()).toHaveLength(1);
    await storage().remove(renditionKey(`${sha256}/90-0-5000-10000-5000`, MADE_WITH, made.renditions[0]));
    await makeCut({ cutId: id, anew: true }, never);
    expect(
      await storage().sizeOf(renditionKey(`${sha256}/90-0-5000-10000-5000`, MADE_WITH, made.renditions[0])),
    ).not.toBeNull();
    expect(await cutState(id)).toEqual(made);
  });
  test("waits until its file was found good as a whole, and is queued with that", async () => {
    const id = await cutOf(brought.fileId, HALF_TURN);
    await rows("delete from jobs.job");
    await makeCut({ cutId: id }, never);
    expect([await cutState(id), kept()]).toMatchObject([{ state: "waiting" }, { length: 1 }]);
    await makeRenditions(brought, never);
    const queued = () => rows("select data from jobs.job where name = 'make_cut'");
    expect(await queued()).toEqual([{ data: { cutId: id } }]);
    await makeRenditions({ fileId: brought.fileId, anew: true }, never);
    expect(await queued()).toHaveLength(1);
    await makeCut({ cutId: id }, never);
    expect(await cutState(id)).toMatchObject({ state: "ready", width: 400, height: 300 });
  });
  test("of a file that cannot be used fails with it, and is told so wherever it is asked about", async () => {
    const { fileId, sha256 } = await bring(Buffer.from("no picture"), office.reporter);
    const id = await cutOf(fileId, HALF_TURN);
    await makeRenditions({ fileId }, never);
    await makeCut({ cutId: id }, never);
    expect([await cutState(id), kept()]).toMatchObject([{ state: "waiting" }, { length: 2 }]);
    const use = `${sha256}/${HALF_TURN}`;
    expect(await findCut(office.siteId, use)).toMatchObject({ state: "failed", failure: "unreadable" });
    const states = await transaction((tx) => statesOf(tx, office.siteId, [use, `${sha256}/270-0-0-10000-10000`]));
    expect([...states.values()].map(({ state }) => state)).toEqual(["failed", "failed"]);
  });
  test("that its decoder breaks on says why, and so does one of a document; of an erased one, or one that was never there, nothing is made", async () => {
    const [broken, document] = [
      await bring(Buffer.from("no picture"), office.reporter),
      await bring(await pdfOf(), office.reporter, PDF),
    ];
    await rows(`update files set ${READY} where id in ($1, $2)`, [broken.fileId, document.fileId]);
    for (const { fileId } of [broken, document]) {
      const bad = await cutOf(fileId, HALF_TURN);
      await makeCut({ cutId: bad }, never);
      expect(await cutState(bad)).toMatchObject({ state: "failed", failure: "unreadable" });
    }
    const gone = await cutOf(brought.fileId, HALF_TURN);
    await rows("update files set erased = true where id = $1", [brought.fileId]);
    await makeCut({ cutId: gone }, never);
    await makeCut({ cutId: gone + 1_000 }, never);
    expect([await cutState(gone), kept()]).toMatchObject([{ state: "waiting" }, { length: 3 }]);
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

describe("what is played", () => {
  test("is ready with how long it lasts and how it is spelt; nothing is drawn of it", async () => {
    const { fileId, sha256 } = await bring(sail("mp4"), office.reporter, "video/mp4");
    await makeRenditions({ fileId }, never);
    expect(await findFile(office.siteId, sha256)).toMatchObject({
      ...{ state: "ready", failure: null, width: 160, height: 90, durationMs: 2_181, codecs: "H.264, Opus" },
      ...{ renditions: [], pages: null, hasText: false },
    });
    expect(kept()).toHaveLength(2);
    expect(await announced()).toContain(`picture:${fileId}`);
  });
  test("that readers could not play, or that breaks off, says so; subtitles do so in their words", async () => {
    for (const [bytes, type, failure] of [
      [mp4Of({ picture: "hvc1" }), "video/mp4", "unplayable"],
      [sail("webm").subarray(0, -900), "video/webm", "broken_media"],
      [Buffer.from("WEBVTT\n\nmột --> hai\nba\n"), VTT, "broken_subtitles"],
    ] as const) {
      const { fileId } = await bring(bytes, office.reporter, type);
      await makeRenditions({ fileId }, never);
      expect(await stateOf(fileId)).toMatchObject({ state: "failed", failure, duration_ms: null });
    }
  });
  test("is read part by part; that the storage is away is not its fault", async () => {
    const { fileId } = await bring(sail("webm"), office.reporter, "video/webm");
    const read = vi.spyOn(storage(), "read").mockRejectedValueOnce(new Error("the disk is away"));
    await expect(makeRenditions({ fileId }, never)).rejects.toThrow("the disk is away");
    expect(await stateOf(fileId)).toMatchObject({ state: "waiting" });
    await makeRenditions({ fileId }, never);
    expect(await stateOf(fileId)).toMatchObject({ state: "ready", duration_ms: 2_135 });
    expect(read.mock.calls.every(([, range]) => range !== undefined)).toBe(true);
  });
  test("has no part that could be cut", async () => {
    const { fileId } = await bring(sail("mp4"), office.reporter, "video/mp4");
    await makeRenditions({ fileId }, never);
    const [{ id: cutId }] = await rows("insert into file_cuts (file_id, cut) values ($1, $2) returning id", [
      ...[fileId, "0-0-0-5000-5000"],
    ]);
    await makeCut({ cutId }, never);
    expect((await rows("select state, failure from file_cuts where id = $1", [cutId]))[0]).toEqual({
      ...{ state: "failed", failure: "unreadable" },
    });
  });
  test("subtitles are ready with their words", async () => {
    const { fileId } = await bring(Buffer.from(vttOf()), office.reporter, VTT);
    await makeRenditions({ fileId }, never);
    expect(await stateOf(fileId)).toMatchObject({ state: "ready", text: "Mặt trời lên\nrồi đi ngang trời" });
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
    expect(kept()).toContain(`${MADE_WITH}-720.avif`);
    expect(await announced()).toContain(`picture:${fileId}`);
  });
  test("of which nothing is drawn is ready all the same", async () => {
    const { fileId, sha256 } = await bring(docxOf(["Thông báo"]), office.reporter, DOCX);
    await makeRenditions({ fileId }, never);
    expect(await findFile(office.siteId, sha256)).toMatchObject({
      ...{ state: "ready", width: null, height: null, pages: null, renditions: [], hasText: true },
    });
  });
  test("with macros is stopped, and taken once somebody has let them in", async () => {
    const { fileId } = await bring(docmOf(), office.reporter, DOCM);
    await makeRenditions({ fileId }, never);
    expect(await stateOf(fileId)).toMatchObject({ state: "failed", failure: "macros" });
    await transaction((tx) => letMacrosIn(tx, fileId, office.editor.personId));
    await makeRenditions({ fileId }, never);
    expect(await stateOf(fileId)).toMatchObject({ state: "ready", failure: null });
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
