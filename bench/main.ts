import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { JOBS } from "#db/jobs-schema.ts";
import { transaction } from "#db/transaction.ts";
import { npmStart, type Started, whenReady } from "#e2e/fixtures/npm-start.ts";
import { serverPid } from "#e2e/fixtures/processes.ts";
import { enqueue } from "#features/jobs/enqueue.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import { freePort } from "#lib/free-port.ts";
import { until } from "#lib/until.ts";
import { startBareNode } from "./bare-node.ts";
import { besideNginx, ratio } from "./beside-nginx.ts";
import { caches } from "./caches.ts";
import { autosave, signIn, WARM_UP } from "./desk.ts";
import { kb, ms, percentile, perSecond, say } from "./figures.ts";
import { aLivePicture, bring, untilMade } from "./files.ts";
import { killBrowsers } from "./killed.ts";
import { large, type Product } from "./large.ts";
import { lighthouse } from "./lighthouse.ts";
import { toldAfter } from "./live.ts";
import { longestPauses, type Pauses } from "./long-text.ts";
import { mixedLoad } from "./mixed.ts";
import { startNginx } from "./nginx.ts";
import { aLongText, demoOffice, type Office, publishAgain, publishNew } from "./office.ts";
import { aPhotograph, pictures } from "./pictures.ts";
import { publishing } from "./publishing.ts";
import { refilling } from "./refill.ts";
import { mb, putOnScales, residentOf, workerOf } from "./scales.ts";
import { staleReads } from "./stale.ts";
import { type Load, load, loadTools } from "./tools.ts";
import { firstVisit } from "./visit.ts";

/** Short ones in turns, and many: the speed of a shared machine goes up and down by a third within seconds. */
const ROUNDS = 11;
const KILLS = 30;
const PASSWORD = "một mật khẩu để đo";
/** The live desk comes late: many sign in for it, and checking passwords takes memory. */
const PARTS = [
  "readers",
  "desk",
  "longTexts",
  "killing",
  "publishing",
  "forgetting",
  "refilling",
  "otherInstance",
  "memory",
  "pictures",
  "files",
  "hundred",
  "large",
  "caches",
  "lighthouse",
  "live",
  "mixed",
] as const;
/** All, unless some are named. */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !PARTS.some((part) => part === name));
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(", ")}, only ${PARTS.join(", ")}.`);
const folder = mkdtempSync(join(tmpdir(), "toa-soan-bench-"));
chmodSync(folder, 0o711);
const port = await freePort();
const url = `http://localhost:${port}`;
const metricsPort = await freePort();
const settings = {
  METRICS_PORT: String(metricsPort),
  PORT: String(port),
  DATA_DIR: join(folder, "data"),
  DEMO: "1",
  DEMO_PASSWORD: PASSWORD,
};

let product: Started | undefined;
try {
  await startTwice();
  let office = await demoOffice(ownerUrl());
  const article = await publishNew(office, aLongText(office.sectionId));
  const answer = await fetch(`${url}/x/x-${article}`);
  const page = Buffer.from(await answer.arrayBuffer());
  const parts: Record<(typeof PARTS)[number], () => Promise<void>> = {
    readers: () => readers(answer.url, page),
    desk: () => desk(office),
    longTexts: () => longTexts(office),
    killing: () => killing(office),
    publishing: () => publishing(office, article, showing(answer.url)),
    forgetting: () => forgetting(office, article, answer.url),
    refilling: () => refilling(office, url),
    otherInstance: () => otherInstance(office, article, new URL(answer.url).pathname),
    memory,
    pictures,
    files: () => filesOf(office),
    hundred: () => hundred(office, answer.url),
    large: () => large(restart),
    caches: () => caches({ restart, answered: async () => (await figures()).answered, folder }),
    lighthouse: async () => lighthouse(folder, await kindsOf(answer.url)),
    live: () => live(office, article),
    mixed: () => mixed(office),
  };
  for (const part of PARTS) {
    if (asked.length === 0 || asked.includes(part)) await parts[part]();
  }
  await office.close();

  /** The product with more settings, on the same database. */
  async function restart(more: Record<string, string>): Promise<Product> {
    await office.close();
    await product?.stop();
    product = npmStart({ ...settings, ...more });
    await whenReady(product, url, 600_000);
    office = await demoOffice(ownerUrl());
    return { url, dataDir: settings.DATA_DIR, office, password: PASSWORD };
  }
} finally {
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
}

