import type { CHOICES } from "#db/schema/topics.ts";

/** What somebody presses for an article in a topic. */
export type Choice = (typeof CHOICES)[number];

/** The last press of an article in a topic; null before the first one. */
export type Stand = Choice | null;

/** Articles that a topic may have at its top. The law says the same (`a_topic_pins_five`). */
export const MOST_PINNED = 5;

export const standsIn = (stand: Stand): boolean => stand !== null && stand !== "removed";

/** What may be pressed next; each press has its opposite. The law says the same (`a_choice_changes_something`). */
export function choicesAfter(stand: Stand): Choice[] {
  if (!standsIn(stand)) return ["added"];
  return stand === "pinned" ? ["unpinned", "removed"] : ["pinned", "removed"];
}
