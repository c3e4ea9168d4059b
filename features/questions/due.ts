import { at } from "#lib/dates.ts";

/** Within how many working days a question is to be answered. Source: NĐ 43/2011/NĐ-CP, Điều 17, as offices still count. */
export const ANSWER_WITHIN = 15;

const isWorkingDay = (weekday: number): boolean => weekday <= 5;

/** The last day on which an answer is in time, as days are kept; Monday to Friday count, the day of sending does not. Holidays are not known here. */
export function dueDay(sentAt: Date): string {
  let day = at(sentAt).startOf("day");
  for (let counted = 0; counted < ANSWER_WITHIN; ) {
    day = day.plus({ days: 1 });
    if (isWorkingDay(day.weekday)) counted += 1;
  }
  return day.toFormat("yyyy-MM-dd");
}

/** Working days that are left after today until an answer is late: 0 on the last day, below zero once it is late. */
export function daysLeft(sentAt: Date, now: Date): number {
  const today = at(now).startOf("day");
  const due = at(sentAt)
    .startOf("day")
    .set(dateIn(dueDay(sentAt)));
  const [from, to, sign] = today <= due ? [today, due, 1] : [due, today, -1];
  let left = 0;
  // A question that waits for years is simply late.
  for (let day = from.plus({ days: 1 }); day <= to && left < MOST_COUNTED; day = day.plus({ days: 1 })) {
    if (isWorkingDay(day.weekday)) left += 1;
  }
  // Late on a day of rest is late.
  return sign > 0 ? left : -Math.max(left, 1);
}

const MOST_COUNTED = 999;

function dateIn(day: string) {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return { year, month, day: date };
}
