import { cache } from "react";
import { at, isoDayOf, wholeHourAfter } from "#lib/dates.ts";
import { cardsOf } from "./queries.ts";
import { reads } from "./reads.ts";
import type { Card } from "./types.ts";

const DAYS = 30;
const MONTHS = 12;
const MOST_READ = 10;

/** How often was read on a day ("2026-11-28") or in a month ("2026-11"). */
export type Read = { date: string; views: number };

export type Statistics = {
  /** The newest first; days and months without a view as well. */
  days: Read[];
  months: Read[];
  /** Since counting began, and what articles brought along from an older system. */
  all: number;
  imported: number;
  mostRead: { hours: number; cards: (Card & { views: number })[] }[];
  /** When the figures will be others. */
  until: Date;
};

/** How often the site's articles were read. No reader is known of any of it. */
export const statistics = cache(async (siteId: number, now: Date): Promise<Statistics> => {
  const today = at(now).startOf("day");
  const days = Array.from({ length: DAYS }, (_, back) => isoDayOf(today.minus({ days: back }).toJSDate()));
  const months = Array.from({ length: MONTHS }, (_, back) =>
    today.startOf("month").minus({ months: back }).toFormat("yyyy-MM"),
  );
  const [byDay, byMonth, all] = await Promise.all([
    reads.findViewDays(siteId, days.at(-1) ?? ""),
    reads.findViewMonths(siteId, `${months.at(-1)}-01`),
    reads.findAllViews(siteId),
  ]);
  const onDay = new Map(byDay.map(({ date, views }) => [date, views]));
  const inMonth = new Map(byMonth.map(({ date, views }) => [date, views]));
  return {
    days: days.map((date) => ({ date, views: onDay.get(date) ?? 0 })),
    months: months.map((date) => ({ date, views: inMonth.get(date) ?? 0 })),
    ...{ all: all.views, imported: all.imported },
    mostRead: [await mostRead(siteId, 24), await mostRead(siteId, 7 * 24)],
    until: wholeHourAfter(now),
  };
});

async function mostRead(siteId: number, hours: number): Promise<Statistics["mostRead"][number]> {
  const found = await reads.findMostRead(siteId, hours, MOST_READ);
  const cards = await cardsOf(siteId, found);
  return { hours, cards: cards.map((card, place) => ({ ...card, views: found[place]?.views ?? 0 })) };
}
