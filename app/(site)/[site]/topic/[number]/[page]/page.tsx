import type { Metadata } from "next";
import "#components/site/pages.css";
import { GalleryViewer } from "#components/article/gallery-viewer.tsx";
import { topicMetadata } from "#components/site/page-metadata.ts";
import { topicThings } from "#components/site/site-data.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { TopicView } from "#components/site/topic-view.tsx";
import { topicPath } from "#features/addresses/lists.ts";
import { frameOf } from "#features/reading/frame.ts";
import { originOf } from "#features/reading/origin.ts";
import { emblemOf, siteOf } from "#features/reading/queries.ts";
import { inTopic, liveTopic } from "#features/reading/topics.ts";

type Props = { params: Promise<{ site: string; number: string; page: string }> };

async function pageOf(params: Props["params"]) {
  const site = await siteOf(params);
  const { number, page } = await params;
  const topic = await liveTopic(site.id, Number(number));
  const shown = await inTopic(site.id, Number(number), Number(page));
  if (topic === null || shown === null) throw new Error(`Topic ${number} of ${site.key} has no page ${page}.`);
  return { site, topic, shown };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, topic, shown } = await pageOf(params);
  return topicMetadata(site, originOf(site), topic, { ...shown, emblem: await emblemOf(site) });
}

/** @throws for a topic or page that is not there: the front asked first and answers 404, 410 or 503 itself */
export default async function TopicPage({ params }: Props) {
  const { site, topic, shown } = await pageOf(params);
  return (
    <SitePage {...(await frameOf(params))} at={topicPath(topic.content.slug)}>
      <TopicView topic={topic} shown={shown} />
      <StructuredData things={topicThings(site, originOf(site), topic, shown.page)} />
      {shown.page > 1 ? null : <GalleryViewer body={topic.content.body} />}
    </SitePage>
  );
}
