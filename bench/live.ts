import { request } from "node:http";
import { carryOut } from "#features/moves/commands.ts";
import { signIn } from "./desk.ts";
import { ms, percentile, say } from "./figures.ts";
import type { Product } from "./product.ts";

/** Open desk pages, as many as one browser may hold of each session. */
const PAGES = 100;
const PAGES_OF_A_SESSION = 3;
const CHANGES = 20;

type Page = { words: { word: string; at: number }[]; leave(): void };

/** From the commit of a move until a hundred open desk pages are told that something has changed. */
export async function live(product: Product, article: number): Promise<void> {
  const took = await toldAfter(product, article);
  const figures = `p50 ${ms(percentile(took, 0.5))}, p95 ${ms(percentile(took, 0.95))}, max ${ms(Math.max(...took))}`;
  say("live desk, commit to 100 open pages (p95 under 2000 ms)", figures);
}

/**
 * Opens desk pages of somebody who may see everything that happens, then lets things happen.
 * @returns for each page and each thing, the time from the commit until the page was told, in ms
 */
async function toldAfter({ url, password, office }: Product, article: number): Promise<number[]> {
  const pages: Page[] = [];
  try {
    while (pages.length < PAGES) {
      const cookie = await signIn(url, office.approverEmail, password);
      const some = Math.min(PAGES_OF_A_SESSION, PAGES - pages.length);
      pages.push(...(await Promise.all(Array.from({ length: some }, () => open(url, cookie)))));
    }
    await eachHas(pages, 1, "ready");
    const took: number[] = [];
    for (let i = 1; i <= CHANGES; i += 1) {
      await carryOut(
        office.approver,
        i % 2 === 1 ? "hide" : "restore",
        article,
        i % 2 === 1 ? { reason: "Đo tốc độ." } : {},
      );
      const committed = performance.now();
      await eachHas(pages, i, "changed");
      took.push(...pages.map(({ words }) => Math.max(0, timeOf(words, i) - committed)));
    }
    return took;
  } finally {
    for (const { leave } of pages) leave();
  }
}

const timeOf = (words: Page["words"], nth: number) =>
  words.filter(({ word }) => word === "changed")[nth - 1]?.at ?? Number.NaN;

async function eachHas(pages: Page[], times: number, word: string): Promise<void> {
  const began = performance.now();
  while (!pages.every(({ words }) => words.filter((one) => one.word === word).length >= times)) {
    if (performance.now() - began > 20_000) throw new Error(`an open desk page was not told "${word}" in 20 s`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

function open(url: string, cookie: string): Promise<Page> {
  return new Promise((resolve, reject) => {
    const words: Page["words"] = [];
    const asked = request(`${url}/api/live`, { agent: false, headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`a stream was answered ${answer.statusCode}`));
      answer.setEncoding("utf8").on("data", (said: string) => {
        const at = performance.now();
        for (const [, word = ""] of said.matchAll(/^event: (\w+)$/gm)) words.push({ word, at });
      });
      answer.on("error", () => undefined);
      resolve({ words, leave: () => asked.destroy() });
    });
    asked.on("error", reject);
    asked.end();
  });
}
