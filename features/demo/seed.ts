import { type Tx, transaction } from "#db/transaction.ts";
import { ARTICLES } from "./articles/all.ts";
import { inDraft, inReview } from "./articles/waiting.ts";
import { publish, submit, write } from "./publish.ts";
import { makeSite } from "./site.ts";
import { findSectionIds, hasSite } from "./store.ts";

/** Makes the demo's people on a site; `lines` is what to print about their accounts. */
export type SeedPeople = (
  tx: Tx,
  siteId: number,
) => Promise<{ reporterId: number; approverId: number; lines: string[] }>;

/**
 * Makes the demo where there is no site yet: a site, its people, a dozen articles; all of it, or nothing when the start is
 * killed meanwhile.
 *
 * @param tell prints the lines about accounts. It comes before the commit: no password counts that was never told
 * @returns the lines once more; null when there was nothing to do
 */
export function seedDemo(seedPeople: SeedPeople, tell: (lines: string[]) => void, now: Date): Promise<string[] | null> {
  return transaction(async (tx) => {
    if (await hasSite(tx)) return null;
    const siteId = await makeSite(tx);
    const { lines, ...people } = await seedPeople(tx, siteId);
    const desk = { siteId, ...people, sectionIds: await findSectionIds(tx, siteId) };
    for (const article of ARTICLES) await publish(tx, desk, article, now);
    await submit(tx, desk, inReview, now);
    await write(tx, desk, inDraft, now);
    tell(lines);
    return lines;
  });
}
