import type { Metadata } from "next";
import "#components/site/pages.css";
import { listMetadata } from "#components/site/page-metadata.ts";
import { PageTools } from "#components/site/page-tools.tsx";
import { SitePage } from "#components/site/site-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { pageToolWords } from "#components/site/tool-words.ts";
import { weeksThings } from "#components/site/week-data.ts";
import { NoWeekView, WeekView } from "#components/site/week-view.tsx";
import { weekPath, weeksPath } from "#features/addresses/lists.ts";
import { frameOf } from "#features/reading/frame.ts";
import { originOf } from "#features/reading/origin.ts";
import { emblemOf, siteOf } from "#features/reading/queries.ts";
import type { LiveWeek, Site } from "#features/reading/types.ts";
import { weekFrom, weeksBeside } from "#features/reading/weeks.ts";
import { say } from "#features/reading/words.ts";
import { isoDayOf, mondayOf, weekOf } from "#lib/dates.ts";

type Props = { params: Promise<{ site: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await siteOf(params);
  const description = say("weeks.description", { site: site.name });
  const list = { name: say("weeks.title"), description, path: weeksPath, emblem: await emblemOf(site) };
  return listMetadata(site, originOf(site), list);
}

/** The calendar of the week that it is, or that there is none yet. */
export default async function WeeksPage({ params }: Props) {
  const frame = await frameOf(params);
  const today = isoDayOf(frame.now);
  const monday = mondayOf(today);
  const [{ live, taken }, beside] = await Promise.all([
    weekFrom(frame.site.id, monday),
    weeksBeside(frame.site.id, weekOf(monday)),
  ]);
  return (
    <SitePage {...frame} at={weeksPath} hasTools={live !== null}>
      {live === null ? (
        <NoWeekView {...{ monday, taken, beside }} />
      ) : (
        <WeekView week={live} {...{ today, beside }} isNow tools={toolsOf(frame.site, live)} />
      )}
      <StructuredData things={weeksThings(frame.site, originOf(frame.site))} />
    </SitePage>
  );
}

/** Who passes it on means this week, and not the one that comes after it. */
function toolsOf(site: Site, { content: { slug, title } }: LiveWeek) {
  const url = originOf(site) + weekPath(slug);
  return <PageTools url={url} title={title} words={pageToolWords} canListen={false} />;
}
