import { DateTime } from "luxon";
import { ZONE } from "#lib/dates.ts";
import { type TextLine, visible } from "./lines.ts";
import { NotImported } from "./not-imported.ts";

/** No portal is older; an earlier year is a slip of the pen. */
const FIRST_YEAR = 1990;
/** The most that the counter's column holds. */
const MAX_VIEWS = 2_147_483_647;

export type Dated = { at: Date; views: number };

/** Whether a line means to be `Ngày đăng 23/06/2021 | 10:27 | Lượt xem: 1.265`. */
export function isDateLine(line: TextLine): boolean {
  return /^ngày đăng(?![\p{L}\p{M}])/iu.test(visible(line.text)) && /\d/.test(line.text);
}

/**
 * The original date and count. A missing count is 0.
 *
 * @param now an article of the past is imported: a later date is refused
 * @throws {NotImported} naming the line, for a date that does not exist or a count that cannot be read
 */
export function readDateLine(line: TextLine, now: Date): Dated {
  const no = (reason: string) => new NotImported(reason, line.number);
  const found = FORM.exec(visible(line.text));
  if (!found?.groups) {
    throw no(`the date line cannot be read: it looks like "Ngày đăng dd/MM/yyyy | HH:mm | Lượt xem: N"`);
  }
  const { day, month, year, hour, minute, views } = found.groups;
  const at = DateTime.fromObject(
    { day: Number(day), month: Number(month), year: Number(year), hour: Number(hour), minute: Number(minute) },
    { zone: ZONE },
  );
  // luxon reads 24:00 as midnight of the day after.
  if (!at.isValid || hour === "24") throw no(`${day}/${month}/${year} ${hour}:${minute} is not a date`);
  if (at.year < FIRST_YEAR) throw no(`${day}/${month}/${year} is before ${FIRST_YEAR}`);
  if (at.toMillis() > now.getTime()) throw no(`${day}/${month}/${year} ${hour}:${minute} is in the future`);
  const count = Number((views ?? "0").replace(/[^0-9]/g, ""));
  if (count > MAX_VIEWS) throw no(`the count ${views} is too large`);
  return { at: at.toJSDate(), views: count };
}

const FORM = new RegExp(
  [
    /^ngày đăng\s*:?\s*/,
    /(?<day>\d{1,2})\s*\/\s*(?<month>\d{1,2})\s*\/\s*(?<year>\d{4})\s*\|?\s*/,
    /(?<hour>\d{1,2})\s*:\s*(?<minute>\d{2})\s*/,
    /(?:\|\s*)?(?:lượt xem\s*:?\s*(?<views>\d{1,3}(?:[., ]\d{3})+|\d+)?\s*)?\|?$/,
  ]
    .map(({ source }) => source)
    .join(""),
  "iu",
);
