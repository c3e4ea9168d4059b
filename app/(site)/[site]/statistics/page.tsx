import type { Metadata } from "next";
import "#components/site/pages.css";
import { listMetadata } from "#components/site/page-metadata.ts";
import { ownListThings } from "#components/site/site-data.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { StatisticsView } from "#components/site/statistics-view.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { statisticsPath } from "#features/addresses/lists.ts";
import { frameOf } from "#features/reading/frame.ts";
import { originOf } from "#features/reading/origin.ts";
import { emblemOf, siteOf } from "#features/reading/queries.ts";
import { statistics } from "#features/reading/statistics.ts";
import { say } from "#features/reading/words.ts";

type Props = { params: Promise<{ site: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await siteOf(params);
  const description = say("statistics.description", { site: site.name });
  const list = { name: say("statistics.title"), description, path: statisticsPath, emblem: await emblemOf(site) };
  return listMetadata(site, originOf(site), list);
}

export default async function StatisticsPage({ params }: Props) {
  const frame = await frameOf(params);
  return (
    <SitePage {...frame} at={statisticsPath}>
      <StatisticsView statistics={await statistics(frame.site.id, frame.now)} />
      <StructuredData
        things={ownListThings(frame.site, originOf(frame.site), say("statistics.title"), () => statisticsPath)}
      />
    </SitePage>
  );
}
