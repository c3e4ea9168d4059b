import { ARTICLES } from "./articles/all.ts";
import { inDraft, inReview } from "./articles/waiting.ts";
import { publishNew, publishOld, submit, write } from "./publish.ts";
import { makeSite } from "./site.ts";
import { findAnySite, findSectionIds, hasArticles } from "./store.ts";

/** Makes the demo's people on a site, once; `lines` is what to print about their accounts. */
export type SeedPeople = (siteId: number) => Promise<{ reporterId: number; approverId: number; lines: string[] }>;

/**
 * Makes the demo where there is nothing yet: a site, its people, a dozen articles. What a killed start left half done is
 * finished by the next one; an install with a site of its own is left alone.
 *
 * @returns the lines about accounts; null when there was nothing to do
 */
export async function seedDemo(seedPeople: SeedPeople, now: Date): Promise<string[] | null> {
  const there = await findAnySite();
  if (there && (!there.demo || (await hasArticles(there.id)))) return null;
  const siteId = there?.id ?? (await makeSite());
  const { lines, ...people } = await seedPeople(siteId);
  const desk = { siteId, ...people, sectionIds: await findSectionIds(siteId) };
  await publishOld(
    desk,
    ARTICLES.filter(({ from }) => from),
    now,
  );
  for (const article of ARTICLES.filter(({ from }) => !from)) await publishNew(desk, article);
  await submit(desk, inReview);
  await write(desk, inDraft);
  return lines;
}
