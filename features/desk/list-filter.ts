import { z } from "zod";
import { documentsPath, saying } from "#features/addresses/desk.ts";
import { KINDS, type KindName } from "#features/kinds/kinds.ts";
import { cleanLine } from "#lib/nfc.ts";
import { wholeNumber } from "#lib/whole.ts";
import { DATES, type DateKind, STANDS, type Stand } from "./lines.ts";

/** What the list of all documents is narrowed to and how it is ordered: all of it stands in the address. */
export type ListFilter = {
  /** Found in headlines whatever their accents and case. */
  words: string;
  stand: Stand | null;
  kind: KindName | null;
  /** With everything below it. */
  sectionId: number | null;
  /** To whom it was given, or whose words are in it. */
  personId: number | null;
  /** The date that orders the list; articles that have no such date are not in it. */
  date: DateKind;
  /** Days here, as yyyy-mm-dd, both included. */
  from: string | null;
  until: string | null;
  oldestFirst: boolean;
  /** From which line on; null begins at the top. */
  cursor: Cursor | null;
};

/** A line of an ordered list, from which reading goes on after it, or back before it. */
export type Cursor = {
  way: "after" | "before";
  /** The line's date in the order of the list, with every digit that the database has. */
  at: string;
  /** The document's number. */
  id: number;
};

type Search = Readonly<Record<string, string | string[] | undefined>>;

const MOST_WORDS = 200;
/** Reads an address; what it says amiss is as if it were not said. */
export function filterOf(search: Search): ListFilter {
  const said = (name: string): string => {
    const value = search[name];
    return typeof value === "string" ? value : "";
  };
  // The database counts years from 1.
  const isDay = (text: string) => z.iso.date().safeParse(text).success && !text.startsWith("0000");
  const day = (name: string) => (isDay(said(name)) ? said(name) : null);
  const id = (name: string) => wholeNumber(said(name));
  return {
    words: cleanLine(said("words").slice(0, MOST_WORDS)),
    stand: STANDS.find((stand) => stand === said("stand")) ?? null,
    kind: (Object.keys(KINDS) as KindName[]).find((kind) => kind === said("kind")) ?? null,
    sectionId: id("section"),
    personId: id("person"),
    date: DATES.find((date) => date === said("date")) ?? "changed",
    from: day("from"),
    until: day("until"),
    oldestFirst: said("order") === "oldest",
    cursor: cursorOf("after", said("after")) ?? cursorOf("before", said("before")),
  };
}

/** The address of the list under a filter; what is as usual is left out. */
export function addressOf(filter: ListFilter): string {
  const said: Record<string, string | number | null> = {
    words: filter.words || null,
    stand: filter.stand,
    kind: filter.kind,
    section: filter.sectionId,
    person: filter.personId,
    date: filter.date === "changed" ? null : filter.date,
    from: filter.from,
    until: filter.until,
    order: filter.oldestFirst ? "oldest" : null,
    ...(filter.cursor ? { [filter.cursor.way]: `${filter.cursor.at}_${filter.cursor.id}` } : {}),
  };
  return saying(documentsPath, said);
}

/** Whether anything is left out or ordered otherwise than usual, beside the words and the stand. */
export function isNarrowed({ kind, sectionId, personId, date, from, until, oldestFirst }: ListFilter): boolean {
  return [kind, sectionId, personId, from, until].some((one) => one !== null) || date !== "changed" || oldestFirst;
}

/** Reads a moment and a number, with "_" between them. */
function cursorOf(way: Cursor["way"], text: string): Cursor | null {
  const [at = "", number = ""] = text.split("_");
  const id = wholeNumber(number);
  const isMoment = Moment.safeParse(at).success && !at.startsWith("0000");
  return isMoment && id !== null ? { way, at, id } : null;
}

/** A moment as the database writes it: to the microsecond, and less than 15 hours from UTC. */
const Moment = z.iso.datetime({ offset: true }).regex(/:\d\d(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-4]):\d\d)$/);
