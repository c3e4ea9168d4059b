import type { Tx } from "#db/transaction.ts";
import type { Content } from "#features/text/content.ts";
import { announce } from "./announce.ts";
import { changeLive, type LiveChange, openSections, pointAt } from "./live-store.ts";
import { placeOf } from "./store.ts";
import { surfacesOf } from "./surfaces.ts";

/**
 * Makes a text the one readers get, and tells every instance what to forget. Its edition says already that it was
 * published: the database refuses any other text.
 *
 * @param owed set for an emergency: by whom, until another approver countersigns
 * @returns the surfaces that show the article, before or now
 */
export async function goLive(
  tx: Tx,
  article: { id: number; siteId: number },
  revision: { id: number; content: Content },
  owed: { by: number } | null,
): Promise<string[]> {
  return changing(tx, article, async () => {
    await pointAt(tx, article.id, revision.id, revision.content, owed);
    return openSections(tx, article.id);
  });
}

/** Takes an article from readers, or gives it back, and tells every instance. */
export async function changeForReaders(
  tx: Tx,
  article: { id: number; siteId: number },
  change: LiveChange,
): Promise<string[]> {
  return changing(tx, article, async () => {
    await changeLive(tx, article.id, change);
    return false;
  });
}

/** @param work says whether it has opened a section */
async function changing(
  tx: Tx,
  article: { id: number; siteId: number },
  work: () => Promise<boolean>,
): Promise<string[]> {
  const before = await placeOf(tx, article.id);
  const opened = await work();
  const surfaces = surfacesOf(before, await placeOf(tx, article.id), opened);
  await announce(tx, article.siteId, surfaces);
  return surfaces;
}
