import { type LiveArticle, untilAnswered } from "./article.ts";
import { say } from "./figures.ts";
import { type CacheFigures, countedBy } from "./metrics.ts";
import { aLongText, publishAgain, publishNew } from "./office.ts";
import type { Product } from "./product.ts";

/** How many of the site's pages, all of them in memory, are made again for one new article and for one update. */
export async function forgetting({ url, office, metricsPort }: Product, article: LiveArticle): Promise<void> {
  const visits = async () => {
    for (const page of await pagesOf(url)) await (await fetch(page)).arrayBuffer();
    return countedBy(metricsPort);
  };
  const before = await visits();
  await untilAnswered(`${url}/x/x-${await publishNew(office, aLongText(office.sectionId, " mới"))}`, 200);
  const between = await visits();
  await publishAgain(office, article.number, aLongText(office.sectionId, " đã quên"));
  while (!(await fetch(article.address).then((answer) => answer.text())).includes("đã quên"));
  const after = await countedBy(metricsPort);
  const share = (from: CacheFigures, to: CacheFigures) => `${to.forgotten - from.forgotten} of ${from.pages}`;
  say("pages forgotten for a new article, for an update", `${share(before, between)}, ${share(between, after)}`);
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
