import type { Metadata } from "next";
import "#components/site/pages.css";
import { PageTools } from "#components/site/page-tools.tsx";
import { SitePage } from "#components/site/site-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { pageToolWords } from "#components/site/tool-words.ts";
import { weekMetadata, weekThings } from "#components/site/week-data.ts";
import { WeekView } from "#components/site/week-view.tsx";
import { weekPath } from "#features/addresses/lists.ts";
import { frameOf } from "#features/reading/frame.ts";
import { originOf } from "#features/reading/origin.ts";
import { siteOf } from "#features/reading/queries.ts";
import { liveWeek, weeksBeside } from "#features/reading/weeks.ts";
import { isoDayOf } from "#lib/dates.ts";

type Props = { params: Promise<{ site: string; number: string }> };

async function weekOf(params: Props["params"]) {
  const site = await siteOf(params);
  const { number } = await params;
  const week = await liveWeek(site.id, Number(number));
  if (week === null) throw new Error(`Calendar ${number} of ${site.key} is not live.`);
  return { site, week };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, week } = await weekOf(params);
  return weekMetadata(site, originOf(site), week);
}

/** @throws when the calendar is not live: the front asked first and answers 404, 410 or 503 itself */
export default async function WeekPage({ params }: Props) {
  const [{ site, week }, frame] = await Promise.all([weekOf(params), frameOf(params)]);
  const beside = await weeksBeside(site.id, week.content.slug);
  const path = weekPath(week.content.slug);
  const tools = (
    <PageTools url={originOf(site) + path} title={week.content.title} words={pageToolWords} canListen={false} />
  );
  return (
    <SitePage {...frame} at={path} hasTools>
      <WeekView {...{ week, beside, tools }} today={isoDayOf(frame.now)} />
      <StructuredData things={weekThings(site, originOf(site), week)} />
    </SitePage>
  );
}
