import { Agent, request } from "node:http";
import { join } from "node:path";
import pg from "pg";
import { startCluster } from "#db/embedded/cluster.ts";
import { migrate } from "#db/migrate.ts";
import { type Archive, beginArchive, growArchive } from "#db/testing-archive.ts";
import { npmStart, whenReady } from "#e2e/fixtures/npm-start.ts";
import { serverPid } from "#e2e/fixtures/processes.ts";
import { sectionPath } from "#features/addresses/public.ts";
import { start } from "#features/moves/commands.ts";
import { freePort } from "#lib/free-port.ts";
import { openTab, signIn } from "./desk.ts";
import { say } from "./figures.ts";
import { aLongText, archiveOffice, type Office, publishNew } from "./office.ts";
import { mb, residentOf } from "./scales.ts";

const SIZE = { paragraphs: 12, isWhole: false, drafts: 200, inReview: 50, people: 40 };
const ARTICLES = 20_000;
const READERS = 16;
const FOR_MS = 120_000;
const SAVE_EVERY_MS = 300;
const PUBLISH_EVERY_MS = 2_000;
const PASSWORD = "một mật khẩu để đo";

/** Two minutes on a product of its own: readers who go through all pages of an archive, a reporter who saves, and articles that go live. */
export async function mixed(folder: string): Promise<void> {
  const dataDir = join(folder, "mixed");
  const cluster = await startCluster(join(folder, "mixed-database"));
  try {
    await makeDatabase(cluster.ownerUrl("postgres"));
    const ownerUrl = cluster.ownerUrl("mixed");
    await migrate(ownerUrl);
    const archive = await growArchive(ownerUrl, await beginArchive(ownerUrl, SIZE), ARTICLES, SIZE);
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const SECRET = crypto.randomUUID() + crypto.randomUUID();
    const settings = { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: ownerUrl, DEMO: "0" };
    // Behind a proxy, as far as it knows: each page is asked for from another address, as by so many readers.
    const product = npmStart({ ...settings, SECRET, TRUST_PROXY: "1" });
    try {
      await whenReady(product, url);
      const office = await archiveOffice(ownerUrl, archive, PASSWORD);
      const text = await beginText(url, office);
      const until = performance.now() + FOR_MS;
      const [read, saved, published] = await Promise.all([
        readers(url, archive, until),
        saves(text, until),
        publications(office, until),
      ]);
      say("memory of a server after it (at most 450 MB)", mb(residentOf(serverPid(dataDir))));
      await office.close();
      const figures = `${read.toLocaleString("en")} pages read, ${saved} saves, ${published} articles made live`;
      say("two minutes of everything over 20,000 articles", figures);
    } finally {
      await product.stop();
    }
  } finally {
    await cluster.stop();
  }
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("create database mixed");
  await client.end();
}

/** Every article once and again, a list between them now and then. @returns how many pages were read */
async function readers(url: string, archive: Archive, until: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: READERS });
  let asked = 0;
  const one = async () => {
    while (performance.now() < until) {
      asked += 1;
      const from = `10.${asked % 250}.${(asked >> 8) % 250}.7`;
      await get(`${url}${addressOf(archive, asked)}`, agent, from);
    }
  };
  await Promise.all(Array.from({ length: READERS }, one));
  agent.destroy();
  return asked;
}

function addressOf({ base, large }: Archive, nth: number): string {
  if (nth % 20 === 0) return nth % 40 === 0 ? "/" : sectionPath(large.slug, 1 + (nth % 400));
  // Steps of 7,919, which is prime, come to every article before one comes again.
  return `/x/x-${base + 1 + ((nth * 7_919) % ARTICLES)}`;
}

/** Follows the redirect to the article's own address, as a browser does. */
async function get(address: string, agent: Agent, from: string): Promise<void> {
  const { status, location, again } = await ask(address, agent, from);
  // Some articles of the archive are hidden, which is said by the hour.
  const isHidden = status === 503 && again === "3600";
  if (![200, 308, 410].includes(status) && !isHidden) throw new Error(`${address} was answered ${status}`);
  if (location) await get(new URL(location, address).href, agent, from);
}

function ask(address: string, agent: Agent, from: string) {
  const headers = { "accept-encoding": "br, gzip", "x-forwarded-for": from };
  return new Promise<{ status: number; location?: string; again?: string }>((resolve, reject) => {
    const asked = request(address, { agent, headers }, (answer) => {
      const { location, "retry-after": again } = answer.headers;
      const said = { status: answer.statusCode ?? 0, ...(location ? { location } : {}), ...(again ? { again } : {}) };
      answer.on("end", () => resolve(said));
      answer.on("error", reject).resume();
    });
    asked.on("error", reject).end();
  });
}

/** A text that somebody writes. It begins before others do: who begins a second text while the first is empty gets that one. */
async function beginText(url: string, office: Office) {
  const tab = openTab(url, await signIn(url, office.writerEmail, PASSWORD), await start(office.writer, "article"));
  const save = (nth: number) => tab.save(aLongText(office.sectionId, ` ${nth}`));
  await save(0);
  return { save, close: tab.close };
}

async function saves({ save, close }: Awaited<ReturnType<typeof beginText>>, until: number): Promise<number> {
  let saved = 0;
  for (; performance.now() < until; saved += 1) {
    await save(saved + 1);
    await pause(SAVE_EVERY_MS);
  }
  close();
  return saved;
}

async function publications(office: Office, until: number): Promise<number> {
  let published = 0;
  for (; performance.now() < until; published += 1) {
    await publishNew(office, aLongText(office.sectionId, ` mới ${published}`));
    await pause(PUBLISH_EVERY_MS);
  }
  return published;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
