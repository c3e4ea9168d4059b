import { bare } from "#lib/bare.ts";
import { dayInWords, whenInWords } from "./table-words.ts";

/** What a column of a calendar's table is about. "number" counts its rows; what is "more" has no field of its own. */
export type Column =
  | ("day" | "part" | "time" | "what" | "leaders" | "others" | "place" | "prepares")
  | ("number" | "more");

/** How offices head their columns, without accents. The first that fits is meant. */
const HEADS: readonly [Column, RegExp][] = [
  ["number", /^(?:stt|tt|so tt)$/],
  ["day", /^(?:thu|ngay)(?:\W+(?:thu|ngay|thang|nam))*$/],
  ["part", /^buoi$/],
  ["time", /^(?:thoi gian|thoi diem|gio)\b/],
  ["prepares", /^(?:(?:don vi|co quan|bo phan|noi) )?chuan bi\b/],
  ["others", /^(?:thanh phan|tham du|du hop|cung du|nguoi (?:tham du|tham gia|du|cung du))\b/],
  ["leaders", /^(?:lanh dao|chu tri|nguoi chu tri|nguoi thuc hien|can bo|ho (?:va )?ten)\b/],
  ["place", /^(?:dia diem|noi hop|noi lam viec|phong hop)\b/],
  ["what", /^(?:noi dung|cong viec|viec)\b/],
];

/** No head of a column is longer, in UTF-16 units. */
const LONGEST_HEAD = 40;

function headOf(cell: string): Column | null {
  if (cell.length > LONGEST_HEAD) return null;
  const words = bare(cell).replace(/\s+/g, " ").trim();
  return HEADS.find(([, head]) => head.test(words))?.[0] ?? null;
}

/** Of a table without heads: as an office writes them most often, behind the columns of days and hours. */
const USUAL: readonly Column[] = ["what", "leaders", "place", "others", "prepares"];

/** So many rows say what a column is about. */
const ENOUGH = 40;

/** @property from the first row below the heads; `heads`: what stands above each column, "" for nothing */
export type Columns = { columns: Column[]; heads: string[]; from: number };

/**
 * What each column of a table is about: as its heads say it; without heads, days and hours are known by what stands there, and the
 * others by their order.
 *
 * @param monday of the week that is written
 */
export function columnsOf(rows: readonly string[][], monday: string): Columns {
  // A row that says a day or an hour is none of heads, whatever its other cells begin with ("Lãnh đạo phường", "Phòng họp 1").
  const isOfData = (cell: string) => cell !== "" && (whenInWords(cell, null) ?? dayInWords(cell, monday)) !== null;
  const at = rows.findIndex(
    (row) => !row.some(isOfData) && new Set(row.flatMap((cell) => headOf(cell) ?? [])).size > 1,
  );
  const head = rows[at];
  if (head !== undefined) {
    return { columns: head.map((cell) => headOf(cell) ?? "more"), heads: head, from: at + 1 };
  }
  // A row across the whole table is of no column.
  const whole = rows.filter((row) => row.filter((cell) => cell !== "").length > 1).slice(0, ENOUGH);
  const width = rows[0]?.length ?? 0;
  const all = Array.from({ length: width }, (_, column) => whole.flatMap((row) => row[column] || []));
  const mostly = (isOne: (cell: string) => boolean) =>
    all.findIndex((cells) => cells.length > 0 && cells.filter(isOne).length * 2 >= cells.length);
  const day = mostly((cell) => dayInWords(cell, monday) !== null);
  const time = mostly((cell) => whenInWords(cell, null) !== null);
  const others = [...USUAL];
  const columns = all.map((_, column): Column => {
    if (column === day) return "day";
    return column === time ? "time" : (others.shift() ?? "more");
  });
  return { columns, heads: columns.map(() => ""), from: 0 };
}
