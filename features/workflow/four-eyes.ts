/** What four eyes has to know of a revision (or of the buffer, as the last one). */
export type Written = { writers: readonly number[]; digest: string; cutBecause: Cut };
export type Cut = "move" | "another_writer" | "replaced" | "quiet" | "restore" | "import" | "duplicate";
/** A confirmation of the text in question, by a person or by a deputy in somebody's name. */
export type Confirmation = { personId: number; forPersonId: number | null; isApprover: boolean };

/**
 * Where the counting begins: nothing, or the live text an edition began from; `owing` when that one went live in an
 * emergency and was never countersigned, so that its writers still count.
 */
export type Base = { digest: string; owing: { base: Base; written: readonly Written[] } | null } | null;

/** What stands for the digest of an erased text: it equals no other text. */
const ERASED = "";

const COUNTS_AS_WRITING: readonly Cut[] = ["restore", "import", "duplicate"];

/**
 * The people whose writing a text contains, since the last text that went live with a regular approval.
 * A text that equals an earlier one contains what that one contained: opening, or typing and undoing, is no writing.
 * The database counts the same way (`contributors_of`); a test holds the two together.
 *
 * @param written the revisions of the edition in the order they were cut, the text in question last
 * @returns ids of people, ascending, each once
 */
export function contributors(base: Base, written: readonly Written[]): number[] {
  let kept = base ? owedWriting(base) : [];
  const start = kept.length === 0 && base?.digest !== ERASED ? base?.digest : undefined;
  for (const step of written) {
    if (!COUNTS_AS_WRITING.includes(step.cutBecause) && step.digest !== ERASED) {
      if (step.digest === start) {
        kept = [];
        continue;
      }
      const same = kept.findIndex((earlier) => earlier.digest === step.digest);
      if (same >= 0) {
        kept = kept.slice(0, same + 1);
        continue;
      }
    }
    kept.push(step);
  }
  return [...new Set(kept.flatMap((step) => step.writers))].sort((a, b) => a - b);
}

/** The writers of an emergency text stand before the update, as one step; the text itself is known by its digest. */
function owedWriting({ digest, owing }: NonNullable<Base>): Pick<Written, "writers" | "digest">[] {
  if (!owing) return [];
  const writers = contributors(owing.base, owing.written);
  return writers.length === 0 ? [] : [{ writers, digest }];
}

export type FourEyes = {
  holds: boolean;
  /** Contributors whose words nobody else has confirmed yet. */
  unconfirmed: number[];
  /** Whether an approver who did not start the edition (and, where strict, wrote nothing in it) is among them. */
  approverConfirmed: boolean;
  /** Nobody but whoever sent it on has confirmed it. */
  sentAlone: boolean;
};

/**
 * Whether a text may be approved: at one and the same hash, every contributor's words are confirmed by somebody else,
 * one of those who confirmed is an approver of the section who did not start the edition, and one of them is not who sent
 * it on. A deputy counts as two people: who confirms, and in whose name.
 *
 * @param people `sentBy` is null where nobody has pressed "submit"; `strict` is the section's: that approver is no
 *   contributor at all
 */
export function fourEyes(
  people: { contributors: readonly number[]; startedBy: number; sentBy: number | null; strict: boolean },
  confirmations: readonly Confirmation[],
): FourEyes {
  const unconfirmed = people.contributors.filter((writer) => !confirmations.some((c) => !isBy(c, writer)));
  const approverConfirmed = confirmations.some(
    (c) =>
      c.isApprover &&
      !isBy(c, people.startedBy) &&
      !(people.strict && people.contributors.some((writer) => isBy(c, writer))),
  );
  const { sentBy } = people;
  const sentAlone = sentBy !== null && confirmations.every((c) => isBy(c, sentBy));
  const holds = unconfirmed.length === 0 && approverConfirmed && !sentAlone;
  return { holds, unconfirmed, approverConfirmed, sentAlone };
}

/** A deputy's confirmation is by both: the one who pressed and the one it stands for. */
function isBy(confirmation: Confirmation, person: number): boolean {
  return confirmation.personId === person || confirmation.forPersonId === person;
}

/** Four eyes over a text under review, as far as it is asked who is still wanted. */
type Reviewed = {
  unconfirmed: readonly number[];
  confirmedBy: readonly Pick<Confirmation, "personId" | "forPersonId">[];
  sentAlone: boolean;
};

/**
 * Whether a text under review needs the eyes of one of its own people: words of others are in it that nobody has confirmed,
 * or an approver has sent it on, whose approval takes a second person. The desk's home says the same (`why` is `confirm`).
 */
export function isWantedToConfirm(
  eyes: Reviewed & { contributors: readonly number[] },
  { personId, isWriter }: { personId: number; isWriter: boolean },
  sender: Sender,
): boolean {
  const isAuthor = eyes.contributors.includes(personId);
  return (
    (isAuthor && othersWordsWait(eyes, personId)) ||
    ((isWriter || isAuthor) && isWantedAsSecond(eyes, personId, sender))
  );
}

/** Who sent a text on, and whether they are an approver of it. */
type Sender = { sentBy: number | null; senderDecides: boolean };

/** Words of others are in it that nobody has confirmed, and this person has pressed nothing yet, nor a deputy for them. */
export function othersWordsWait({ unconfirmed, confirmedBy }: Reviewed, personId: number): boolean {
  return (
    unconfirmed.some((writer) => writer !== personId) &&
    !confirmedBy.some((one) => one.personId === personId || one.forPersonId === personId)
  );
}

/** Nobody but its sender stands behind it, whose approval takes a second person, and this person is another one. */
export function isWantedAsSecond({ sentAlone }: Reviewed, personId: number, sender: Sender): boolean {
  return sentAlone && sender.senderDecides && sender.sentBy !== personId;
}
