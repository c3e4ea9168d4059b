import type { Tx } from "#db/transaction.ts";
import { documentFact, siteFact } from "#features/facts/facts.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import { type Content, shownOf } from "#features/text/kind.ts";
import type { MovePermit } from "#features/workflow/policy.ts";
import { announce } from "./announce.ts";
import { changeLive, type LiveChange, openSections, pointAt } from "./live-store.ts";
import { findListed } from "./store.ts";

/**
 * Makes a text the one readers get, and tells every instance what to forget. Its edition says already that it was
 * published: the database refuses any other text.
 */
export async function goLive(tx: Tx, permit: MovePermit, revision: { id: number; content: Content }): Promise<void> {
  await changing(tx, permit, async () => {
    await pointAt(tx, permit, revision.id, shownOf(kindOf(permit), revision.content));
    return openSections(tx, permit);
  });
}

/** Takes a document from readers, or gives it back, and tells every instance. */
export async function changeForReaders(tx: Tx, permit: MovePermit, change: LiveChange): Promise<void> {
  await changing(tx, permit, async () => {
    await changeLive(tx, permit, change);
    return false;
  });
}

/** @param work says whether it has opened a section, which stands on every page from now on */
async function changing(tx: Tx, permit: MovePermit, work: () => Promise<boolean>): Promise<void> {
  const { siteId, documentId } = permit;
  const before = await findListed(tx, documentId);
  const hasOpened = await work();
  const touched = kindOf(permit).touches({ siteId, before, after: await findListed(tx, documentId) });
  await announce(tx, siteId, [documentFact(documentId), ...touched, ...(hasOpened ? [siteFact(siteId)] : [])]);
}
