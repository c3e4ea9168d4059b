import { z } from "zod";
import { line } from "#features/text/typed.ts";
import { momentOf, toTyped } from "#lib/dates.ts";

/** No day and hour that somebody types is longer. UTF-16 units. */
export const LONGEST_HOUR = 60;

/**
 * An hour of a text: an instant ("2026-11-29T00:30:00.000Z"), null where there is none, or what somebody typed that nobody understands.
 * That is kept, so that it is neither lost nor taken for no hour, and is a gap (`isUnread`).
 */
export const Hour = line(LONGEST_HOUR)
  .nullable()
  .transform((said) => (said === null || said === "" ? null : (instantOf(said) ?? said)));

/** @returns null for words that are no instant */
export const instantOf = (said: string | null): string | null =>
  said !== null && INSTANT.safeParse(said).success ? new Date(said).toISOString() : null;

export const isUnread = (said: string | null): boolean => said !== null && instantOf(said) === null;

/** The moment of an hour; null where there is none, or none that is understood. */
export function momentIn(said: string | null): Date | null {
  const instant = instantOf(said);
  return instant === null ? null : new Date(instant);
}

/** An hour as people read it; words that nobody understands as they were typed. */
export const hourInWords = (said: string | null): string => sayHour(said, momentOf);

/** The same as it is typed. */
export const hourToType = (said: string | null): string => sayHour(said, toTyped);

function sayHour(said: string | null, say: (moment: Date) => string): string {
  const moment = momentIn(said);
  return moment === null ? (said ?? "") : say(moment);
}

/** What is kept of a field of an hour. @param moment what is meant by it, if anything */
export const hourTyped = (moment: Date | null, words: string): string | null =>
  moment?.toISOString() ?? (words.trim().slice(0, LONGEST_HOUR) || null);

const INSTANT = z.iso.datetime({ offset: true });
