import type { Entry } from "#features/kinds/week.ts";
import { isoDayOf, mondayOf, startOfDay, weekdayNumberOf } from "#lib/dates.ts";
import { clockSaid, daySaid } from "#lib/hours.ts";

/** The parts of a day, as entries have them. */
const PARTS = ["morning", "afternoon", "evening"] as const;
export type Part = (typeof PARTS)[number];
export type When = Pick<Entry, "when" | "from" | "to">;

const NAMES: Readonly<Record<Part, string>> = { morning: "sáng", afternoon: "chiều", evening: "tối" };
const PART = new RegExp(`(?<!\\p{L})(?:buổi\\s+)?(${Object.values(NAMES).join("|")})(?!\\p{L})\\s*[:,]?`, "giu");

const partsIn = (text: string): Part[] =>
  [...text.matchAll(PART)].flatMap(([, name = ""]) => PARTS.find((part) => NAMES[part] === name.toLowerCase()) ?? []);
const withoutParts = (text: string): string => text.replace(PART, " ").trim();

/** The part of a day that words name and nothing else: "Buổi sáng", "CHIỀU:"; null of others. */
export function partInWords(text: string): Part | null {
  const [part, ...more] = partsIn(text);
  return part !== undefined && more.length === 0 && withoutParts(text) === "" ? part : null;
}

/** A part of a day as it is typed at the beginning of a line: "Sáng". */
export const partTyped = (part: Part): string => NAMES[part].replace(/^./, (first) => first.toUpperCase());

/** Where a day stands, and the part of it that is named with it. @property isOfAnotherWeek its date is none of this week */
type DayFound = { day: Entry["day"]; part: Part | null; isOfAnotherWeek: boolean };

/** Signs around days that say nothing: "Thứ Hai (30/11)", "Thứ 2 - 30/11". A hyphen within a date does. */
const AROUND_DAYS = /[()[\]:;]|(?<!\S)[-–—]+|[-–—]+(?!\S)/g;

/** "Mai" and "ngày kia" are days of whoever speaks, and no days of a table: they may be names. */
const OF_SOMEBODY = /(?<!\p{L})(?:nay|mai|kia|mốt)(?!\p{L})/iu;

/** The day that is meant by words of a table, and nothing else; null where none is, or its weekday is not that of its date. @param monday of the week that is written */
export function dayInWords(text: string, monday: string): DayFound | null {
  const parts = partsIn(text);
  if (parts.length > 1 || OF_SOMEBODY.test(text)) return null;
  const found = daySaid(withoutParts(text).replace(AROUND_DAYS, " "), startOfDay(monday));
  if (found === null) return null;
  const isOfAnotherWeek = mondayOf(isoDayOf(found)) !== monday;
  return { day: weekdayNumberOf(found), part: parts[0] ?? null, isOfAnotherWeek };
}

/**
 * When something takes place by words of a table: "8h00", "Sáng", "Chiều: 14 giờ 30", "7h30 - 9h"; null where it is not understood.
 *
 * @param part of the day that stands beside these words, if one does
 */
export function whenInWords(text: string, part: Part | null): When | null {
  const words = text.replace(/\s+/g, " ").trim();
  if (/^cả ngày$/i.test(words)) return bare("all_day");
  if (words === "") return part === null ? null : bare(part);
  const alone = partInWords(words);
  if (alone !== null) return part === null || part === alone ? bare(alone) : null;
  return clocksIn(words.replace(/^từ\s+/i, ""), part);
}

const bare = (when: Entry["when"]): When => ({ when, from: "", to: "" });

/** From when, and until when if it is said. A part that is named before both hours is said of both; one that stands behind the second may be. */
function clocksIn(text: string, beside: Part | null): When | null {
  const [first = "", second, ...more] = text.split(/\s*[-–—→]\s*|\s+đến\s+/i);
  if (more.length > 0) return null;
  const [named, namedLater] = [partsIn(first)[0] ?? null, second === undefined ? null : (partsIn(second)[0] ?? null)];
  if (named === null && namedLater !== null && beside === null) return null;
  const from = clockIn(first, named ?? beside);
  const to = second === undefined ? "" : clockIn(second, namedLater ?? named ?? beside);
  return from === null || to === null ? null : { when: "at", from, to };
}

function clockIn(text: string, part: Part | null): string | null {
  if (partsIn(text).length > 1) return null;
  const words = withoutParts(text);
  const said = clockSaid(part === null ? words : `${words} ${NAMES[part]}`);
  // "Chiều" beside "11h30" is a slip, and 23:30 a guess.
  return part === "afternoon" && said !== null && said >= "19:00" ? null : said;
}
