import type { Tx } from "#db/transaction.ts";
import { announce } from "#features/facts/announce.ts";
import { documentFact, fileFact } from "#features/facts/facts.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import { openSections } from "#features/sites/open-sections.ts";
import { type Content, type Shown, shownOf } from "#features/text/kind.ts";
import type { MovePermit } from "#features/workflow/policy.ts";
import { changeLive, type LiveChange, pointAt } from "./live-store.ts";
import { findListed, findLiveFiles } from "./store.ts";

/**
 * Makes a text the one readers get, and tells every instance what to forget. Its edition says already that it was
 * published: the database refuses any other text.
 */
export async function goLive(tx: Tx, permit: MovePermit, revision: { id: number; content: Content }): Promise<void> {
  await changing(tx, permit, async () => {
    const shown = shownOf(kindOf(permit), revision.content);
    await pointAt(tx, permit, revision.id, shown);
    await openSections(tx, { siteId: permit.siteId, personId: permit.by, because: "go_live" }, sectionsIn(shown));
  });
}

/** Takes a document from readers, or gives it back, and tells every instance. */
export async function changeForReaders(tx: Tx, permit: MovePermit, change: LiveChange): Promise<void> {
  await changing(tx, permit, () => changeLive(tx, permit, change));
}

async function changing(tx: Tx, permit: MovePermit, work: () => Promise<void>): Promise<void> {
  const { siteId, documentId } = permit;
  const before = await findListed(tx, documentId);
  const filesBefore = await findLiveFiles(tx, documentId);
  await work();
  const touched = kindOf(permit).touches({ siteId, before, after: await findListed(tx, documentId) });
  // Whether another text that is live names them as well is asked by whoever looks.
  const shown = new Set([...filesBefore, ...(await findLiveFiles(tx, documentId))]);
  await announce(tx, siteId, [documentFact(documentId), ...touched, ...[...shown].map(fileFact)]);
}

function sectionsIn({ sectionId, secondSectionIds }: Shown): number[] {
  return [...(sectionId === null ? [] : [sectionId]), ...secondSectionIds];
}
