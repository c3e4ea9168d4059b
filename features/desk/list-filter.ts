import { documentsPath, saying } from "#features/addresses/desk.ts";
import { KINDS, type KindName } from "#features/kinds/kinds.ts";
import { type Cursor, placeOf, type Search, saidIn } from "./address.ts";
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

/** Documents of one kind, those that changed last first: such a list has only its place in its address. */
export const newestOf = (kind: KindName, search: Search): ListFilter => ({
  ...filterOf({}),
  kind,
  cursor: filterOf(search).cursor,
});

/** Reads an address; what it says amiss is as if it were not said. */
export function filterOf(search: Search): ListFilter {
  const { said, words, day, id, cursor } = saidIn(search);
  return {
    words: words(),
    stand: STANDS.find((stand) => stand === said("stand")) ?? null,
    kind: (Object.keys(KINDS) as KindName[]).find((kind) => kind === said("kind")) ?? null,
    sectionId: id("section"),
    personId: id("person"),
    date: DATES.find((date) => date === said("date")) ?? "changed",
    from: day("from"),
    until: day("until"),
    oldestFirst: said("order") === "oldest",
    cursor: cursor(),
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
    ...placeOf(filter.cursor),
  };
  return saying(documentsPath, said);
}

/** Whether anything is left out or ordered otherwise than usual, beside the words and the stand. */
export function isNarrowed({ kind, sectionId, personId, date, from, until, oldestFirst }: ListFilter): boolean {
  return [kind, sectionId, personId, from, until].some((one) => one !== null) || date !== "changed" || oldestFirst;
}
