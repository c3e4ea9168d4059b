import type { Tx } from "#db/transaction.ts";
import { baseText, confirmationsOf, mayDecide, writtenIn } from "./eyes-store.ts";
import { type Base, type Confirmation, contributors, type FourEyes, fourEyes } from "./four-eyes.ts";
import type { Story } from "./story.ts";

/** Everything about four eyes for the text that is on the screen. */
export type EyesOnText = FourEyes & {
  contributors: number[];
  confirmedBy: Confirmation[];
};

/**
 * Reads who wrote in the open text and who has confirmed it. Words in the buffer that no revision holds yet count as
 * their writer's, and nobody has confirmed them.
 */
export async function eyesOn(tx: Tx, story: Story): Promise<EyesOnText | null> {
  const { open, buffer, lastRevision } = story;
  if (!open || !buffer) return null;
  const written = await writtenIn(tx, open.id);
  const uncut = buffer.digest !== lastRevision?.digest;
  if (uncut && buffer.unkeptBy.length > 0) {
    written.push({ writers: buffer.unkeptBy, digest: buffer.digest, cutBecause: "move" });
  }
  const base = open.baseRevisionId === null ? null : await baseOf(tx, open.baseRevisionId);
  const who = contributors(base, written);
  const confirmations = uncut || !lastRevision ? [] : await confirmationsOf(tx, lastRevision.id);
  return {
    ...fourEyes(
      { contributors: who, startedBy: open.openedBy, sentBy: open.submittedBy, strict: story.strict },
      confirmations,
    ),
    contributors: who,
    confirmedBy: confirmations,
  };
}

/** Whether who sent the text under review is an approver of it, as it was when it was kept last. */
export async function senderDecidesOn(tx: Tx, { open, lastRevision }: Story): Promise<boolean> {
  if (open?.state !== "in_review" || open.submittedBy === null || !lastRevision) return false;
  return mayDecide(tx, open.submittedBy, lastRevision.id);
}

/**
 * Everybody whose writing a kept text holds, from the article's first edition on: those as well whose words went live
 * with an approval before, which an approval of it no longer asks about.
 */
export async function authorsOf(tx: Tx, revisionId: number): Promise<number[]> {
  const text = await baseText(tx, revisionId);
  if (!text) return [];
  const base = text.baseRevisionId === null ? null : await baseOf(tx, text.baseRevisionId, () => true);
  return contributors(base, await writtenIn(tx, text.editionId, revisionId));
}

type Kept = NonNullable<Awaited<ReturnType<typeof baseText>>>;

/** @param counts whether the writers of a text that went live before still count */
async function baseOf(tx: Tx, revisionId: number, counts = ({ owing }: Kept) => owing): Promise<Base> {
  const text = await baseText(tx, revisionId);
  if (!text) return null;
  if (!counts(text)) return { digest: text.digest, owing: null };
  const before = text.baseRevisionId === null ? null : await baseOf(tx, text.baseRevisionId, counts);
  return { digest: text.digest, owing: { base: before, written: await writtenIn(tx, text.editionId, revisionId) } };
}
