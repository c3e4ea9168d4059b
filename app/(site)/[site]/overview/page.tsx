import type { Metadata } from "next";
import "#components/site/pages.css";
import { OverviewView } from "#components/site/overview-view.tsx";
import { listMetadata } from "#components/site/page-metadata.ts";
import { ownListThings } from "#components/site/site-data.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { heldRoots, overviewPath, rootOf, topicsPath } from "#features/addresses/lists.ts";
import { frameOf } from "#features/reading/frame.ts";
import { listedInSections } from "#features/reading/lists.ts";
import { originOf } from "#features/reading/origin.ts";
import { emblemOf, siteOf, slugsAtRoot } from "#features/reading/queries.ts";
import { newestTopics } from "#features/reading/topics.ts";
import { say } from "#features/reading/words.ts";

type Props = { params: Promise<{ site: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await siteOf(params);
  const description = say("overview.description", { site: site.name });
  const list = { name: say("overview.title"), description, path: overviewPath, emblem: await emblemOf(site) };
  return listMetadata(site, originOf(site), list);
}

/** The others are in the list of topics. */
const TOPICS_SHOWN = 20;

export default async function OverviewPage({ params }: Props) {
  const frame = await frameOf(params);
  const listed = await listedInSections(
    frame.site.id,
    frame.tree.filter(({ opened }) => opened).map(({ id }) => id),
  );
  const isHeld = heldRoots(slugsAtRoot(frame.tree, frame.pages)).has(rootOf(topicsPath()));
  const topics = isHeld ? [] : await newestTopics(frame.site.id, TOPICS_SHOWN);
  return (
    <SitePage {...frame} at={overviewPath}>
      <OverviewView tree={frame.tree} pages={frame.pages} topics={topics} listed={listed} />
      <StructuredData
        things={ownListThings(frame.site, originOf(frame.site), say("overview.title"), () => overviewPath)}
      />
    </SitePage>
  );
}
