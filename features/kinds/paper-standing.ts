import type { STANDINGS } from "#features/addresses/papers.ts";
import { startOfDay } from "#lib/dates.ts";
import type { PaperContent } from "./paper.ts";

/** Whether a paper holds: not yet, now, or no more. */
export type Standing = (typeof STANDINGS)[keyof typeof STANDINGS];

/** Days as yyyy-mm-dd: the first on which it holds, and the first on which it holds no more; null where nothing says so. */
export type Holds = { effectiveOn: string | null; endsOn: string | null };

/** @param today as yyyy-mm-dd @returns null of what says neither when it begins to hold nor that it ended */
export function standingOn(today: string, { effectiveOn, endsOn }: Holds): Standing | null {
  if (endsOn !== null && endsOn <= today) return "ended";
  if (effectiveOn === null) return null;
  return effectiveOn > today ? "to_come" : "in_force";
}

/** When that is another thing, at midnight here; null where nothing will change it. */
export function standsUntil(today: string, { effectiveOn, endsOn }: Holds): Date | null {
  if (endsOn !== null && endsOn <= today) return null;
  const [next] = [effectiveOn, endsOn].filter((day) => day !== null && day > today).sort();
  return next ? startOfDay(next) : null;
}

/** From when on a paper holds no more: by its own words, or since the first of those holds that stand in its place. */
export function endOf(
  { expiresOn }: Pick<PaperContent, "expiresOn">,
  replacing: readonly Pick<PaperContent, "effectiveOn" | "issuedOn">[],
): string | null {
  const ends = [expiresOn, ...replacing.map(({ effectiveOn, issuedOn }) => effectiveOn ?? issuedOn)];
  return ends.filter((day) => day !== null).sort()[0] ?? null;
}
