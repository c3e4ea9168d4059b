import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { closeDatabase, openDatabase } from "#db/client.ts";
import { startCluster } from "#db/embedded/cluster.ts";
import { migrate } from "#db/migrate.ts";
import { beginArchive, growArchive } from "#db/testing-archive.ts";
import { bringTexts } from "#features/search/keep.ts";
import { search, suggest } from "#features/search/queries.ts";
import { ms, percentile, say } from "./figures.ts";
import { judged } from "./judged.ts";

/**
 * `npm run bench -- --search 100000 10`: the judged questions; an archive of so many articles, asked; then with ten times as many of
 * the same.
 */
const [articles = 0, times = 1] = process.argv
  .slice(process.argv.indexOf("--search") + 1)
  .map((said) => Number(said.replaceAll(/[_,.]/g, "")));
if (!Number.isSafeInteger(articles) || articles < 1_000) {
  throw new Error("Say how many articles, at least 1000: npm run bench -- --search 100000");
}

const ROUNDS = 40;
const WARM_UP = 4;
const SIZE = { paragraphs: 4, isWhole: false, drafts: 300, inReview: 100, people: 60 };
const ANYWHERE = { sectionIds: null, form: null, year: null };

/** What is in all texts, in many, in few and in none; in titles and in texts; with and without accents, slips, filters. */
const QUESTIONS = [
  ...["phường", "bà con", "trạm y tế", "tram y te phuong", "sửa đường trước mùa mưa", "khám bệnh miễn phí thư viện"],
  ...["việc thứ 3 của bài 777", "lần thứ 1234", "thư viện -phường", '"bóng đèn ở các hẻm tối"', "khong co o dau"],
  ...["kham benh mien phj", "tổ thu gom rác đổi giờ tiếp dân", "nghe ý kiến hẻm xe tải đèn", "UBND phường"],
];
const BEGINNINGS = ["tr", "trạm y", "thư viện ph", "lần thứ 99"];

const folder = mkdtempSync(join(tmpdir(), "toa-soan-search-"));
chmodSync(folder, 0o711);
const cluster = await startCluster(join(folder, "data"));
try {
  await once(cluster.ownerUrl("postgres"), "create database judged");
  await judged(cluster.ownerUrl("judged"), folder);
  await once(cluster.ownerUrl("postgres"), "create database archive");
  const url = cluster.ownerUrl("archive");
  const opening = await migrate(url);
  const archive = await growArchive(url, await beginArchive(url, SIZE), articles, SIZE);
  openDatabase(opening);
  const began = performance.now();
  await bringTexts(new AbortController().signal);
  const seconds = (performance.now() - began) / 1_000;
  say(`${articles.toLocaleString("en")} articles brought to the search`, `${seconds.toFixed(0)} s`);
  await ask(archive.siteId, articles, 60);
  if (times > 1) {
    await multiply(url, times);
    await ask(archive.siteId, articles * times, 120);
  }
} finally {
  await closeDatabase();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function ask(siteId: number, many: number, mostMs: number): Promise<void> {
  const url = cluster.ownerUrl("archive");
  await once(url, "vacuum analyze search_entries, search_words");
  const [size] = await once(
    url,
    `select pg_size_pretty(pg_table_size('search_entries')) as rows, pg_size_pretty(pg_indexes_size('search_entries')) as indexes`,
  );
  say(`${many.toLocaleString("en")} articles: rows, indexes`, `${size?.rows}, ${size?.indexes}`);
  say("a page of results, at the server", `p50, p95 of ${ROUNDS} (p95 of all under ${mostMs} ms)`);
  const all: number[] = [];
  for (const question of QUESTIONS) {
    const took = await timed(() => search(siteId, question, ANYWHERE, { page: 1, now: new Date() }));
    all.push(...took);
    const { count, isMore } = await search(siteId, question, ANYWHERE, { page: 1, now: new Date() });
    say(`${question} (${count}${isMore ? "+" : ""})`, figures(took));
  }
  say("all questions", figures(all));
  for (const begun of BEGINNINGS)
    say(`suggested to ${begun}`, figures(await timed(() => suggest(siteId, begun, new Date()))));
}

async function timed(work: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const start = performance.now();
    await work();
    if (round >= WARM_UP) took.push(performance.now() - start);
  }
  return took;
}

function figures(took: readonly number[]): string {
  return `p50 ${ms(percentile(took, 0.5))}, p95 ${ms(percentile(took, 0.95))}`;
}

/** The same articles again under other numbers and dates: rows alone, which the search cannot tell from others. */
async function multiply(url: string, by: number): Promise<void> {
  const found = await once(
    url,
    "select column_name as name from information_schema.columns where table_name = 'documents'",
  );
  const columns = found.map(({ name }) => String(name));
  const [last] = await once(url, "select max(id) as id from documents");
  const most = Number(last?.id);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica; set maintenance_work_mem = '512MB'");
    const triggers = await client.query(
      "select tgname from pg_trigger where tgrelid = 'documents'::regclass and tgenabled = 'A'",
    );
    for (const { tgname } of triggers.rows) await client.query(`alter table documents disable trigger ${tgname}`);
    await client.query("drop index entries_by_their_words");
    for (let copy = 1; copy < by; copy += 1) {
      const said = columns.map((name) =>
        name === "id" || name === "sister_of_id"
          ? `${name} + ${copy * most}`
          : name === "shown_at"
            ? `shown_at - interval '${copy} minutes'`
            : name === "slug"
              ? `slug || '-${copy}'`
              : name,
      );
      await client.query(
        `insert into documents (${columns}) overriding system value select ${said} from documents where id <= ${most} and kind = 'article' and visibility = 'live'`,
      );
      await client.query(
        `insert into search_entries select document_id + ${copy * most}, site_id, revision_id, shown_at - interval '${copy} minutes', words from search_entries where document_id <= ${most}`,
      );
    }
    await client.query("create index entries_by_their_words on search_entries using gin (words)");
    await client.query("vacuum analyze documents");
  } finally {
    await client.end();
  }
}

async function once(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(statement).then(
    ({ rows }) => client.end().then(() => rows),
    (error) => client.end().then(() => Promise.reject(error)),
  );
}
