import { LEVELS, type Level } from "./banner-sentences.ts";

/** Most that stand above a page at once: more would push away what somebody came for. */
export const MOST_SHOWN = 3;

type Standing = { level: Level; liveSince: Date | null; number: number };

/** The order in which banners stand: the worst first, and among those of one level the newest. */
export const worstFirst = (one: Standing, other: Standing): number =>
  LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) || newerFirst(one, other);

const newerFirst = (one: Standing, other: Standing): number =>
  (other.liveSince?.getTime() ?? 0) - (one.liveSince?.getTime() ?? 0) || other.number - one.number;
