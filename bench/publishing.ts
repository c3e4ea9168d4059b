import { ms, percentile, say } from "./figures.ts";
import { aLongText, type Office, publishAgain } from "./office.ts";
import { load, loadTools } from "./tools.ts";

const TIMES = 20;
/** Longer than all of them take; in seconds. */
const LOAD_SECONDS = 30;
/** When somebody gives up who waits for a page, in milliseconds. */
const AT_MOST_MS = 10_000;

/**
 * From the commit of an update until each page that shows the article says so, while 32 connections ask for the article as fast as it
 * goes; and the longest that anybody waited for an answer meanwhile.
 *
 * @param pages the addresses of pages that show its headline, by what they are
 */
export async function publishing(office: Office, article: number, pages: Readonly<Record<string, string>>) {
  const tools = await loadTools();
  const [address = ""] = Object.values(pages);
  // It may fail before anybody waits for it.
  const noise =
    typeof tools === "string" ? null : load(tools.wrk, address, LOAD_SECONDS).catch((error: unknown) => String(error));
  const took = new Map(Object.keys(pages).map((name) => [name, [] as number[]]));
  let longest = 0;
  for (let nth = 1; nth <= TIMES; nth += 1) {
    const mark = ` lần ${nth} hết`;
    const committed = await publishAgain(office, article, aLongText(office.sectionId, mark));
    const follow = async ([name, page]: [string, string]) => {
      for (;;) {
        const began = performance.now();
        const text = await (await fetch(page)).text();
        longest = Math.max(longest, performance.now() - began);
        if (text.includes(mark)) return void took.get(name)?.push(performance.now() - committed);
        if (performance.now() - committed > AT_MOST_MS) throw new Error(`${page} did not show an update in 10 s`);
      }
    };
    await Promise.all(Object.entries(pages).map(follow));
  }
  const loaded = await noise;
  if (typeof loaded === "string") throw new Error(loaded);
  say(`publish to page, ${loaded ? "under" : "without"} load, ${TIMES} times (at most 500 ms)`, "");
  for (const [name, all] of took) {
    say(`  ${name}`, `p50 ${ms(percentile(all, 0.5))}, max ${ms(Math.max(...all))}`);
  }
  const ofLoad = loaded
    ? `, of ${Math.round(loaded.requestsPerSecond * LOAD_SECONDS)} of the load ${ms(loaded.mostMs)}`
    : "";
  say("  the longest anybody waited (at most 250 ms)", `who follows ${ms(longest)}${ofLoad}`);
}
