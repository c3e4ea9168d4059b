import { DateTime, type WeekdayNumbers } from "luxon";

/** Times are kept with their zone and shown as they are in Việt Nam. */
export const ZONE = "Asia/Ho_Chi_Minh";

/** A moment as a clock here shows it. */
export const at = (moment: Date) => DateTime.fromJSDate(moment, { zone: ZONE }).setLocale("vi");

/** 23/06/2021 */
export const dayOf = (moment: Date): string => at(moment).toFormat("dd/MM/yyyy");

/** 2021-06-23, as days are kept. */
export const isoDayOf = (moment: Date): string => at(moment).toFormat("yyyy-MM-dd");

/** Whether two moments lie in one day here. */
export const isSameDay = (one: Date, other: Date): boolean => isoDayOf(one) === isoDayOf(other);

/** When a day begins here. @param day 2021-06-23 */
export const startOfDay = (day: string): Date => DateTime.fromISO(day, { zone: ZONE }).toJSDate();

/** A day and a time of it here, as they are kept, for machines: 2021-06-23T10:27+07:00. @param time 10:27 */
export const isoOn = (day: string, time: string): string => `${day}T${time}${onDayOf(day).toFormat("ZZ")}`;

/** When the day ends here in which a moment lies. */
export const midnightAfter = (moment: Date): Date => at(moment).plus({ days: 1 }).startOf("day").toJSDate();

/** The Monday of the week in which a day lies, as days are kept. */
export const mondayOf = (day: string): string => onDayOf(day).startOf("week").toFormat("yyyy-MM-dd");

/** The day so many days later, as days are kept. */
export const daysAfter = (day: string, days: number): string => onDayOf(day).plus({ days }).toFormat("yyyy-MM-dd");

/** 2026-w49: a week as ISO 8601 counts it, in the letters of addresses. @param day any of its days */
export const weekOf = (day: string): string => onDayOf(day).toFormat("kkkk-'w'WW");

/** The Monday of a week that is spelt so, as days are kept; null where that year has no such week. */
export function mondayIn(week: string): string | null {
  const monday = DateTime.fromISO(week.toUpperCase(), { zone: ZONE });
  return /^\d{4}-w\d\d$/.test(week) && monday.isValid ? monday.toFormat("yyyy-MM-dd") : null;
}

const onDayOf = (day: string) => DateTime.fromISO(day, { zone: ZONE });

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

/** Which day of the week a moment is of here: 1 is Monday, 7 Sunday. */
export const weekdayNumberOf = (moment: Date) => at(moment).weekday as WeekdayNumbers;

/** "Chủ Nhật" @param day 1 is Monday, 7 Sunday */
export const weekdayNameOf = (day: number): string =>
  DateTime.fromObject({ weekYear: 2026, weekNumber: 1, weekday: day as 1 }, { zone: ZONE })
    .setLocale("vi")
    .toFormat("cccc");

/** "23 June 2021" */
export const dayInEnglish = (moment: Date): string => at(moment).setLocale("en-GB").toFormat("d LLLL yyyy");

/** "23 June 2021, 10:27" */
export const momentInEnglish = (moment: Date): string => `${dayInEnglish(moment)}, ${timeOf(moment)}`;

/** 2021-06-23T10:27:00+07:00, for machines. */
export const isoOf = (moment: Date): string => at(moment).toISO({ suppressMilliseconds: true }) ?? moment.toISOString();

/** 23/06/2021 10:27, as it is typed. */
export const toTyped = (moment: Date): string => at(moment).toFormat("dd/MM/yyyy HH:mm");

/** "Chủ nhật 29/11/2026, 07:30": said back to whoever typed it, for a wrong day is noticed by its weekday. */
export function momentWithWeekday(moment: Date): string {
  const said = at(moment).toFormat("cccc dd/MM/yyyy, HH:mm");
  return said.charAt(0) + said.slice(1).toLowerCase();
}

/** The same day here, at this time. */
export const onDay = (day: Date, time: { hour: number; minute: number }): Date =>
  at(day).startOf("day").set(time).toJSDate();

/** What a clock here shows. */
export const clockOf = (moment: Date): { hour: number; minute: number } => {
  const { hour, minute } = at(moment);
  return { hour, minute };
};

export const HOUR_MS = 3_600_000;

/** The next full hour. */
export const wholeHourAfter = (moment: Date): Date => at(moment).plus({ hours: 1 }).startOf("hour").toJSDate();

/** The next time that a clock here shows this hour, at least half an hour ahead. */
export function nextHour(now: Date, hour: number): Date {
  const soon = at(now).plus({ minutes: 30 });
  const today = soon.startOf("day").set({ hour });
  return (today >= soon ? today : today.plus({ days: 1 })).toJSDate();
}
