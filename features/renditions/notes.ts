import { DateTime } from "luxon";
import { ZONE } from "#lib/dates.ts";

/** What a picture says of itself in one of the ways in which it may: as it came, where it says it. */
export type Notes = {
  caption?: string | undefined;
  creator?: string | undefined;
  credit?: string | undefined;
  copyright?: string | undefined;
  alt?: string | undefined;
  keywords?: string[] | undefined;
  takenAt?: Date | undefined;
  /** Whose it is. */
  owner?: string | undefined;
  /** The last day on which it may be used, as yyyy-mm-dd. */
  licenceEnd?: string | undefined;
  /** The address of what it is licensed under, or of what is said of that. */
  statement?: string | undefined;
  /** Of what kind its source is: a word of IPTC's, as an address or alone. */
  source?: string | undefined;
};

/** A moment as ISO 8601 spells it, long or short; by the clock of Vietnam where it names none. Undefined where it is no moment. */
export function momentIn(text: string): Date | undefined {
  const moment = DateTime.fromISO(text.trim(), { zone: ZONE });
  const isPossible = moment.isValid && moment.year >= EARLIEST && moment <= DateTime.now().plus({ days: 1 });
  return isPossible ? moment.toJSDate() : undefined;
}

/** A day as ISO 8601 spells it, long or short, alone or with an hour. Undefined where it is no day of today's licences. */
export function dayIn(text: string): string | undefined {
  const day = DateTime.fromISO(text.trim(), { zone: ZONE });
  return day.isValid && day.year >= 2000 && day.year < 2200 ? day.toFormat("yyyy-MM-dd") : undefined;
}

/** Cameras that were never told the hour say zeros, which are read as the end of 1899. */
const EARLIEST = 1900;
