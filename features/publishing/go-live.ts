import type { Tx } from "#db/transaction.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import { type Content, shownOf } from "#features/text/kind.ts";
import type { MovePermit } from "#features/workflow/policy.ts";
import { announce } from "./announce.ts";
import { changeLive, type LiveChange, openSections, pointAt } from "./live-store.ts";
import { placeOf } from "./store.ts";
import { surfacesOf } from "./surfaces.ts";

/**
 * Makes a text the one readers get, and tells every instance what to forget. Its edition says already that it was
 * published: the database refuses any other text.
 *
 * @returns the surfaces that show the document, before or now
 */
export async function goLive(
  tx: Tx,
  permit: MovePermit,
  revision: { id: number; content: Content },
): Promise<string[]> {
  return changing(tx, permit, async () => {
    await pointAt(tx, permit, revision.id, shownOf(kindOf(permit), revision.content));
    return openSections(tx, permit);
  });
}

/** Takes a document from readers, or gives it back, and tells every instance. */
export async function changeForReaders(tx: Tx, permit: MovePermit, change: LiveChange): Promise<string[]> {
  return changing(tx, permit, async () => {
    await changeLive(tx, permit, change);
    return false;
  });
}

/** @param work says whether it has opened a section */
async function changing(tx: Tx, { siteId, documentId }: MovePermit, work: () => Promise<boolean>): Promise<string[]> {
  const before = await placeOf(tx, documentId);
  const opened = await work();
  const surfaces = surfacesOf(before, await placeOf(tx, documentId), opened);
  await announce(tx, siteId, surfaces);
  return surfaces;
}
