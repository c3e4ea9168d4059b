import type { Tx } from "#db/transaction.ts";
import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import { canonicalText, contentHash, digestOf } from "#features/long-texts/hashes.ts";
import { newSalt } from "#features/text/canonical.ts";
import { sectionOf } from "#features/text/kind.ts";
import type { Cut } from "#features/workflow/four-eyes.ts";
import type { RevisionMark, Story } from "#features/workflow/story.ts";
import { withSlug } from "./slug.ts";
import { insertRevision, markCut } from "./store.ts";

/** What stands on somebody's screen. */
export type OnScreen = Pick<Story, "buffer" | "lastRevision"> & { document: { kind: KindName } };

/**
 * The hash of the text on the screen: of the last revision, or of the one that a move would cut from the buffer,
 * whose salt is drawn already and whose address comes from the headline when nobody typed one.
 */
export async function hashOnScreen(story: OnScreen): Promise<string | null> {
  const { document, buffer, lastRevision } = story;
  if (!buffer) return null;
  const kind = kindOf(document);
  const content = withSlug(kind, buffer.kept);
  if (lastRevision?.digest === (await digestOf(kind, content))) return lastRevision.contentHash;
  return contentHash(kind, buffer.nextSalt, content);
}

/**
 * Cuts a revision from the buffer, in the names of those who wrote, unless the last revision is that very text.
 * Under the story's lock; `story` is what was read under it.
 *
 * @param inTheNameOf who it is ascribed to when nobody has typed since the last cut; a first text that nobody typed in
 *   at all is its starter's
 * @returns the revision that holds the text of the buffer
 */
export async function cut(tx: Tx, story: Story, because: Cut, inTheNameOf: number): Promise<RevisionMark> {
  const { document, open, buffer, lastRevision } = story;
  if (!open || !buffer) throw new Error(`document ${document.id} has no open text to cut`);
  if (lastRevision?.digest === buffer.digest && because !== "restore") return lastRevision;
  const made = await insertRevision(tx, {
    documentId: document.id,
    editionId: open.id,
    content: buffer.kept,
    sectionId: sectionOf(kindOf(document), buffer.content),
    digest: buffer.digest,
    canonical: await canonicalText(kindOf(document), buffer.kept),
    salt: buffer.nextSalt,
    contentHash: await contentHash(kindOf(document), buffer.nextSalt, buffer.kept),
    writers:
      buffer.unkeptBy.length > 0
        ? buffer.unkeptBy
        : [lastRevision || open.baseRevisionId ? inTheNameOf : open.openedBy],
    cutBecause: because,
  });
  await markCut(tx, open.id, newSalt());
  return made;
}
