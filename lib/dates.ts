import { DateTime } from "luxon";

/** Times are kept with their zone and shown as they are in Việt Nam. */
export const ZONE = "Asia/Ho_Chi_Minh";

const at = (moment: Date) => DateTime.fromJSDate(moment, { zone: ZONE }).setLocale("vi");

/** 23/06/2021 */
export const dayOf = (moment: Date): string => at(moment).toFormat("dd/MM/yyyy");

/** 10:27 */
export const timeOf = (moment: Date): string => at(moment).toFormat("HH:mm");

/** 23/06/2021 | 10:27 */
export const momentOf = (moment: Date): string => at(moment).toFormat("dd/MM/yyyy | HH:mm");

/** "14:05 ngày 22/6/2021": in a sentence days from 10 on and months from 3 on take no leading zero (NĐ 30/2020). */
export function momentInWords(moment: Date): string {
  return `${timeOf(moment)} ngày ${dayInWords(moment)}`;
}

/** "22/6/2021", "01/7/2021", "15/02/2021" */
export function dayInWords(moment: Date): string {
  const { day, month, year } = at(moment);
  return `${String(day).padStart(2, "0")}/${month < 3 ? `0${month}` : month}/${year}`;
}

/** "Chủ Nhật, 22/11/2026" */
export const weekdayOf = (moment: Date): string => at(moment).toFormat("cccc, dd/MM/yyyy");

/** 2021-06-23T10:27:00+07:00, for machines. */
export const isoOf = (moment: Date): string => at(moment).toISO({ suppressMilliseconds: true }) ?? moment.toISOString();

/**
 * The moment that somebody typed as day, month, year and time: "23/06/2021 10:27", "1/7/2021 | 7:05". It names no zone,
 * and everybody here thinks of Việt Nam's.
 * @returns an invalid date for what is no such time
 */
export const fromTyped = (text: string): Date =>
  DateTime.fromFormat(text.trim().replace(/[\s|,]+/g, " "), "d/M/yyyy H:mm", { zone: ZONE }).toJSDate();

/** 23/06/2021 10:27, as `fromTyped` reads it. */
export const toTyped = (moment: Date): string => at(moment).toFormat("dd/MM/yyyy HH:mm");

export const HOUR_MS = 3_600_000;

/** The next full hour. */
export const wholeHourAfter = (moment: Date): Date => at(moment).plus({ hours: 1 }).startOf("hour").toJSDate();

/** The next time that a clock here shows this hour, at least half an hour ahead. */
export function nextHour(now: Date, hour: number): Date {
  const soon = at(now).plus({ minutes: 30 });
  const today = soon.startOf("day").set({ hour });
  return (today >= soon ? today : today.plus({ days: 1 })).toJSDate();
}
