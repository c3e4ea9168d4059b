import { type Entry, newEntry, WEEK_LIMITS } from "#features/kinds/week.ts";
import { newBlockId } from "#features/text/block-id.ts";
import type { Piece } from "./pasted-cells.ts";
import { type Column, columnsOf } from "./table-columns.ts";
import { dayInWords, type Part, partInWords, partTyped, type When, whenInWords } from "./table-words.ts";

/** What a pasted table says of a week. */
export type WeekRead = {
  entries: Entry[];
  /** What stands above and around the table, line by line: it is of no entry. */
  left: string[];
  /** So many entries have a date of another week; they stand under the weekday of it. */
  ofAnotherWeek: number;
  /** So many entries stand before any day: they are put under the first one. */
  undated: number;
};

type Cells = Partial<Record<Column, string>>;

/** Where the reading is: the day that was said last, and how. @property unread what stood in the place of a day and is none */
type Place = { day: Entry["day"] | null; part: Part | null; said: string; unread: string; isOfAnotherWeek: boolean };

/**
 * The entries of a week as a table has them. Days and hours are read as everywhere in the house. What is not understood is kept as it
 * was typed, where its entry says when it is: as an hour that is none, it is pointed out and holds the week back.
 *
 * @param monday of the week that is written
 */
export function weekIn(pieces: readonly Piece[], monday: string): WeekRead {
  const read: WeekRead = { entries: [], left: [], ofAnotherWeek: 0, undated: 0 };
  let place: Place = { day: null, part: null, said: "", unread: "", isOfAnotherWeek: false };
  for (const piece of pieces) {
    if ("lines" in piece) {
      for (const line of piece.lines) {
        const next = placeOf(line, place, monday);
        // A date of another week above a table says when it was signed.
        if (next.unread === "" && !next.isOfAnotherWeek) place = next;
        else read.left.push(line);
      }
      continue;
    }
    const { columns, heads, from } = columnsOf(piece.rows, monday);
    read.left.push(...piece.rows.slice(0, Math.max(0, from - 1)).flatMap(saidIn));
    for (const row of piece.rows.slice(from)) {
      const step = stepOf(row, { columns, heads, place, monday });
      place = step.place;
      read.entries.push(...step.entries);
      if (place.isOfAnotherWeek) read.ofAnotherWeek += step.entries.length;
      if (place.day === null) read.undated += step.entries.length;
    }
  }
  return read;
}

const saidIn = (row: readonly string[]): string[] => {
  const words = row.filter((cell) => cell !== "").join(" ");
  return words === "" ? [] : [words.replaceAll("\n", " ")];
};

/** Where the reading is after words that stand in the place of a day. */
function placeOf(said: string, before: Place, monday: string): Place {
  if (said === "" || said === before.said) return before;
  const found = dayInWords(said, monday);
  if (found === null) return { ...before, part: null, said, unread: said.replaceAll("\n", " ") };
  return { ...found, said, unread: "" };
}

type Around = { columns: readonly Column[]; heads: readonly string[]; place: Place; monday: string };

function stepOf(row: readonly string[], { columns, heads, place, monday }: Around): { place: Place; entries: Entry[] } {
  const filled = row.filter((cell) => cell !== "");
  const [only = ""] = filled;
  if (filled.length === 0) return { place, entries: [] };
  if (filled.length === 1) {
    // A row across the whole table says which day, or part of it, the rows below are of.
    const day = placeOf(only, place, monday);
    if (day.unread === "" || day === place) return { place: day, entries: [] };
    const part = partInWords(only);
    if (part !== null) return { place: { ...place, part }, entries: [] };
    return { place, entries: [entryOf({ what: only }, place)] };
  }
  const cells = cellsOf(row, columns, heads);
  const next = placeOf(cells.day ?? "", place, monday);
  const part = cells.part ?? "";
  const here = part === "" ? next : { ...next, part: partInWords(part) };
  // A part that is none stands before the hour, as it was typed.
  const time = part !== "" && here.part === null ? `${part}\n${cells.time ?? ""}` : (cells.time ?? "");
  return { place: here, entries: split({ ...cells, time }, here).map((one) => entryOf(one, here)) };
}

/** The cells of a row by what they are about. Two of one kind stand together, and what has no field of its own stands in the content. */
function cellsOf(row: readonly string[], columns: readonly Column[], heads: readonly string[]): Cells {
  const cells: Cells = {};
  const more: string[] = [];
  for (const [at, text] of row.entries()) {
    const column = columns[at] ?? "more";
    if (text === "" || (column === "number" && /^\d+\W*$/.test(text))) continue;
    if (column === "more" || column === "number") more.push(heads[at] ? `${heads[at]}: ${text}` : text);
    else cells[column] = cells[column] === undefined ? text : `${cells[column]}\n${text}`;
  }
  return more.length === 0
    ? cells
    : { ...cells, what: [cells.what ?? "", ...more].filter((one) => one !== "").join("\n") };
}

/** Several hours in one row, with as many lines of content, are as many entries; where that is not sure, the row stays one. */
function split(cells: Cells, { part }: Place): Cells[] {
  const times = (cells.time ?? "").split("\n");
  if (times.length === 1 || whenInWords(cells.time ?? "", part) !== null) return [cells];
  if (times.some((time) => whenInWords(time, part) === null)) return [cells];
  const all = FIELDS.map((field) => [field, (cells[field] ?? "").split("\n")] as const);
  const isOneEach = all.every(
    ([field, lines]) => lines.length === times.length || (field !== "what" && lines.length === 1),
  );
  if (!isOneEach) return [cells];
  return times.map((time, at) => ({
    ...Object.fromEntries(all.map(([field, lines]) => [field, lines.length === 1 ? lines[0] : lines[at]])),
    time,
  }));
}

const FIELDS = ["what", "leaders", "others", "place", "prepares"] as const;

function entryOf(cells: Cells, place: Place): Entry {
  const { when, more } = whenOf((cells.time ?? "").replaceAll("\n", " "), place);
  return {
    ...newEntry(place.day ?? 1, newBlockId()),
    ...when,
    what: [more, cells.what ?? ""].filter((one) => one !== "").join("\n"),
    others: cells.others ?? "",
    leaders: asOneList(cells.leaders),
    place: asOneList(cells.place),
    prepares: asOneList(cells.prepares),
  };
}

/** When an entry is; what is not understood as it was typed, and what has no room there for the content. */
function whenOf(time: string, { part, unread }: Place): { when: When; more: string } {
  const found = whenInWords(time, part);
  if (found !== null && unread === "") return { when: found, more: "" };
  const typed = [unread, part === null || time === "" ? "" : partTyped(part), time]
    .filter((one) => one !== "")
    .join(" ");
  const fits = typed.length <= WEEK_LIMITS.hour;
  return { when: { when: "at", from: fits ? typed : "", to: "" }, more: fits ? "" : typed };
}

/** Lines of a field that has one: each is a name, a place or an office of its own. */
const asOneList = (text = ""): string => text.replace(/\s*[,;]?\n/g, "; ");
