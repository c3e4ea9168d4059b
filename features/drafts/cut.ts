import type { Tx } from "#db/transaction.ts";
import { newSalt } from "#features/text/canonical.ts";
import { contentHash, digestOf } from "#features/text/hashes.ts";
import type { Cut } from "#features/workflow/four-eyes.ts";
import type { RevisionMark, Story } from "#features/workflow/story.ts";
import { withSlug } from "./slug.ts";
import { insertRevision, markCut } from "./store.ts";

/**
 * The hash of the text on the screen: of the last revision, or of the one that a move would cut from the buffer,
 * whose salt is drawn already and whose address comes from the headline when nobody typed one.
 */
export async function hashOnScreen(story: Pick<Story, "buffer" | "lastRevision">): Promise<string | null> {
  const { buffer, lastRevision } = story;
  if (!buffer) return null;
  const content = withSlug(buffer.kept);
  if (lastRevision?.digest === (await digestOf(content))) return lastRevision.contentHash;
  return contentHash(buffer.nextSalt, content);
}

/**
 * Cuts a revision from the buffer, in its last writer's name, unless the last revision is that very text.
 * Under the story's lock; `story` is what was read under it.
 *
 * @param inTheNameOf who it is ascribed to when nobody has typed since the last cut; a first text that nobody typed in
 *   at all is its starter's
 * @returns the revision that holds the text of the buffer
 */
export async function cut(tx: Tx, story: Story, because: Cut, inTheNameOf: number): Promise<RevisionMark> {
  const { article, open, buffer, lastRevision } = story;
  if (!open || !buffer) throw new Error(`article ${article.id} has no open text to cut`);
  if (lastRevision?.digest === buffer.digest && because !== "restore") return lastRevision;
  const made = await insertRevision(tx, {
    articleId: article.id,
    editionId: open.id,
    content: buffer.kept,
    digest: buffer.digest,
    salt: buffer.nextSalt,
    contentHash: await contentHash(buffer.nextSalt, buffer.kept),
    writerId: buffer.lastWriterId ?? (lastRevision || open.baseRevisionId ? inTheNameOf : open.openedBy),
    cutBecause: because,
  });
  await markCut(tx, open.id, newSalt());
  return made;
}
