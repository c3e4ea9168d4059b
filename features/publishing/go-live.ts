import type { Tx } from "#db/transaction.ts";
import type { Content } from "#features/text/content.ts";
import { announce } from "./announce.ts";
import { changeLive, type LiveChange, pointAt } from "./live-store.ts";
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
  return changing(tx, article, () => pointAt(tx, article.id, revision.id, revision.content, owed));
}

/** Takes an article from readers, or gives it back, and tells every instance. */
export async function changeForReaders(
  tx: Tx,
  article: { id: number; siteId: number },
  change: LiveChange,
): Promise<string[]> {
  return changing(tx, article, () => changeLive(tx, article.id, change));
}

async function changing(tx: Tx, article: { id: number; siteId: number }, work: () => Promise<void>): Promise<string[]> {
  const before = await placeOf(tx, article.id);
  await work();
  const surfaces = surfacesOf(before, await placeOf(tx, article.id));
  await announce(tx, article.siteId, surfaces);
  return surfaces;
}
