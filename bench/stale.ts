import { aLongText, type Office, publishAgain, publishNew } from "./office.ts";

const ARTICLES = 8;
const CHANGES = 840;
/** Of each instance. */
const READERS = 4;
/** What was committed so long before a read began must be read, in ms. */
const AFTER_MS = 1_000;

type Told = { changes: number; reads: number; stale: number; latest: number };

/**
 * Changes articles as fast as it goes, while readers of several instances ask for them.
 * @returns how many reads there were, how many of them gave a text that had been another one for a second when they began, and
 *   for how long the oldest of all texts that were read had been another one, in ms
 */
export async function staleReads(office: Office, sites: readonly string[]): Promise<Told> {
  const articles: { id: number; path: string; committed: number[] }[] = [];
  for (let i = 0; i < ARTICLES; i += 1) {
    const id = await publishNew(office, aLongText(office.sectionId, textNumber(0)));
    const { url } = await fetch(`${sites[0]}/x/x-${id}`);
    articles.push({ id, path: new URL(url).pathname, committed: [performance.now()] });
  }
  const told: Told = { changes: CHANGES, reads: 0, stale: 0, latest: 0 };
  let goesOn = true;
  const read = async (site: string, first: number) => {
    for (let nth = first; goesOn; nth += 1) {
      const article = articles[nth % ARTICLES];
      if (!article) continue;
      const began = performance.now();
      const answer = await fetch(`${site}${article.path}`);
      const page = await answer.text();
      // All of them come from one address, which asks for too much at times.
      if (answer.status === 429) continue;
      const got = Number(/bản số (\d+) hết/.exec(page)?.[1] ?? Number.NaN);
      if (Number.isNaN(got)) throw new Error(`${site}${article.path} was answered ${answer.status}`);
      // The text that came after what was read had been there for so long.
      const next = article.committed[got + 1];
      const late = next === undefined ? 0 : Math.max(0, began - next);
      told.reads += 1;
      told.latest = Math.max(told.latest, late);
      if (late > AFTER_MS) told.stale += 1;
    }
  };
  const reading = Promise.all(sites.flatMap((site) => Array.from({ length: READERS }, (_, i) => read(site, i))));
  for (let i = 0; i < CHANGES; i += 1) {
    const article = articles[i % ARTICLES];
    if (!article) continue;
    const text = aLongText(office.sectionId, textNumber(article.committed.length));
    article.committed.push(await publishAgain(office, article.id, text));
  }
  goesOn = false;
  await reading;
  return told;
}

const textNumber = (n: number) => ` bản số ${n} hết`;
