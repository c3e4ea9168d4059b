import { type Tx, transaction } from "#db/transaction.ts";
import { storage } from "#features/files/storage.ts";
import { sectionsOf } from "#features/sites/sections-store.ts";
import { everySite } from "#features/sites/sites-store.ts";
import { articlesInOrder } from "./articles/all.ts";
import { inDraft, inReview } from "./articles/waiting.ts";
import { listPictures, putPictures } from "./bring-pictures.ts";
import { PAGES } from "./pages.ts";
import { publish, publishAtRoot, submit, write } from "./publish.ts";
import { makeDemoSite, SITE_WORDS } from "./site.ts";
import { waitForTurn } from "./store.ts";

/** Makes the demo's people on a site. */
export type SeedPeople = (
  tx: Tx,
  siteId: number,
) => Promise<{ reporterId: number; editorId: number; approverId: number }>;

/**
 * Makes the demo where there is no site yet: a site and what it says of itself, its people, a few pages, pictures and articles;
 * all of it, or nothing when the start is killed meanwhile, but bytes of pictures under their own names. Of two instances that begin together one makes it and the other finds it made.
 *
 * @param bytes where its pictures are put
 * @param tell prints the password. It comes before the commit: none counts that was never told
 * @returns whether there was anything to do
 */
export async function seedDemo(
  seedPeople: SeedPeople,
  tell: () => void,
  now: Date,
  bytes = storage(),
): Promise<boolean> {
  const hasSites = async (tx: Tx) => (await everySite(tx)).length > 0;
  if (await transaction(hasSites)) return false;
  const put = await putPictures(bytes);
  return transaction(async (tx) => {
    await waitForTurn(tx);
    if (await hasSites(tx)) return false;
    const siteId = await makeDemoSite(tx);
    const people = await seedPeople(tx, siteId);
    const sectionIds = new Map((await sectionsOf(tx, siteId)).map(({ id, name }) => [name, id]));
    const desk = { siteId, ...people, sectionIds };
    await listPictures(tx, { siteId, personId: people.reporterId }, put, now);
    await publishAtRoot(tx, desk, "site", SITE_WORDS);
    for (const page of PAGES) await publishAtRoot(tx, desk, "page", page);
    for (const article of articlesInOrder(now)) await publish(tx, desk, article, now);
    await submit(tx, desk, inReview, now);
    await write(tx, desk, inDraft, now);
    tell();
    return true;
  });
}
