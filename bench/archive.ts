import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { closeDatabase, openDatabase } from "#db/client.ts";
import { startCluster } from "#db/embedded/cluster.ts";
import { migrate } from "#db/migrate.ts";
import { type Archive, beginArchive, growArchive } from "#db/testing-archive.ts";
import { listsOf } from "./archive-lists.ts";
import { ms, percentile, say } from "./figures.ts";
import { renders } from "./renders.ts";

/** `npm run bench -- --archive 1000000`: makes an archive of so many articles, asks it for every list and draws pages of it. */
const articles = Number(process.argv[process.argv.indexOf("--archive") + 1]?.replaceAll(/[_,.]/g, ""));
if (!Number.isSafeInteger(articles) || articles < 1_000) {
  throw new Error("Say how many articles, at least 1000: npm run bench -- --archive 1000000");
}

const WARM_UP = 5;
const ROUNDS = 60;
/** An office that has been at it for years. */
const SIZE = { paragraphs: 4, isWhole: true, drafts: 5_000, inReview: 500, people: 200 };

const folder = mkdtempSync(join(tmpdir(), "toa-soan-archive-"));
chmodSync(folder, 0o711);
const cluster = await startCluster(join(folder, "data"));
try {
  await once(cluster.ownerUrl("postgres"), "create database archive");
  const url = cluster.ownerUrl("archive");
  const opening = await migrate(url);
  const began = performance.now();
  const begun = await beginArchive(url, SIZE);
  const archive = await growArchive(url, begun, articles, SIZE);
  const minutes = (performance.now() - began) / 60_000;
  say(
    `${articles.toLocaleString("en")} articles made in SQL (under 15 minutes for a million)`,
    `${minutes.toFixed(1)} minutes`,
  );
  const [row] = await once(url, "select pg_size_pretty(pg_database_size(current_database())) as size");
  say("their size on the disk", `${row?.size}`);
  openDatabase(opening);
  await lists(archive).finally(closeDatabase);
  const [first] = await once(
    url,
    "select to_char(min(shown_at) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day from documents",
  );
  await renders(url, archive, String(first?.day), folder);
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function lists(archive: Archive): Promise<void> {
  say("each list, at the server", `p50, p95 of ${ROUNDS} (p95 under 100 ms)`);
  for (const [what, ask] of await listsOf(archive)) {
    const took: number[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      const start = performance.now();
      await ask(round);
      if (round >= WARM_UP) took.push(performance.now() - start);
    }
    say(what, `p50 ${ms(percentile(took, 0.5))}, p95 ${ms(percentile(took, 0.95))}`);
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
