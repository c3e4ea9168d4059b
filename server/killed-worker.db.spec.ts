import pg from "pg";
import { describe, expect, test, vi } from "vitest";
import { transaction } from "#db/transaction.ts";
import { originalKey, storage } from "#features/files/storage.ts";
import { figureOf } from "#features/files/testing.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { aKeptCut, aKeptPicture } from "#features/keeping/testing.ts";
import { verifyFiles } from "#features/keeping/verify.ts";
import { askToErase, eraseFile } from "#features/library/going.ts";
import { published } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { livePicture } from "#features/reading/pictures.ts";
import { plain } from "#features/renditions/testing.ts";
import { pdfOf } from "#features/renditions/testing-documents.ts";
import { bring } from "#features/renditions/testing-files.ts";
import { showFile } from "#features/uploads/show-file.ts";
import { showOriginal } from "#features/uploads/show-original.ts";
import { showPicture } from "#features/uploads/show-picture.ts";
import { HOUR_MS } from "#lib/dates.ts";
import { until } from "#lib/until.ts";
import { mortalWorkers } from "./testing-worker.ts";

const { db, rows, bend, office } = oneOffice();
const { begin, stall, goOn, keys } = mortalWorkers(db);

const WITHIN_MS = 60_000;
/** Two processes begin, on a machine that may have other things to do. */
vi.setConfig({ testTimeout: 180_000 });

const CUT = "90-0-0-5000-10000";
const as = (role: "editor" | "approver") => ({ ...office[role], grants: [{ role, sectionId: null }] });

/** What `npm run files -- verify` says of a file two days from now, when nothing that lies there is young any more. */
async function whatVerifySaysOf(sha256: string): Promise<string[]> {
  const told: string[] = [];
  await verifyFiles({
    ...{ storage: storage(), ownerUrl: db.ownerUrl, mend: false, now: Date.now() + 48 * HOUR_MS },
    ...{ tell: (sentence: string) => void told.push(sentence), reached: () => undefined },
  });
  return told.filter((sentence) => sentence.includes(sha256));
}

/**
 * What a killed worker had in hand is taken up by another one when nothing was heard of it for a minute, after a pause
 * (`features/jobs/jobs.db.spec.ts`): this is as if both were over.
 */
const aWhileLater = () => rows("update jobs.job set state = 'retry', start_after = now() where state = 'active'");

const stateOf = async (table: "files" | "file_cuts", id: number) =>
  (await rows(`select state, jsonb_array_length(renditions) as pictures from ${table} where id = $1`, [id]))[0];

