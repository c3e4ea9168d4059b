import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { carryOut } from "#features/moves/commands.ts";
import { demoMade } from "./demo-made.ts";
import { percentile, perSecond, say } from "./figures.ts";
import { aPlace, type InFront, nginxInFront, varnishInFront } from "./in-front.ts";
import { countedBy } from "./metrics.ts";
import { startNginx } from "./nginx.ts";
import { aLongText, type Office, publishNew } from "./office.ts";
import type { Product } from "./product.ts";
import { wordsOf } from "./same-words.ts";
import { type Load, load, loadTools, varnishd } from "./tools.ts";

const TRIES = 200;
const ROUNDS = 11;
/** What was withdrawn so long before must be gone, in milliseconds. */
const AFTER_MS = 1_000;

/** Each configuration of `deploy` in front of the product: how fast a page is that it keeps, and what it still gives a second after. */
export async function caches(product: Product, folder: string): Promise<void> {
  const tools = await loadTools();
  if (typeof tools === "string") return say("caches in front", `skipped: ${tools}`);
  const varnish = await varnishd();
  await demoMade();
  const ways = {
    nginx: { start: nginxInFront, program: tools.nginx },
    Varnish: { start: varnishInFront, program: varnish },
  };
  for (const [name, { start, program }] of Object.entries(ways)) {
    if (program === undefined) {
      say(`${name} in front`, "skipped: it is not here, and only root may install it");
      continue;
    }
    const place = await aPlace();
    await product.start({ TRUST_PROXY: "1", CACHE_PURGE_URL: place.forgetUrl });
    const own = join(folder, name);
    mkdirSync(own, { recursive: true });
    const front = await start(program, Number(new URL(product.url).port), place, own);
    try {
      await speed(name, tools, front, product, folder);
      const { tries, stale } = await staleAfterWithdrawals(product.office, front);
      say(`  still there ${AFTER_MS} ms after a withdrawal (none)`, `${stale} of ${tries}`);
    } finally {
      await front.stop();
    }
  }
  // As it was.
  await product.start();
}

async function speed(
  name: string,
  { wrk, nginx: program }: { wrk: string; nginx: string },
  { url }: InFront,
  { office, metricsPort }: Product,
  folder: string,
): Promise<void> {
  const address = await addressOf(url, await publishNew(office, aLongText(office.sectionId)));
  const page = Buffer.from(await (await fetch(address)).arrayBuffer());
  const file = await startNginx(program, folder, page, "page.html", await wordsOf(address));
  try {
    const loads: Record<"ours" | "file", Load[]> = { ours: [], file: [] };
    const ask = { ours: () => load(wrk, address, 2), file: () => load(wrk, file.url, 2) };
    await ask.ours();
    await ask.file();
    const answered = async () => (await countedBy(metricsPort)).answered;
    const before = await answered();
    for (let round = 1; round <= ROUNDS; round += 1) {
      loads.ours.push(await ask.ours());
      loads.file.push(await ask.file());
    }
    const asked = loads.ours.reduce((sum, { requestsPerSecond }) => sum + 2 * requestsPerSecond, 0);
    const ratios = loads.ours.map((one, at) => one.requestsPerSecond / (loads.file[at]?.requestsPerSecond ?? 0));
    const rate = percentile(
      loads.ours.map((one) => one.requestsPerSecond),
      0.5,
    );
    say(`article by ${name} in front, median of ${ROUNDS} rounds`, perSecond(rate));
    say("  ÷ nginx from a file, in turns with it (at least 0.6)", percentile(ratios, 0.5).toFixed(2));
    say(
      "  of all these, asked of the product",
      `${(await answered()) - before} of ${Math.round(asked).toLocaleString("en")}`,
    );
  } finally {
    await file.stop();
  }
}

/** Through the cache: what leads to an article's own address. */
async function addressOf(url: string, id: number): Promise<string> {
  const { headers } = await fetch(`${url}/x/x-${id}`, { redirect: "manual" });
  return new URL(headers.get("location") ?? "", url).href;
}

/** Withdraws articles that a cache keeps one after the other, and reads each a second after its withdrawal was committed. */
async function staleAfterWithdrawals(office: Office, { url }: InFront): Promise<{ tries: number; stale: number }> {
  const articles: { id: number; address: string }[] = [];
  for (let at = 0; at < TRIES; at += 1) {
    const id = await publishNew(office, aLongText(office.sectionId, ` bài ${at}`));
    articles.push({ id, address: await addressOf(url, id) });
  }
  let stale = 0;
  const checks: Promise<void>[] = [];
  for (const { id, address } of articles) {
    for (const _ of ["made", "kept"]) {
      if ((await statusOf(address)) !== 200) throw new Error(`${address} cannot be read`);
    }
    await carryOut(office.approver, "withdraw", id, { reason: "error" });
    const check = async () => {
      await pause(AFTER_MS);
      if ((await statusOf(address)) !== 410) stale += 1;
    };
    checks.push(check());
  }
  await Promise.all(checks);
  return { tries: articles.length, stale };
}

async function statusOf(address: string): Promise<number> {
  const answer = await fetch(address);
  await answer.body?.cancel();
  return answer.status;
}
