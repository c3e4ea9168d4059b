import { MOST_SHOWN, worstFirst } from "#features/kinds/banner-order.ts";
import { momentIn } from "#features/kinds/hour.ts";
import type { BannerLine } from "./lines.ts";

/** Where banners stand, in the order in which a list shows them. */
export const GROUPS = ["on", "planned", "making", "ended"] as const;
export type Group = (typeof GROUPS)[number];

/** How a banner stands for readers at a moment. One that is on stays that while an update of it is written. */
export function groupOf(
  { visibility, state, card }: Pick<BannerLine, "visibility" | "state" | "card">,
  now: Date,
): Group {
  const [begins, ends] = [card?.begins ?? null, card?.ends ?? null].map(momentIn);
  if (visibility === "live" && ends != null && ends > now) return begins != null && begins > now ? "planned" : "on";
  if (state === "scheduled") return "planned";
  return state === null ? "ended" : "making";
}

type Standing = Pick<BannerLine, "id" | "visibility" | "state" | "card" | "liveSince">;

/** Of what is on, that for which there is no room above readers' pages. */
export function withoutRoom(lines: readonly Standing[], now: Date): ReadonlySet<number> {
  const on = lines.flatMap((line) =>
    line.card !== null && groupOf(line, now) === "on"
      ? [{ level: line.card.level, liveSince: line.liveSince, number: line.id }]
      : [],
  );
  return new Set(
    on
      .toSorted(worstFirst)
      .slice(MOST_SHOWN)
      .map(({ number }) => number),
  );
}
