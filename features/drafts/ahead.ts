import { transaction } from "#db/transaction.ts";
import type { Content } from "#features/text/content.ts";
import { spellAhead } from "#features/text/on-thread.ts";
import { revisionText } from "#features/workflow/store.ts";
import { findStory } from "#features/workflow/story-store.ts";

/**
 * What takes long in hashing the texts that a press is about, before the article is held. Should another text be there
 * when it is, the press takes as long as that text needs.
 *
 * @param revisionId an earlier version that it is about as well
 */
export async function spellTexts(siteId: number, articleId: number, revisionId?: number): Promise<void> {
  const texts = await transaction(async (tx) => {
    const story = await findStory(tx, siteId, articleId);
    const version = story && revisionId !== undefined ? await revisionText(tx, articleId, revisionId) : null;
    return [story?.buffer?.kept, version?.content as Content | null | undefined];
  });
  for (const text of texts) if (text) await spellAhead(text.body);
}
