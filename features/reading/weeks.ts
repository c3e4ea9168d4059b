import { cache } from "react";
import { weekPath } from "#features/addresses/lists.ts";
import { week } from "#features/kinds/week.ts";
import { signedContent } from "#features/text/signed.ts";
import { mondayIn, weekOf } from "#lib/dates.ts";
import { later } from "./queries.ts";
import { reads } from "./reads.ts";
import type { LiveWeek, WeekLink, WeekNow, WeeksBeside } from "./types.ts";

export const liveWeek = cache(async (siteId: number, number: number): Promise<LiveWeek | null> => {
  const found = await reads.findLiveWeek(siteId, number);
  if (!found?.canonical) return null;
  const content = signedContent(week, found.canonical, found.contentVersion);
  return { number, content, shownAt: found.shownAt, updatedAt: later(found.liveSince, found.firstLiveAt) };
});

/** The calendar of the week that begins on a day; `live` is null while readers have none, and `taken` says why of one that they had. */
export const weekFrom = cache(async (siteId: number, monday: string): Promise<WeekNow> => {
  const found = await reads.findWeekAt(siteId, weekOf(monday));
  const visibility = found?.visibility ?? "never_live";
  return {
    monday,
    live: found && visibility === "live" ? await liveWeek(siteId, found.number) : null,
    taken: visibility === "hidden" || visibility === "withdrawn" ? visibility : null,
  };
});

/** The calendars beside that of a week, and all of its year. */
export const weeksBeside = cache(async (siteId: number, slug: string): Promise<WeeksBeside> => {
  const year = slug.slice(0, 4);
  const next = (from: string, side: "before" | "after") => reads.findWeekNextTo(siteId, from, side);
  const [before, after, ofYear, yearBefore, yearAfter] = await Promise.all([
    next(slug, "before"),
    next(slug, "after"),
    reads.findWeeksBetween(siteId, `${year}-w01`, `${year}-w53`),
    next(`${year}-w01`, "before"),
    next(`${year}-w53`, "after"),
  ]);
  const link = (one: { slug: string } | null) => (one === null ? null : linkTo(one));
  return {
    year: Number(year),
    before: link(before),
    after: link(after),
    ofYear: ofYear.map(linkTo),
    yearBefore: link(yearBefore),
    yearAfter: link(yearAfter),
  };
});

const linkTo = ({ slug }: { slug: string }): WeekLink => ({
  slug,
  path: weekPath(slug),
  year: Number(slug.slice(0, 4)),
  number: Number(slug.slice(-2)),
  monday: mondayIn(slug) ?? "",
});
