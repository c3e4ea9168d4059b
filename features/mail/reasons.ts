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
  publish: ["published"],
  go_live: ["published"],
  miss: ["missed"],
  emergency_publish: ["published", "owed"],
};

/** What a line of the history may be told as. */
export function kindsOf(happening: Happening): readonly DocumentMailKind[] {
  return happening.kind === "moved" ? (TOLD[happening.move] ?? []) : [];
}

/** The last of the moves by which it is seen whether a reason still holds. */
export const LAST_STEPS = ["submit", "return", "approve", "unschedule", "miss"] as const satisfies readonly Move[];
export type LastStep = (typeof LAST_STEPS)[number] | null;

/** Whom a kind of mail goes to: the writers of the text, or whoever decides about it. */
export const GOES_TO: Record<DocumentMailKind, "writers" | "deciders"> = {
  returned: "writers",
  waiting: "deciders",
  published: "writers",
  missed: "deciders",
  owed: "deciders",
};

/**
 * Whether somebody has to be told, as the document stands now: asked when something has happened, and once more before
 * the message leaves.
 *
 * @param asker one of the people to whom this kind goes, seen from the document
 */
export function holds(
  kind: DocumentMailKind,
  asker: Asker & { kind: "person" },
  story: Story,
  lastStep: LastStep,
): boolean {
  if (!asker.sees) return false;
  const state = story.open?.state ?? null;
  const may = (...moves: Move[]) => moves.some((move) => isOpenTo(asker, move, story));
  switch (kind) {
    case "returned":
      return state === "draft" && lastStep === "return";
    case "waiting":
      if (comesInBatch(story)) return false;
      return state === "in_review" ? may("approve", "return") : state === "approved" && may("publish");
    case "published":
      return story.document.visibility === "live";
    case "missed":
      return state === "approved" && lastStep === "miss" && may("publish");
    case "owed":
      return may("countersign");
  }
}

/** Old articles are confirmed by the batch, on a page of their own: thousands of messages would say what one list does. */
function comesInBatch({ open }: Story): boolean {
  return open?.purpose === "migrate";
}
