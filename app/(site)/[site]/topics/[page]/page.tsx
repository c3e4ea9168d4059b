import type { Metadata } from "next";
import "#components/site/pages.css";
import { listMetadata } from "#components/site/page-metadata.ts";
import { ownListThings } from "#components/site/site-data.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { TopicsView } from "#components/site/topics-view.tsx";
import { topicsPath } from "#features/addresses/lists.ts";
import { frameOf } from "#features/reading/frame.ts";
import { originOf } from "#features/reading/origin.ts";
import { emblemOf, siteOf } from "#features/reading/queries.ts";
import { topicList } from "#features/reading/topics.ts";
import { say } from "#features/reading/words.ts";

type Props = { params: Promise<{ site: string; page: string }> };

async function listOf(params: Props["params"]) {
  const site = await siteOf(params);
  const { page } = await params;
  const found = await topicList(site.id, Number(page));
  if (found === null) throw new Error(`The topics of ${site.key} have no page ${page}.`);
  return { site, found };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, found } = await listOf(params);
  const { page, pages, topics: cards } = found;
  const description = say("topics.description", { site: site.name });
  const path = topicsPath(page);
  const shown = { cards, emblem: await emblemOf(site) };
  return listMetadata(site, originOf(site), { name: say("topics.title"), description, path, page, pages, ...shown });
}

/** @throws for a page that is not there: the front asked first and answers 404 itself */
export default async function TopicsPage({ params }: Props) {
  const { site, found } = await listOf(params);
  return (
    <SitePage {...(await frameOf(params))} at={topicsPath()}>
      <TopicsView {...found} />
      <StructuredData things={ownListThings(site, originOf(site), say("topics.title"), topicsPath, found.page)} />
    </SitePage>
  );
}
