import { join } from "node:path";
import type { Archive } from "#db/testing-archive.ts";
import { npmStart, whenReady } from "#e2e/fixtures/npm-start.ts";
import { archivePath } from "#features/addresses/lists.ts";
import { feedPath } from "#features/addresses/machines.ts";
import { homePath, sectionPath, sitemapPath } from "#features/addresses/public.ts";
import { daysAfter } from "#lib/dates.ts";
import { freePort } from "#lib/free-port.ts";
import { besideNginx } from "./beside-nginx.ts";
import { ms, percentile, say } from "./figures.ts";
import { loadTools } from "./tools.ts";

/** Of each kind so many that nobody has asked for before. */
const PAGES = 20;
/** Not counted: a server that has just begun still compiles its code. */
const WARM_UP = 10;

/**
 * The product on an archive, without its worker: how long a page takes that nobody has asked for yet, and how fast those are that lie
 * in memory.
 *
 * @param oldest the first day on which something was published, as ISO 8601 spells it
 */
export async function renders(ownerUrl: string, { large, ...archive }: Archive, oldest: string, folder: string) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const SECRET = crypto.randomUUID() + crypto.randomUUID();
  const own = { PORT: String(port), DATA_DIR: join(folder, "product"), DATABASE_URL: ownerUrl, SECRET };
  const product = npmStart({ ...own, DEMO: "0", ROLES: "web" });
  try {
    await whenReady(product, url);
    const day = (nth: number) => archivePath(daysAfter(oldest, nth));
    const article = (nth: number) => `/x/x-${archive.base + 15 + 50 * (1 + nth * 97)}`;
    const kinds: Record<string, (nth: number) => string> = {
      "section, from page 5,000 on": (nth) => sectionPath(large.slug, 5_000 + nth),
      "day of the archive, from its first on": day,
      "sitemap, from part 20 on": (nth) => sitemapPath(20 + nth),
      article: (nth) => article(nth),
    };
    say("first render, at the server (at most 50 ms)", `p50, max of ${PAGES}`);
    for (const [name, path] of Object.entries(kinds)) {
      const took: number[] = [];
      for (let nth = WARM_UP + PAGES - 1; nth >= 0; nth -= 1) {
        const { href, spent } = await firstOf(`${url}${path(nth)}`);
        if (href !== null && nth < PAGES) took.push(spent);
      }
      if (took.length < PAGES) say(`  ${name}`, "skipped: the archive is too small for so many");
      else say(`  ${name}`, `p50 ${ms(percentile(took, 0.5))}, max ${ms(Math.max(...took))}`);
    }
    const tools = await loadTools();
    if (typeof tools === "string") return say("pages ÷ nginx", `skipped: ${tools}`);
    const { url: anArticle } = await fetch(`${url}${article(0)}`);
    await besideNginx(
      tools,
      {
        article: anArticle,
        section: `${url}${sectionPath(large.slug)}`,
        front: `${url}${homePath}`,
        feed: `${url}${feedPath("rss")}`,
      },
      folder,
    );
  } finally {
    await product.stop();
  }
}

/** Follows what leads to a page's own address, and times the page alone. @returns in milliseconds; href null where there is no page */
async function firstOf(address: string): Promise<{ href: string | null; spent: number }> {
  const began = performance.now();
  const answer = await fetch(address, { redirect: "manual" });
  await answer.arrayBuffer();
  const spent = performance.now() - began;
  const location = answer.headers.get("location");
  if (answer.status === 308 && location) return firstOf(new URL(location, address).href);
  return { href: answer.status === 200 ? address : null, spent };
}
