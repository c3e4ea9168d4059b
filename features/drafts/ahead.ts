import { transaction } from "#db/transaction.ts";
import { spellAhead } from "#features/long-texts/on-thread.ts";
import { type Actor, askerOf } from "#features/workflow/asker.ts";
import { maySee } from "#features/workflow/policy.ts";
import { revisionText } from "#features/workflow/store.ts";
import { findStory } from "#features/workflow/story-store.ts";
import { Refusal } from "#lib/refusal.ts";

/**
 * What takes long in hashing the texts that a press or a page is about, before the article is held or a connection is
 * taken, for whoever may see them. Should another text be there then, the press takes as long as that text needs; what
 * is refused here is left to be found there.
 *
 * @param revisionId an earlier version that it is about as well
 */
export async function spellTexts(by: Actor, documentId: number, revisionId?: number): Promise<void> {
  const texts = await transaction(async (tx) => {
    const story = await findStory(tx, by.siteId, documentId);
    if (!story || !maySee(await askerOf(tx, by, story))) return [];
    const version = revisionId === undefined ? null : await revisionText(tx, documentId, revisionId);
    return [story.buffer?.kept, version?.content];
  });
  for (const text of texts) if (text?.body) await spellAhead(text.body).catch(leftToBeFound);
}

function leftToBeFound(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
