import { DateTime, Info } from "luxon";
import { at, ZONE } from "./dates.ts";
import { nfc, nfd } from "./nfc.ts";

/** As days and hours are written here: without accents and blanks, which are left out when they are read. */
const DAYS = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d/M/yy", "yyyy-MM-dd", "d'thang'M'nam'yyyy", "d'thang'M/yyyy"];
const DAYS_OF_SOME_YEAR = ["d/M", "d-M", "d'thang'M"];
const HOURS = [":mm", "'h'", "'h'm", "'h'm'p'", "'h'm'phut'", "'g'", "'g'm", "'gio'", "'gio'm", "'gio'm'phut'"];

/** The half of the day that somebody names. "toi" without its accent may as well be the "tới" of "thứ hai tới". */
const HALVES: Readonly<Record<string, "AM" | "PM">> = { sáng: "AM", sang: "AM", chiều: "PM", chieu: "PM", tối: "PM" };

/** They say nothing that the day or hour after them does not. */
const FILLERS = ["lúc", "luc", "vào", "vao", "ngày", "ngay", "hôm", "hom"];

/** No day and hour takes more signs. */
const LONGEST = 60;

/**
 * The moment that is meant by a day and an hour in the spellings that are usual here: "29/11/2026 7h30", "29/11 07:30",
 * "7g30 sáng mai", "19 giờ 30 chủ nhật". It names no zone, and everybody here thinks of Việt Nam's. Every word has to be
 * understood, for an hour at which readers are promised something is not guessed.
 *
 * A day without a year is the nearest of its name, a weekday the next one, and an hour without a day the next time that a
 * clock shows it.
 *
 * @returns null for what is no such time; a moment that has passed is one
 */
export function hourSaid(text: string, now: Date): Date | null {
  const said = text.length > LONGEST ? [] : wordsOf(text);
  const halves = said.flatMap((word) => HALVES[word] ?? []);
  const words = said.filter((word) => HALVES[word] === undefined);
  if (halves.length > 1) return null;
  for (let cut = 0; cut < words.length; cut += 1) {
    const [before, after] = [words.slice(0, cut), words.slice(cut)];
    const meant = together(after, before, halves[0], at(now)) ?? together(before, after, halves[0], at(now));
    if (meant !== null) return meant.toJSDate();
  }
  return null;
}

/** An hour without a day, in the same spellings, as a clock shows it: "7h30" is "07:30". @returns null for what is none */
export function clockSaid(text: string): string | null {
  const words = text.length > LONGEST ? [] : wordsOf(text);
  const halves = words.flatMap((word) => HALVES[word] ?? []);
  const hour = hourIn(
    words
      .filter((word) => HALVES[word] === undefined)
      .map(plain)
      .join(""),
    halves[0],
  );
  if (hour === null || halves.length > 1) return null;
  return DateTime.fromObject(hour, { zone: ZONE }).toFormat("HH:mm");
}

/**
 * The day that is meant by a weekday, a date, or both, in the same spellings: "thứ hai 30/11". A weekday alone is the next one of its
 * name, today among them. @returns null for what is none, and where the weekday is not that of the date
 */
export function daySaid(text: string, now: Date): Date | null {
  const words = text.length > LONGEST ? [] : wordsOf(text);
  return dayIn(words.map(plain).join(" "), END_OF_DAY, at(now).startOf("day"))?.toJSDate() ?? null;
}

/** What is meant by a day alone is still to come on that day. */
const END_OF_DAY: Hour = { hour: 23, minute: 59 };

/** An hour and the day it is of, if a day was named. */
function together(hourWords: string[], dayWords: string[], half: "AM" | "PM" | undefined, now: DateTime) {
  const hour = hourIn(hourWords.map(plain).join(""), half);
  if (hour === null) return null;
  const text = dayWords.map(plain).join(" ");
  const day = text === "" ? nextOf(hour, now, 1) : dayIn(text, hour, now);
  return day?.set(hour) ?? null;
}

