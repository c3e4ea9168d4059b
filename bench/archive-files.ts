import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { closeDatabase, openDatabase } from "#db/client.ts";
import { startCluster } from "#db/embedded/cluster.ts";
import { migrate } from "#db/migrate.ts";
import { type Archive, beginArchive } from "#db/testing-archive.ts";
import { type FileFilter, fileFilterOf } from "#features/library/filter.ts";
import { fileList } from "#features/library/queries.ts";
import { ms, percentile, say } from "./figures.ts";

/** `npm run bench -- --files 200000`: a library of so many files, asked for a page and its count by words of each length. */
const count = Number(process.argv[process.argv.indexOf("--files") + 1]?.replaceAll(/[_,.]/g, ""));
if (!Number.isSafeInteger(count) || count < 1_000) {
  throw new Error("Say how many files, at least 1000: npm run bench -- --files 200000");
}

const WARM_UP = 5;
const ROUNDS = 40;
const SIZE = { paragraphs: 0, isWhole: false, drafts: 100, inReview: 20, people: 60 };

/** So many syllables, others for each number. */
const SAID = `
  create function pg_temp.said(n bigint, many integer) returns text language sql immutable as $$
    select string_agg((array['anh','ba','cho','den','duong','em','gio','hoi','ke','la','lua','me','nam','ngay','nha','o','pho','phuong',
      'quan','ra','song','sang','thuyen','thi','tre','truong','u','van','vui','xa','xuan','y'])[1 + abs(hashint8(n * 7919 + i)) % 32], ' ')
    from generate_series(1, many) i $$`;

/**
 * A few words for each file, and two thousand more for the document that one in twenty is. "w" is the beginning of a word in every third
 * file of the older half and in none of the newer, "q" in one of ten thousand, "j" in none.
 */
const FILES = `
  insert into files (site_id, sha256, media_type, size, width, height, state, renditions, made_with, uploaded_by, uploaded_at, name, caption,
    alt, credit, pages, text)
  select $1, encode(sha256(convert_to('bench ' || n, 'UTF8')), 'hex'), case when n % 20 = 0 then 'application/pdf' else 'image/jpeg' end,
    100, 360, 240, 'ready', '[{"format": "jpeg", "width": 360, "height": 240, "bytes": 100}]', 1, $2, now() - make_interval(mins => $3 - n), 'DSC' || n || '.jpg',
    pg_temp.said(n, 12) || case when n % 3 = 0 and n < $3 / 2 then ' wa' || n else '' end
      || case when n % 10000 = 17 then ' qa' || n else '' end,
    pg_temp.said(n + 7, 8), 'Lê ' || pg_temp.said(n + 13, 1), case when n % 20 = 0 then 9 end,
    case when n % 20 = 0 then pg_temp.said(n, 2000) else '' end
  from generate_series(1, $3::integer) n`;

/** What somebody types, and what that is. */
const TYPED = [
  ["", "no words"],
  ["a", "one letter, in nearly all"],
  ["w", "one letter, in a third of the older half"],
  ["q", "one letter, in one of ten thousand"],
  ["j", "one letter, in none"],
  ["th", "two letters, in nearly all"],
  ["wa", "two letters, in a third of the older half"],
  ["qa", "two letters, in one of ten thousand"],
  ["jj", "two letters, in none"],
  ["thuyen", "a word, in a third"],
] as const;

const folder = mkdtempSync(join(tmpdir(), "toa-soan-files-"));
chmodSync(folder, 0o711);
const cluster = await startCluster(join(folder, "data"));
try {
  await asOwner(cluster.ownerUrl("postgres"), (client) => client.query("create database files"));
  const url = cluster.ownerUrl("files");
  const opening = await migrate(url);
  const archive = await beginArchive(url, SIZE);
  const began = performance.now();
  await asOwner(url, (client) => fill(client, archive));
  const seconds = (performance.now() - began) / 1_000;
  say(`${count.toLocaleString("en")} files made in SQL`, `${seconds.toFixed(0)} s`);
  openDatabase(opening);
  say("a page of the library and its count, at the server", `p50, p95 of ${ROUNDS} (p95 under 100 ms)`);
  for (const [words, what] of TYPED) {
    await asked(archive, what, { words });
    await asked(archive, `${what}, of documents`, { words, kind: "document" });
  }
  await closeDatabase();
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function asked(archive: Archive, what: string, filter: Partial<FileFilter>): Promise<void> {
  const { siteId, people } = archive;
  const staff = { siteId, personId: people.reporter, grants: [{ role: "reporter", sectionId: null }] as const };
  const took: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const start = performance.now();
    await fileList(staff, { ...fileFilterOf({}), ...filter });
    if (round >= WARM_UP) took.push(performance.now() - start);
  }
  say(`  ${what}`, `p50 ${ms(percentile(took, 0.5))}, p95 ${ms(percentile(took, 0.95))}`);
}

/** Without the triggers that look at each row, as archives are made. */
async function fill(client: pg.Client, { siteId, people }: Archive): Promise<void> {
  await client.query("set session_replication_role = replica; set jit = off; set synchronous_commit = off");
  await client.query(SAID);
  await client.query(FILES, [siteId, people.reporter, count]);
  await client.query("vacuum (analyze) files");
}

async function asOwner(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}
