import type { Line } from "#features/desk/lines.ts";

/** As many as one press changes, each in a transaction of its own; more are changed by another press. */
export const MOST_PLACES = 100;

/**
 * What a press does to a document that shows the old file to readers, or in the text that is being written:
 * - `opens`: an update is opened, and the new file stands in it;
 * - `changes`: the text that is being written gets it;
 * - `waits`: the text is frozen until somebody has decided about it;
 * - `gone`: readers still see it, but the text that is being written does not name it any more.
 */
export type Place = { line: Line; does: "opens" | "changes" | "waits" | "gone" };

/** Whether a press changes it. */
export const canBeReplaced = ({ does }: Place): boolean => does === "opens" || does === "changes";

export type Places = {
  places: Place[];
  /** How many others there are, of which this person may not know more. */
  unseen: number;
  /** There are more than one press changes. */
  isMore: boolean;
};

/** @param isTyped whether words may be typed in the open edition; null where none is open */
export function whatIsDone(isTyped: boolean | null, inDraft: boolean): Place["does"] {
  if (isTyped === null) return "opens";
  if (!inDraft) return "gone";
  return isTyped ? "changes" : "waits";
}
