import { demoMade } from "./demo-made.ts";
import { ms, percentile, say } from "./figures.ts";
import { aLongText, type Office, publishAgain } from "./office.ts";
import { load, loadTools } from "./tools.ts";

const TIMES = 20;
/** So many come first and are said apart: a server that has just begun still compiles what draws its pages. */
const COLD = 3;
/** Longer than all of them take; in seconds. */
const LOAD_SECONDS = 30;
/** When somebody gives up who waits for a page, in milliseconds. */
const AT_MOST_MS = 10_000;

/**
 * From the commit of an update until each page that shows the article says so, while 32 connections ask for the article as fast as it
 * goes; and the longest that anybody waited for an answer meanwhile. The demo's pictures are made by then.
 *
 * @param pages the addresses of pages that show its headline, by what they are
 */
export async function publishing(office: Office, article: number, pages: Readonly<Record<string, string>>) {
  await demoMade();
  const tools = await loadTools();
  const [address = ""] = Object.values(pages);
  const publish = (mark: string) => publishedIn(office, article, pages, mark);
  let longestCold = 0;
  for (let nth = 1; nth <= COLD; nth += 1)
    longestCold = Math.max(longestCold, (await publish(` lạnh ${nth} hết`)).longest);
  // It may fail before anybody waits for it.
  const noise =
    typeof tools === "string" ? null : load(tools.wrk, address, LOAD_SECONDS).catch((error: unknown) => String(error));
  const all: Published[] = [];
  for (let nth = 1; nth <= TIMES; nth += 1) all.push(await publish(` lần ${nth} hết`));
  const loaded = await noise;
  if (typeof loaded === "string") throw new Error(loaded);
  say(`publish to page, ${loaded ? "under" : "without"} load, ${TIMES} times (at most 500 ms)`, "");
  for (const name of Object.keys(pages)) {
    const took = all.map((one) => one.took.get(name) ?? Number.NaN);
    say(`  ${name}`, `p50 ${ms(percentile(took, 0.5))}, max ${ms(Math.max(...took))}`);
  }
  const ofLoad = loaded
    ? `, of ${Math.round(loaded.requestsPerSecond * LOAD_SECONDS)} of the load ${ms(loaded.mostMs)}`
    : "";
  const waits = all.map(({ longest }) => longest);
  say(
    "  the longest anybody waited (at most 250 ms)",
    `who follows p50 ${ms(percentile(waits, 0.5))}, max ${ms(Math.max(...waits))}${ofLoad}`,
  );
  say(`  the same in the first ${COLD}, without load`, ms(longestCold));
}

/** How long each page took to say it, by what it is, and the longest that an answer took meanwhile; in milliseconds. */
type Published = { took: Map<string, number>; longest: number };

async function publishedIn(
  office: Office,
  article: number,
  pages: Readonly<Record<string, string>>,
  mark: string,
): Promise<Published> {
  const took = new Map<string, number>();
  let longest = 0;
  const committed = await publishAgain(office, article, aLongText(office.sectionId, mark));
  const follow = async ([name, page]: [string, string]) => {
    for (;;) {
      const began = performance.now();
      const text = await (await fetch(page)).text();
      longest = Math.max(longest, performance.now() - began);
      if (text.includes(mark)) return void took.set(name, performance.now() - committed);
      if (performance.now() - committed > AT_MOST_MS) throw new Error(`${page} did not show an update in 10 s`);
    }
  };
  await Promise.all(Object.entries(pages).map(follow));
  return { took, longest };
}
