import { z } from "zod";
import { cleanLine } from "#lib/nfc.ts";
import { wholeNumber } from "#lib/whole.ts";

/** What stands behind the `?` of a page's address. */
export type Search = Readonly<Record<string, string | string[] | undefined>>;

/** A line of an ordered list, from which reading goes on after it, or back before it. */
export type Cursor = {
  way: "after" | "before";
  /** The line's date in the order of the list, with every digit that the database has. */
  at: string;
  /** The number of what the line is about. */
  id: number;
};

const MOST_WORDS = 200;

/** Reads the address of a list; what it says amiss is as if it were not said. */
export function saidIn(search: Search) {
  const said = (name: string): string => {
    const value = search[name];
    return typeof value === "string" ? value : "";
  };
  return {
    said,
    words: (): string => cleanLine(said("words").slice(0, MOST_WORDS)),
    /** A day here, as yyyy-mm-dd. The database counts years from 1. */
    day: (name: string): string | null =>
      z.iso.date().safeParse(said(name)).success && !said(name).startsWith("0000") ? said(name) : null,
    id: (name: string): number | null => wholeNumber(said(name)),
    cursor: (): Cursor | null => cursorOf("after", said("after")) ?? cursorOf("before", said("before")),
  };
}

/** A place in a list as its address says it. */
export const placeOf = (cursor: Cursor | null): Record<string, string> =>
  cursor === null ? {} : { [cursor.way]: `${cursor.at}_${cursor.id}` };

/** Reads a moment and a number, with "_" between them. */
function cursorOf(way: Cursor["way"], text: string): Cursor | null {
  const [at = "", number = ""] = text.split("_");
  const id = wholeNumber(number);
  const isMoment = Moment.safeParse(at).success && !at.startsWith("0000");
  return isMoment && id !== null ? { way, at, id } : null;
}

/** A moment as the database writes it: to the microsecond, and less than 15 hours from UTC. */
const Moment = z.iso.datetime({ offset: true }).regex(/:\d\d(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-4]):\d\d)$/);
