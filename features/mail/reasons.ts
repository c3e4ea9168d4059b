import type { EyesOnText } from "#features/workflow/eyes.ts";
import { isWantedToConfirm } from "#features/workflow/four-eyes.ts";
import type { Happening } from "#features/workflow/history.ts";
import type { Move } from "#features/workflow/machine.ts";
import type { Asker } from "#features/workflow/policy.ts";
import { isOpenTo } from "#features/workflow/policy.ts";
import type { Story } from "#features/workflow/story.ts";
import type { DocumentMailKind } from "./kinds.ts";

/** Which moves people are told of, and as what. A move that is not here is nobody's mail. */
const TOLD: Partial<Record<Move, readonly DocumentMailKind[]>> = {
  submit: ["waiting"],
  return: ["returned"],
  approve: ["waiting"],
  cancel_approval: ["waiting"],
  unschedule: ["waiting"],
  hand_over: ["waiting"],
  hide: ["waiting"],
  restore: ["waiting"],
  publish: ["published"],
  go_live: ["published"],
  miss: ["missed"],
  emergency_publish: ["published", "owed"],
};

/** What a line of the history may be told as. */
export function kindsOf(happening: Happening): readonly DocumentMailKind[] {
  return happening.kind === "moved" ? (TOLD[happening.move] ?? []) : [];
}

/** Whom alone a line of the history concerns; null is everybody whom its kind goes to. */
export function onlyFor(happening: Happening): number | null {
  return happening.kind === "moved" && happening.move === "hand_over" ? (happening.toPerson ?? null) : null;
}

/** The last of the moves by which it is seen whether a reason still holds. */
export const LAST_STEPS = [
  "revise",
  "submit",
  "return",
  "approve",
  "unschedule",
  "miss",
] as const satisfies readonly Move[];
export type LastStep = (typeof LAST_STEPS)[number] | null;

/** Whom a kind of mail goes to: the writers of the text, or whoever decides about it. */
export const GOES_TO: Record<DocumentMailKind, readonly ("writers" | "deciders")[]> = {
  returned: ["writers"],
  waiting: ["deciders", "writers"],
  published: ["writers"],
  missed: ["deciders"],
  owed: ["deciders"],
};

/** What a story does not say, and some reasons hang on. */
export type Facts = {
  lastStep: LastStep;
  /** To whom the text was handed over after that step. */
  handedTo: number | null;
  /** Of a text that was sent: whose eyes it has had, and whether who sent it is an approver of it. */
  eyes: (Omit<EyesOnText, "holds" | "approverConfirmed"> & { senderDecides: boolean }) | null;
  /** Who agreed to give readers back what an authority had withdrawn. */
  restorers: readonly number[];
};

/**
 * Whether somebody has to be told, as the document stands now: asked when something has happened, and once more before
 * the message leaves.
 *
 * @param asker one of the people to whom this kind goes, seen from the document
 */
export function holds(kind: DocumentMailKind, asker: Asker & { kind: "person" }, story: Story, facts: Facts): boolean {
  if (!asker.sees) return false;
  const state = story.open?.state ?? null;
  const may = (...moves: Move[]) => moves.some((move) => isOpenTo(asker, move, story));
  switch (kind) {
    case "returned":
      return state === "draft" && facts.lastStep === "return";
    case "waiting":
      return (
        (isForReaders(story, facts.restorers, asker.personId) && may("restore")) || waitsInOpen(asker, story, facts)
      );
    case "published":
      return story.document.visibility === "live";
    case "missed":
      return state === "approved" && facts.lastStep === "miss" && may("publish");
    case "owed":
      return may("countersign");
  }
}

function waitsInOpen(asker: Asker & { kind: "person" }, story: Story, facts: Facts): boolean {
  if (comesInBatch(story)) return false;
  const may = (...moves: Move[]) => moves.some((move) => isOpenTo(asker, move, story));
  switch (story.open?.state) {
    case "draft":
      return asker.isWriter && facts.handedTo === asker.personId;
    case "in_review":
      return may("approve", "return") || (may("confirm") && hasToConfirm(asker, story, facts.eyes));
    case "approved":
      return may("publish");
    default:
      return false;
  }
}

function hasToConfirm(asker: Asker & { kind: "person" }, { open }: Story, eyes: Facts["eyes"]): boolean {
  const sentBy = open?.submittedBy ?? null;
  return eyes !== null && isWantedToConfirm(eyes, asker, { sentBy, senderDecides: eyes.senderDecides });
}

/** Whether readers are kept waiting: an article was hidden for an approver to decide, or one of two has agreed to bring it back. */
function isForReaders({ document, open }: Story, restorers: readonly number[], personId: number): boolean {
  if (document.visibility === "hidden") return open === null;
  return document.visibility === "withdrawn" && restorers.length > 0 && !restorers.includes(personId);
}

/** Old articles are confirmed by the batch, on a page of their own: thousands of messages would say what one list does. */
export function comesInBatch({ open }: Story): boolean {
  return open?.purpose === "migrate";
}
