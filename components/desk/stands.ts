import type { Line } from "#features/desk/lines.ts";
import type terms from "#messages/vi/terms.json";

export type StandOf = Pick<Line, "state" | "visibility" | "returned" | "owed" | "outcome">;
/** A label's key under `terms.stand`, and how it looks. */
export type Badge = { key: keyof typeof terms.stand; look: "plain" | "busy" | "done" | "warn" | "danger" };

/** Where an article stands, in the words of the desk: its open edition first, then what readers get. */
export function badgesOf({ state, visibility, returned, owed, outcome }: StandOf): Badge[] {
  const badges: Badge[] = [];
  if (state !== null && state !== "closed") {
    badges.push(returned ? { key: "returned", look: "warn" } : { key: state, look: LOOKS[state] });
  }
  if (owed) badges.push({ key: "owed", look: "danger" });
  if (visibility === "live" && !owed) badges.push({ key: state === null ? "live" : "updating", look: "done" });
  if (visibility === "hidden" || visibility === "withdrawn") badges.push({ key: visibility, look: "warn" });
  if (badges.length === 0) badges.push({ key: outcome === "refused" ? "refused" : "discarded", look: "plain" });
  return badges;
}

const LOOKS = { draft: "plain", in_review: "busy", approved: "busy", scheduled: "busy" } as const;
