import type { Tx } from "#db/transaction.ts";
import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import { canonicalText, contentHash, digestOf } from "#features/long-texts/hashes.ts";
import { newSalt } from "#features/text/canonical.ts";
import { sectionOf } from "#features/text/kind.ts";
import type { Cut } from "#features/workflow/four-eyes.ts";
import { type Permit, personOf } from "#features/workflow/policy.ts";
import type { Edition, RevisionMark, Story } from "#features/workflow/story.ts";
import { askForCuts } from "./cuts.ts";
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
 * Under the story's lock; `story` is what was read under it. When nobody has typed since the last cut it is ascribed to
 * whom the permit was given; a first text that nobody typed in at all is its starter's.
 *
 * @returns the revision that holds the text of the buffer
 */
export async function cut(tx: Tx, permit: Permit, story: Story, because: Cut): Promise<RevisionMark> {
  const { document, buffer, lastRevision } = story;
  const open = openTo(permit, story);
  if (!buffer) throw new Error(`document ${document.id} has no open text to cut`);
  await askForCuts(tx, document, buffer.content);
  if (lastRevision?.digest === buffer.digest && because !== "restore") return lastRevision;
  const made = await insertRevision(tx, permit, {
    content: buffer.kept,
    sectionId: sectionOf(kindOf(document), buffer.content),
    digest: buffer.digest,
    canonical: await canonicalText(kindOf(document), buffer.kept),
    salt: buffer.nextSalt,
    contentHash: await contentHash(kindOf(document), buffer.nextSalt, buffer.kept),
    writers:
      buffer.unkeptBy.length > 0
        ? buffer.unkeptBy
        : [lastRevision || open.baseRevisionId ? personOf(permit) : open.openedBy],
    cutBecause: because,
  });
  await markCut(tx, permit, newSalt());
  return made;
}

/** The open edition of a document that was read. @throws when the permit is for another one: a bug */
export function openTo({ editionId }: Permit, { document, open }: Story): Edition {
  if (!open || open.id !== editionId) throw new Error(`no permit for what is open of document ${document.id}`);
  return open;
}