describe("a worker that is killed while it takes away an erased file", () => {
  const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: "not_found" });

  test.each([
    ["before a mark says so", /^PUT .*\/erased\//],
    ["before its original", /^DELETE .*\/originals\//],
    ["between its original and its pictures", /^DELETE .*\/\d-360\.avif$/],
    ["between its pictures", /^DELETE .*\/\d-540\.avif$/],
    ["before those of a cut", /^DELETE .*\/90-0-0-5000-10000\//],
  ])("%s: nobody gets a byte meanwhile, and the next start ends it", async (_, place) => {
    await bend("delete from file_events");
    const file = await aKeptPicture(office.reporter);
    const { sha256 } = file;
    const cut = await aKeptCut(file, CUT);
    const body = { type: "doc" as const, content: [figureOf(sha256), figureOf(sha256, { cut: CUT })] };
    await published(office, { body });
    const uses = [sha256, `${sha256}/${CUT}`];
    for (const use of uses) expect(await livePicture(office.siteId, use)).not.toBeNull();

    const first = await begin();
    const reached = stall((method, path) => place.test(`${method} ${path}`) && path.includes(sha256));
    await askToErase(as("editor"), { sha256, reason: "Gia đình yêu cầu" });
    await eraseFile(as("approver"), { sha256 });
    await reached;
    await first.kill();
    const left = keys().filter((key) => key.includes(sha256));
    expect(left.length).toBeGreaterThan(0);

    for (const use of uses) expect(await livePicture(office.siteId, use)).toBeNull();
    const ask = new Request(`http://thu.example/?cut=${CUT}`);
    await refused(showFile(as("editor"), sha256));
    await refused(showOriginal(as("editor"), sha256, new Request("http://thu.example/")));
    for (const width of [360, 540]) {
      await refused(showPicture(as("editor"), sha256, `${width}.avif`, new Request("http://thu.example/")));
      await refused(showPicture(as("editor"), sha256, `${width}.avif`, ask));
    }

    goOn();
    await aWhileLater();
    const second = await begin();
    const swept = "select from file_events where sha256 = $1 and kind = 'swept'";
    expect(await until(async () => (await rows(swept, [sha256])).length > 0, WITHIN_MS)).toBe(true);
    expect(keys().filter((key) => key.includes(sha256))).toEqual([
      `erased/${sha256.slice(0, 2)}/${sha256}/${office.siteId}`,
    ]);
    expect(file.renditions.concat(cut.renditions, originalKey(sha256)).filter((key) => keys().includes(key))).toEqual(
      [],
    );
    await second.kill();
    expect(await whatVerifySaysOf(sha256)).toEqual([]);
  });
});

const BROUGHT = {
  "a picture": async () => bring(await plain(800, 600).png().toBuffer(), office.reporter),
  "a document, whose first page is drawn": () =>
    bring(pdfOf({ pages: [["Quyết định"], ["Điều 1"]], title: "Quyết định" }), office.reporter, "application/pdf"),
};

describe.each(Object.keys(BROUGHT) as (keyof typeof BROUGHT)[])("a worker that is killed while it makes %s", (what) => {
  /** Brings one, with a job for it. */
  async function brought() {
    await bend("delete from files");
    await rows("delete from jobs.job where name <> 'verify'");
    const file = await BROUGHT[what]();
    await transaction((tx) => enqueue(tx, "make_renditions", { fileId: file.fileId }));
    return file;
  }

  /** The next start, and what becomes of it there. */
  async function nextStart({ fileId, sha256 }: { fileId: number; sha256: string }): Promise<void> {
    goOn();
    await aWhileLater();
    const second = await begin();
    expect(await until(async () => (await stateOf("files", fileId)).state === "ready", WITHIN_MS)).toBe(true);
    await second.kill();
    const { pictures } = await stateOf("files", fileId);
    expect(pictures).toBeGreaterThan(0);
    expect(keys().filter((key) => key.startsWith("renditions/"))).toHaveLength(pictures);
    expect(keys()).toContain(originalKey(sha256));
    expect(await whatVerifySaysOf(sha256)).toEqual([]);
  }

  test("between the bytes of two pictures: it waits as before, the next start makes it, and nothing is left over", async () => {
    let puts = 0;
    const reached = stall((method, path) => method === "PUT" && path.includes("/renditions/") && ++puts > 1);
    const file = await brought();
    const first = await begin();
    await reached;
    await first.kill();
    expect(keys().filter((key) => key.startsWith("renditions/"))).toHaveLength(1);
    expect(await stateOf("files", file.fileId)).toEqual({ state: "waiting", pictures: 0 });
    await nextStart(file);
  });

  test("between the bytes and the row that names them: likewise", async () => {
    const file = await brought();
    const { fileId } = file;
    const holder = await holding("select from files where id = $1 for no key update", fileId);
    const first = await begin();
    expect(await until(holder.isWaitedFor, WITHIN_MS)).toBe(true);
    await first.kill();
    await holder.letGo();
    expect(keys().filter((key) => key.startsWith("renditions/")).length).toBeGreaterThan(1);
    expect(await stateOf("files", fileId)).toEqual({ state: "waiting", pictures: 0 });
    await nextStart(file);
  });
});

test("a worker that is killed between the bytes of a cut and its row: the next start makes it, and nothing is left over", async () => {
  await bend("delete from files");
  await bend("delete from file_cuts");
  await rows("delete from jobs.job where name <> 'verify'");
  const { fileId, sha256 } = await bring(await plain(800, 600).png().toBuffer(), office.reporter);
  const maker = await begin();
  expect(await until(async () => (await stateOf("files", fileId)).state === "ready", WITHIN_MS)).toBe(true);
  await maker.kill();
  const [{ id: cutId }] = await rows("insert into file_cuts (file_id, cut) values ($1, $2) returning id", [
    fileId,
    CUT,
  ]);
  const holder = await holding("select from file_cuts where id = $1 for no key update", cutId);
  const first = await begin();
  expect(await until(holder.isWaitedFor, WITHIN_MS)).toBe(true);
  await first.kill();
  await holder.letGo();
  const ofCut = () => keys().filter((key) => key.includes(`${sha256}/${CUT}/`));
  expect([(await stateOf("file_cuts", cutId)).state, ofCut().length > 0]).toEqual(["waiting", true]);
  await aWhileLater();
  const second = await begin();
  expect(await until(async () => (await stateOf("file_cuts", cutId)).state === "ready", WITHIN_MS)).toBe(true);
  await second.kill();
  expect(ofCut()).toHaveLength((await stateOf("file_cuts", cutId)).pictures);
  expect(await whatVerifySaysOf(sha256)).toEqual([]);
});

/** Holds a row until it is let go, in a connection of its own. */
async function holding(sql: string, id: number) {
  const client = new pg.Client({ connectionString: db.ownerUrl });
  await client.connect();
  await client.query("begin");
  await client.query(sql, [id]);
  const {
    rows: [own],
  } = await client.query("select pg_backend_pid() as pid");
  return {
    isWaitedFor: async () =>
      (await rows("select from pg_stat_activity where $1::integer = any(pg_blocking_pids(pid))", [own.pid])).length > 0,
    async letGo() {
      await client.query("rollback");
      await client.end();
    },
  };
}
