import type { Tx } from "#db/transaction.ts";
import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import { type Content, shownOf } from "#features/text/kind.ts";
import { announce } from "./announce.ts";
import { changeLive, type LiveChange, openSections, pointAt } from "./live-store.ts";
import { placeOf } from "./store.ts";
import { surfacesOf } from "./surfaces.ts";

/**
 * Makes a text the one readers get, and tells every instance what to forget. Its edition says already that it was
 * published: the database refuses any other text.
 *
 * @param owed set for an emergency: by whom, until another approver countersigns
 * @returns the surfaces that show the document, before or now
 */
export async function goLive(
  tx: Tx,
  document: { id: number; siteId: number; kind: KindName },
  revision: { id: number; content: Content },
  owed: { by: number } | null,
): Promise<string[]> {
  return changing(tx, document, async () => {
    await pointAt(tx, document, revision.id, shownOf(kindOf(document), revision.content), owed);
    return openSections(tx, document.id);
  });
}

/** Takes a document from readers, or gives it back, and tells every instance. */
export async function changeForReaders(
  tx: Tx,
  document: { id: number; siteId: number; kind: KindName },
  change: LiveChange,
): Promise<string[]> {
  return changing(tx, document, async () => {
    await changeLive(tx, document.id, change);
    return false;
  });
}

/** @param work says whether it has opened a section */
async function changing(
  tx: Tx,
  document: { id: number; siteId: number; kind: KindName },
  work: () => Promise<boolean>,
): Promise<string[]> {
  const before = await placeOf(tx, document.id);
  const opened = await work();
  const surfaces = surfacesOf(before, await placeOf(tx, document.id), opened);
  await announce(tx, document.siteId, surfaces);
  return surfaces;
}
