import type { DeskDocument } from "#features/desk/desk-document.ts";
import { isSigned, PRESSES, type Press, pressesFor } from "#features/moves/presses.ts";
import { isAgainstOrder } from "#features/workflow/machine.ts";
import { ANSWERS } from "./moves/looks.ts";

/** An approval that would be refused now for want of a second pair of eyes. The sentence beside it says for whom it waits. */
const NEED_FOUR_EYES: readonly Press[] = ["approve_and_publish", "approve_and_schedule", "approve"];

type Shown = Pick<DeskDocument, "moves" | "restoring" | "decides"> & {
  eyes: Pick<NonNullable<DeskDocument["eyes"]>, "wouldHold" | "othersWait" | "senderWaits" | "decides"> | null;
  story: { document: Pick<DeskDocument["story"]["document"], "withdrawnReason"> };
};

/**
 * The presses of an article for one person: those that the policy opens, without the ones that are known to be refused or
 * to add nothing. What is about one hash is pressed where that text is shown as readers see it, and nowhere else.
 *
 * @param shown the text as it is typed, the open one as readers would see it, or the one they have
 */
export function pressesShown(document: Shown, shown: "typed" | "open" | "live"): Press[] {
  const { moves, eyes, restoring } = document;
  return pressesFor(moves).filter((press) => {
    if (PRESSES[press].some((move) => isAgainstOrder(move, document.story.document))) return false;
    if (ANSWERS.includes(press)) return shown === "live";
    if (isSigned(press) && shown !== "open") return false;
    if (NEED_FOUR_EYES.includes(press)) return eyes?.wouldHold === true;
    if (press === "confirm") return eyes !== null && (eyes.othersWait || eyes.senderWaits) && !eyes.decides;
    // Its second half is decided in both sections.
    if (press === "reschedule") return document.decides;
    // Whoever may simply approve has no emergency.
    if (press === "emergency_publish") return !(moves.includes("approve") && eyes?.wouldHold === true);
    return press !== "restore" || restoring !== "agreed";
  });
}
