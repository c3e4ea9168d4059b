import type { DeskArticle } from "#features/workflow/desk-article.ts";
import { type Press, pressesFor } from "#features/workflow/presses.ts";

/** An approval that would be refused now for want of a second pair of eyes. The sentence beside it says for whom it waits. */
const NEED_FOUR_EYES: readonly Press[] = ["approve_and_publish", "approve_and_schedule", "approve"];

/**
 * The presses of an article for one person: those that the policy opens, without the ones that are known to be refused or
 * to add nothing. Whoever counter-signs looks at the text that readers have.
 */
export function pressesShown({ moves, eyes }: DeskArticle, shown: "open" | "live"): Press[] {
  return pressesFor(moves).filter((press) => {
    if (NEED_FOUR_EYES.includes(press)) return eyes?.wouldHold === true;
    // Whoever can approve confirms by approving.
    if (press === "confirm") return eyes?.othersWait === true && !(moves.includes("approve") && eyes.wouldHold);
    return press !== "countersign" || shown === "live";
  });
}
