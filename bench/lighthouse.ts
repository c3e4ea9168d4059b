import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "#lib/run.ts";
import { findChromium } from "#scripts/checks/chromium.ts";
import { ms, percentile, say } from "./figures.ts";

const VERSION = "lighthouse@13";

/** Of each figure the one in the middle: a machine that does something else meanwhile is seen in one of them. */
const RUNS = 3;

/** What it says of a page, as far as we read it. */
type Report = {
  categories: Record<string, { title: string; score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { title: string; score: number | null; numericValue?: number }>;
};

/**
 * Google's Lighthouse, which is fetched for this alone, over kinds of pages as a phone on a slow network meets them: what it gives of
 * 100 in each category, with what it misses, and when the largest thing is there, what moves, and for how long nothing can be pressed.
 * Each page is asked for beforehand and is in memory.
 *
 * @param pages by what they are
 */
export async function lighthouse(folder: string, pages: Readonly<Record<string, string>>): Promise<void> {
  const own = join(folder, "lighthouse");
  mkdirSync(own, { recursive: true });
  const fetched = await run("npm", ["install", "--prefix", own, "--no-save", "--no-audit", "--no-fund", VERSION]);
  if (fetched.code !== 0) return say("Lighthouse", "skipped: npm could not fetch it");
  for (const [name, url] of Object.entries(pages)) {
    await (await fetch(url)).arrayBuffer();
    const reports: Report[] = [];
    for (let nth = 0; nth < RUNS; nth += 1) reports.push(await reportOn(own, url));
    const [report] = reports as [Report];
    const middle = (of: (one: Report) => number | null | undefined) =>
      percentile(
        reports.map((one) => of(one) ?? Number.NaN),
        0.5,
      );
    const scores = Object.entries(report.categories).map(
      ([key, { title }]) => `${title} ${Math.round(middle(({ categories }) => categories[key]?.score) * 100)}`,
    );
    // Pages of results are kept out of search engines, which is most of what SEO is told to look for.
    say(`Lighthouse, ${name} (100 each${name === "search" ? ", but SEO" : ""}), middle of ${RUNS}`, scores.join(", "));
    const figure = (id: string) => middle(({ audits }) => audits[id]?.numericValue);
    const moved = figure("cumulative-layout-shift").toFixed(3);
    const [largest, blocked] = [figure("largest-contentful-paint"), figure("total-blocking-time")];
    say("  LCP (under 1200 ms), CLS (under 0.02), TBT (0)", `${ms(largest)}, ${moved}, ${ms(blocked)}`);
    const missed = Object.values(report.categories)
      .flatMap(({ auditRefs }) => auditRefs)
      .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 0.9);
    for (const { id } of missed) say(`  misses: ${id}`, report.audits[id]?.title ?? "");
  }
}

async function reportOn(own: string, url: string): Promise<Report> {
  const file = join(own, "report.json");
  const flags = "--headless=new --no-sandbox --disable-gpu";
  const { code, output } = await run(
    join(own, "node_modules/.bin/lighthouse"),
    [url, "--quiet", "--output=json", `--output-path=${file}`, `--chrome-flags=${flags}`],
    { env: { ...process.env, CHROME_PATH: await findChromium() } },
  );
  if (code !== 0) throw new Error(`Lighthouse said of ${url}:\n${output}`);
  return JSON.parse(readFileSync(file, "utf8")) as Report;
}
