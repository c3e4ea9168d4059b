import { transaction } from "#db/transaction.ts";
import { type WeekStanding, weeksAhead, weeksAmong } from "#features/sites/weeks-store.ts";

/** How a week stands: `known` of whatever readers have, `hidden` of what they had. @property documentId of its calendar, if it has one */
export type WeekShown = {
  which: "now" | "next";
  monday: string;
  stands: "known" | "open" | "changing" | "hidden" | "missing";
  documentId: number | null;
};

/** How this week and the next one stand on a site. */
export async function weeksShown(siteId: number, now: Date): Promise<WeekShown[]> {
  const mondays = weeksAhead(now).slice(0, 2);
  const standing = await transaction((tx) => weeksAmong(tx, siteId, mondays));
  return mondays.map((monday, at) => {
    const of = standing.filter((one) => one.monday === monday);
    // What readers know comes before a second one that is being written.
    const one = of.find(({ isKnown }) => isKnown) ?? of[0];
    return { which: at === 0 ? "now" : "next", monday, stands: standsOf(one), documentId: one?.documentId ?? null };
  });
}

function standsOf(one: WeekStanding | undefined): WeekShown["stands"] {
  if (one === undefined) return "missing";
  if (!one.isKnown) return "open";
  if (!one.isLive) return "hidden";
  return one.isOpen ? "changing" : "known";
}