function ownerUrl(): string {
  return readFileSync(join(settings.DATA_DIR, "database-url"), "utf8").trim();
}

/** The first start makes and seeds a database (and builds, if that was not done); the second has nothing to do. */
async function startTwice(): Promise<void> {
  for (const which of ["first start, new database, demo seeded", "second start, nothing to do (under 6 s)"]) {
    await product?.stop();
    const began = performance.now();
    product = npmStart(settings);
    await whenReady(product, url, 600_000);
    say(which, `${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
}

/** The kinds of pages that readers meet first; an article with a picture above its text is one of the demo's. */
async function kindsOf(article: string): Promise<Record<string, string>> {
  const home = await (await fetch(url)).text();
  const withPicture = /<article[^>]*>(?:(?!<\/article>).)*?<img(?:(?!<\/article>).)*?<\/article>/s.exec(home)?.[0];
  const path = /href="(\/[^"]+-\d+)"/.exec(withPicture ?? "")?.[1];
  return {
    article: `${url}${path ?? new URL(article).pathname}`,
    ...{ section: showing(article).section, front: `${url}/`, search: `${url}/tim-kiem?q=giao+ban` },
  };
}

async function weigh(name: string, address: string): Promise<void> {
  const { byKind } = await firstVisit(address);
  // An article leads to others with pictures, which are no part of it.
  if (name.includes("without pictures")) byKind.delete("Image");
  const all = [...byKind.values()].reduce((sum, bytes) => sum + bytes, 0);
  const kinds = [...byKind].map(([kind, bytes]) => `${kind.toLowerCase()} ${kb(bytes)}`).join(", ");
  say(name, `${kb(all)} (${kinds})`);
}

/** Until then pages show the demo's pictures as they were brought. */
async function demoMade(): Promise<void> {
  const isMade = async () => {
    const left = await database().execute(sql`select from files where made_with = 0 limit 1`);
    return left.rows.length === 0;
  };
  if (!(await until(isMade, 600_000, 500))) throw new Error("the demo's pictures were not made within ten minutes");
}

async function readers(address: string, page: Buffer): Promise<void> {
  await demoMade();
  await weigh("article, first visit without pictures (at most 75 KB, script 6)", address);
  await weigh("front page, first visit before scrolling (at most 260 KB)", `${url}/`);
  const tools = await loadTools();
  if (typeof tools === "string") return say("article ÷ nginx from a file", `skipped: ${tools}`);
  const nginx = await startNginx(tools.nginx, folder, page);
  const bare = await startBareNode(join(folder, "nginx/page.html.gz"), "text/html; charset=utf-8", "gzip");
  try {
    const loads = await inTurns(tools.wrk, { ours: address, nginx: nginx.url, bare: bare.url });
    say(`article, 32 connections, median of ${ROUNDS} rounds`, middle(loads.ours));
    say("the same bytes by nginx from a file, in turns with it", middle(loads.nginx));
    say("the same bytes by Node with nothing around it, in turns", middle(loads.bare));
    say("article ÷ nginx from a file", ratio(loads.ours, loads.nginx));
    say("article ÷ Node with nothing around it (at least 0.6)", ratio(loads.ours, loads.bare));
    say("Node with nothing around it ÷ nginx from a file", ratio(loads.bare, loads.nginx));
  } finally {
    await bare.stop();
    await nginx.stop();
  }
  const { article: _, ...others } = showing(address);
  await besideNginx(tools, others, folder);
}

/** The pages that show the headline of a new article, by what they are. */
function showing(article: string): Record<"article" | "section" | "front" | "feed", string> {
  const section = new URL(article).pathname.split("/")[1];
  return { article, section: `${url}/${section}`, front: `${url}/`, feed: `${url}/rss.xml` };
}

type Ways = Record<"ours" | "nginx" | "bare", string>;

/** The three of them again and again, a little each time. */
async function inTurns(wrk: string, ways: Ways): Promise<Record<keyof Ways, Load[]>> {
  const loads: Record<keyof Ways, Load[]> = { ours: [], nginx: [], bare: [] };
  const ask = (way: keyof Ways) => load(wrk, ways[way], 2);
  for (const way of ["ours", "nginx", "bare"] as const) await ask(way);
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const way of ["ours", "nginx", "bare"] as const) loads[way].push(await ask(way));
  }
  return loads;
}

/** A picture of a live article, as long as pictures in articles are on a phone. */
async function filesOf(office: Office): Promise<void> {
  const tools = await loadTools();
  if (typeof tools === "string") return say("picture ÷ nginx from a file", `skipped: ${tools}`);
  const by = { url, cookie: await signIn(url, office.writerEmail, PASSWORD) };
  const picture = await aLivePicture(office, by, await aPhotograph(2_400, 1_600), 60 * 1024);
  const nginx = await startNginx(tools.nginx, folder, picture.bytes, "picture");
  const bare = await startBareNode(join(folder, "nginx/picture"), picture.type);
  try {
    const loads = await inTurns(tools.wrk, { ours: picture.address, nginx: nginx.url, bare: bare.url });
    say(`picture of ${kb(picture.bytes.length)}, 32 connections, median of ${ROUNDS} rounds`, middle(loads.ours));
    say("the same bytes by nginx from a file, in turns with it", middle(loads.nginx));
    say("the same bytes by Node with nothing around it, in turns", middle(loads.bare));
    say("picture ÷ nginx from a file (at least 0.5)", ratio(loads.ours, loads.nginx));
    say("picture ÷ Node with nothing around it", ratio(loads.ours, loads.bare));
    say("Node with nothing around it ÷ nginx from a file", ratio(loads.bare, loads.nginx));
  } finally {
    await bare.stop();
    await nginx.stop();
  }
}

/**
 * A hundred pictures that are all sent at the same moment, each of another size.
 *
 * @param address of an article that readers ask for before, and while the worker is at the pictures
 */
async function hundred(office: Office, address: string): Promise<void> {
  const by = { url, cookie: await signIn(url, office.writerEmail, PASSWORD) };
  const photograph = await aPhotograph(1_800, 1_200);
  const each = Array.from({ length: 100 }, (_, at) => Buffer.concat([photograph, Buffer.from(`\0${at}`)]));
  const server = serverPid(settings.DATA_DIR);
  const worker = await workerOf(server);
  if (worker === null) throw new Error("no worker is running");
  const tools = await loadTools();
  const readers = async () => {
    const loads: Load[] = [];
    while (typeof tools !== "string" && loads.length < ROUNDS) loads.push(await load(tools.wrk, address, 2));
    return loads;
  };
  const before = await readers();
  const ofServer = putOnScales(server);
  const ofWorker = putOnScales(worker, true);
  const began = performance.now();
  const took = () => `${((performance.now() - began) / 1_000).toFixed(1)} s`;
  const hashes = await Promise.all(each.map((bytes, at) => bring(by, bytes, `anh-${at}.jpg`)));
  say(`100 pictures of ${kb(photograph.length)} dropped at once, all of them kept`, took());
  say("  memory of the server process (at most 100 MB more)", ofServer.read());
  const meanwhile = await readers();
  say(
    "  article while they are made ÷ before (at least 0.8)",
    typeof tools === "string" ? `skipped: ${tools}` : ratio(meanwhile, before),
  );
  await untilMade(office.writer.siteId, hashes, 600_000);
  say("  everything made of all of them, none failed", took());
  say("  memory of the worker and its process (under 700 MB)", ofWorker.read());
}

function middle(loads: Load[]): string {
  const rate = percentile(
    loads.map(({ requestsPerSecond }) => requestsPerSecond),
    0.5,
  );
  const p99 = percentile(
    loads.map(({ p99Ms }) => p99Ms),
    0.5,
  );
  return `${perSecond(rate)}, p99 ${ms(p99)}`;
}

async function desk(office: Office): Promise<void> {
  const cookie = await signIn(url, office.writerEmail, PASSWORD);
  const texts = Array.from({ length: WARM_UP + 500 }, (_, i) => aLongText(office.sectionId, ` ${i}`));
  const { p50, p95 } = await autosave(url, cookie, await start(office.writer, "article"), texts);
  say("autosave of a long report (under 10 / 20 ms)", `p50 ${ms(p50)}, p95 ${ms(p95)}`);
}

/** The text of nearly 2 MB that takes longest; the same five times, for others use the machine as well. */
async function longTexts(office: Office): Promise<void> {
  for (const where of ["on the thread", "in place"] as const) {
    const all: Pauses[] = [];
    for (let i = 1; i <= 5; i += 1) all.push(await longestPauses(office, where));
    const middle = (one: keyof Pauses) =>
      `${one} ${ms(
        percentile(
          all.map((pauses) => pauses[one]),
          0.5,
        ),
      )}`;
    const figures = (["saved", "sent", "reviewed", "signed"] as const).map(middle).join(", ");
    say(`longest pause for a text of 2 MB, ${where}${where === "in place" ? "" : " (under 50 ms)"}`, figures);
  }
}

async function killing(office: Office): Promise<void> {
  const dataDir = settings.DATA_DIR;
  const databaseUrl = ownerUrl();
  const lost = await killBrowsers({ url, dataDir, databaseUrl }, office, KILLS);
  const figures = `p50 ${ms(percentile(lost, 0.5))}, max ${ms(Math.max(...lost))}`;
  say(`typing lost to a browser's kill -9, ${KILLS} kills, server up and away (at most 1500 ms)`, figures);
}

/** How many of the site's pages, all of them in memory, are made again for one new article and for one update. */
async function forgetting(office: Office, article: number, address: string): Promise<void> {
  const visits = async () => {
    for (const page of await pagesOf(url)) await (await fetch(page)).arrayBuffer();
    return figures();
  };
  const before = await visits();
  await untilAnswered(`${url}/x/x-${await publishNew(office, aLongText(office.sectionId, " mới"))}`, 200);
  const between = await visits();
  await publishAgain(office, article, aLongText(office.sectionId, " đã quên"));
  while (!(await fetch(address).then((answer) => answer.text())).includes("đã quên"));
  const after = await figures();
  const share = (from: CacheFigures, to: CacheFigures) => `${to.forgotten - from.forgotten} of ${from.pages}`;
  say("pages forgotten for a new article, for an update", `${share(before, between)}, ${share(between, after)}`);
}

type CacheFigures = { pages: number; forgotten: number; answered: number };

async function figures(): Promise<CacheFigures> {
  const said = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const of = (name: string) => Number(new RegExp(`^toasoan_${name} (\\d+)$`, "m").exec(said)?.[1] ?? Number.NaN);
  return {
    ...{ pages: of("cache_pages"), forgotten: of("cache_forgotten_total") },
    answered: of('requests_total\\{kind="page",status="2xx"\\}'),
  };
}

/** Every address that the site's own map names. */
async function pagesOf(site: string): Promise<string[]> {
  const map = async (path: string) => {
    const xml = await (await fetch(`${site}${path}`)).text();
    return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => new URL(address).pathname);
  };
  const first = await map("/sitemap.xml");
  const parts = first.filter((path) => path.endsWith(".xml"));
  const pages = parts.length === 0 ? first : (await Promise.all(parts.map(map))).flat();
  return pages.map((path) => `${site}${path}`);
}

/** From the commit of a withdrawal until a second instance on the same database says that the article is gone. */
async function otherInstance(office: Office, article: number, path: string): Promise<void> {
  const otherPort = await freePort();
  const address = `http://localhost:${otherPort}`;
  const DATABASE_URL = ownerUrl();
  const SECRET = readFileSync(join(settings.DATA_DIR, "secret"), "utf8").trim();
  const other = npmStart({ PORT: String(otherPort), DATA_DIR: join(folder, "other"), DATABASE_URL, SECRET });
  try {
    await whenReady(other, address, 120_000);
    const took: number[] = [];
    for (let i = 1; i <= 15; i += 1) {
      await untilAnswered(`${address}${path}`, 200);
      await carryOut(office.approver, "withdraw", article, { reason: "error" });
      took.push(await untilAnswered(`${address}${path}`, 410));
      await carryOut(office.approver, "restore", article, {});
    }
    say(
      "withdrawal to 410 on another instance (under 1 s), 15 times",
      `p50 ${ms(percentile(took, 0.5))}, max ${ms(Math.max(...took))}`,
    );
    const { changes, reads, stale, latest } = await staleReads(office, [url, address]);
    const figures = `${stale} (${reads.toLocaleString("en")} reads, the oldest text was ${ms(latest)} old)`;
    say(`reads on two instances that were stale after 1 s, ${changes} changes (none)`, figures);
  } finally {
    await other.stop();
  }
}

/** @returns how long it took, in ms */
async function untilAnswered(address: string, status: number): Promise<number> {
  const began = performance.now();
  while ((await fetch(address)).status !== status) {
    if (performance.now() - began > 10_000) throw new Error(`${address} did not answer ${status} in 10 s`);
  }
  return performance.now() - began;
}

/** From the commit of a move until a hundred open desk pages are told that something has changed. */
async function live(office: Office, article: number): Promise<void> {
  const took = await toldAfter(url, PASSWORD, office, article);
  const figures = `p50 ${ms(percentile(took, 0.5))}, p95 ${ms(percentile(took, 0.95))}, max ${ms(Math.max(...took))}`;
  say("live desk, commit to 100 open pages (p95 under 2000 ms)", figures);
}

/** Resident memory of the product's processes after all this (PostgreSQL's not counted). */
async function memory(): Promise<void> {
  const server = serverPid(settings.DATA_DIR);
  say("memory of the server process (at most 400 MB)", mb(residentOf(server)));
  const worker = await workerOf(server);
  if (worker === null) return say("memory of the worker process", "no worker is running");
  say("memory of the worker process", mb(residentOf(worker)));
  await everyJobOnce();
  say("memory of the worker process, each job done once", mb(residentOf(worker)));
}

/** On a product of its own, when the other is gone. */
async function mixed(office: Office): Promise<void> {
  await office.close();
  await product?.stop();
  product = undefined;
  const weigh = async (dataDir: string) =>
    say("memory of a server after it (at most 450 MB)", mb(residentOf(serverPid(dataDir))));
  const { read, saved, published } = await mixedLoad(folder, weigh);
  const figures = `${read.toLocaleString("en")} pages read, ${saved} saves, ${published} articles made live`;
  say("two minutes of everything over 20,000 articles", figures);
}

/** What the clock lets be done each night; mails may wait for their hour meanwhile. */
async function everyJobOnce(): Promise<void> {
  const names = ["forget_old", "forget_cuts", "fold_views"] as const;
  await transaction(async (tx) => {
    for (const name of names) await enqueue(tx, name, {});
  });
  const areDone = async () => {
    const open = await database().execute(sql`
      select from ${sql.raw(JOBS)}.job where name in (${sql.join([...names], sql`, `)}) and state in ('created', 'retry', 'active')`);
    return open.rows.length === 0;
  };
  if (!(await until(areDone, 60_000))) throw new Error("the worker did not do its jobs in a minute");
}