type Hour = { hour: number; minute: number };

function hourIn(text: string, half: "AM" | "PM" | undefined): Hour | null {
  const spelt = text.replace(/ruoi$/, "30").replace(/['’]$/, "");
  const read = first(
    HOURS.map((after) => (half === undefined ? `H${after}` : `h${after} a`)),
    half === undefined ? spelt : `${spelt} ${half}`,
  );
  // 24 h is the end of one day to some and the beginning of it to others; so is 12 h of a morning or an evening.
  if (read === null || spelt.startsWith("24")) return null;
  if (half !== undefined && (read.hour % 12 === 0 || read.toFormat("a") !== half)) return null;
  return { hour: read.hour, minute: read.minute };
}

function dayIn(text: string, hour: Hour, now: DateTime): DateTime | null {
  const weekday = WEEKDAYS.find(({ name }) => text === name || text.startsWith(`${name} `));
  const rest = text.slice(weekday?.name.length ?? 0).replaceAll(" ", "");
  if (rest === "") return weekday ? nextOf(hour, now, 7, weekday.number) : null;
  const ahead = NEAR_DAYS.findIndex((names) => names.includes(rest));
  const day = ahead < 0 ? (first(DAYS, rest) ?? nearest(rest, now)) : now.startOf("day").plus({ days: ahead });
  return weekday === undefined || day?.weekday === weekday.number ? day : null;
}

/** The next day on which the hour is yet to come. */
function nextOf(hour: Hour, now: DateTime, every: 1 | 7, weekday: number = now.weekday): DateTime {
  const day = now.startOf("day").plus({ days: (weekday - now.weekday + 7) % 7 });
  return day.set(hour) > now ? day : day.plus({ days: every });
}

function nearest(text: string, now: DateTime): DateTime | null {
  const years = [now.year, now.year + 1, now.year - 1];
  const days = years.flatMap(
    (year) =>
      first(
        DAYS_OF_SOME_YEAR.map((day) => `${day} yyyy`),
        `${text} ${year}`,
      ) ?? [],
  );
  const away = (day: DateTime) => Math.abs(day.diff(now).toMillis());
  return days.sort((a, b) => away(a) - away(b))[0] ?? null;
}

function first(formats: readonly string[], text: string): DateTime | null {
  for (const format of formats) {
    const read = DateTime.fromFormat(text, format, { zone: ZONE, locale: "en" });
    if (read.isValid) return read;
  }
  return null;
}

function wordsOf(text: string): string[] {
  const words = nfc(text)
    .toLowerCase()
    .split(/[\s|,]+/);
  return words.filter((word) => word !== "" && !FILLERS.includes(word));
}

/** As people write who have no Vietnamese keyboard at hand. */
function plain(word: string): string {
  return nfd(word).replace(/\p{M}/gu, "").replaceAll("đ", "d");
}

/** The names of the days of the week, as the platform knows them and in figures. */
const WEEKDAYS = (["long", "short", "narrow"] as const).flatMap((length) =>
  Info.weekdays(length, { locale: "vi" }).map((name, day) => ({
    name: wordsOf(name)
      .map(plain)
      .join(" ")
      .replace(/^th (?=\d)/, "thu "),
    number: day + 1,
  })),
);

const fromToday = new Intl.RelativeTimeFormat("vi", { numeric: "auto" });
/** Today, tomorrow, the day after, as the platform knows them; the south says the last one otherwise. */
const NEAR_DAYS = [0, 1, 2].map((days) => [
  wordsOf(fromToday.format(days, "day")).map(plain).join(""),
  ...(days === 2 ? ["mot"] : []),
]);

/** The hour that is asked for, as people write it; null where none is, or it cannot be read. */
export function hourAsked(at: string | string[] | undefined, now: Date): Date | null {
  return typeof at === "string" && at.length < 100 ? hourSaid(at, now) : null;
}
