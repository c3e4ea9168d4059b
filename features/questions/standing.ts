import type { Visibility } from "#features/workflow/machine.ts";

/** How a question stands: nobody sets it, it follows from what was pressed and from the document that answers. */
export type Standing = "received" | "answering" | "answered" | "hidden" | "withdrawn" | "closed";

/** The answer, as its own workflow has it; of several that were begun, the one that the law picks (`answer_of`). */
export type Answer = { visibility: Visibility; isOpen: boolean };

/**
 * What readers have goes before what was pressed: a question with a live answer is answered, also when it was closed. One whose draft
 * was given up waits again.
 */
export function standingOf({ isClosed, answer }: { isClosed: boolean; answer: Answer | null }): Standing {
  if (answer?.visibility === "live") return "answered";
  if (isClosed) return "closed";
  if (answer?.visibility === "hidden") return "hidden";
  if (answer?.isOpen) return "answering";
  return answer?.visibility === "withdrawn" ? "withdrawn" : "received";
}

/** Whether the office still owes something. */
export const isWaiting = (standing: Standing): boolean => standing !== "answered" && standing !== "closed";

/** Whether an answer may be begun. The law says the same (`a_question_has_one_answer`). */
export const mayBegin = (standing: Standing): boolean => standing === "received" || standing === "withdrawn";

/** Whether it may be closed: what has an answer is not. The law says the same (`what_is_answered_is_not_closed`). */
export const mayClose = mayBegin;
