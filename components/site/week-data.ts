import type { Metadata } from "next";
import type { BreadcrumbList, CollectionPage, WebPage } from "schema-dts";
import { weekPath, weeksPath } from "#features/addresses/lists.ts";
import type { LiveWeek, Site } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { daysAfter, isoOf } from "#lib/dates.ts";
import { pageMetadata } from "./page-metadata.ts";
import { ownListThings, publisherOf, siteOf, wayTo } from "./site-data.ts";

/** Of the calendar of a week. */
export function weekMetadata(site: Site, origin: string, { content, shownAt, updatedAt }: LiveWeek): Metadata {
  const { title, slug } = content;
  const changed = updatedAt ?? shownAt;
  return {
    title,
    ...pageMetadata(site, origin, {
      ...{ title, description: say("weeks.ofWeek", { title, site: site.name }), path: weekPath(slug), type: "week" },
      ...(changed === null ? {} : { date: isoOf(changed) }),
    }),
  };
}

/**
 * The calendar of a week, and the way down to it. Its entries are no events for the public to come to, which is what schema.org's
 * are for.
 */
export function weekThings(
  site: Site,
  origin: string,
  { content: { title, slug, monday }, shownAt, updatedAt }: LiveWeek,
): [WebPage, BreadcrumbList] {
  const changed = updatedAt ?? shownAt;
  return [
    {
      ...{ "@type": "WebPage", url: origin + weekPath(slug), name: title, inLanguage: site.language },
      ...(monday === null ? {} : { temporalCoverage: `${monday}/${daysAfter(monday, 6)}` }),
      ...(shownAt === null ? {} : { datePublished: isoOf(shownAt) }),
      ...(changed === null ? {} : { dateModified: isoOf(changed) }),
      ...{ isPartOf: siteOf(site, origin), publisher: publisherOf(site, origin) },
    },
    wayTo(origin, [WEEKS, { name: title, path: weekPath(slug) }]),
  ];
}

/** The page of the week that it is. */
export function weeksThings(site: Site, origin: string): [CollectionPage, BreadcrumbList] {
  return ownListThings(site, origin, WEEKS.name, () => weeksPath);
}

const WEEKS = { name: say("weeks.title"), path: weeksPath };
