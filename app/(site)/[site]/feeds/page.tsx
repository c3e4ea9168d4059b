import type { Metadata } from "next";
import "#components/site/pages.css";
import { FeedsView } from "#components/site/feeds-view.tsx";
import { feedsMetadata } from "#components/site/page-metadata.ts";
import { ownListThings } from "#components/site/site-data.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { heldRoots, questionsPath, rootOf, topicsPath } from "#features/addresses/lists.ts";
import { feedsPath } from "#features/addresses/machines.ts";
import { frameOf } from "#features/reading/frame.ts";
import { originOf } from "#features/reading/origin.ts";
import { siteOf, slugsAtRoot } from "#features/reading/queries.ts";
import { newestTopics } from "#features/reading/topics.ts";
import { say } from "#features/reading/words.ts";

type Props = { params: Promise<{ site: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await siteOf(params);
  return feedsMetadata(site, originOf(site));
}

/** Older ones name their own feed. */
const TOPICS_SHOWN = 20;

/** Which feeds there are, for people. */
export default async function FeedsPage({ params }: Props) {
  const frame = await frameOf(params);
  const { site, tree, pages } = frame;
  const held = heldRoots(slugsAtRoot(tree, pages));
  const topics = held.has(rootOf(topicsPath())) ? [] : await newestTopics(site.id, TOPICS_SHOWN);
  const withoutAnswers = held.has(rootOf(questionsPath()));
  return (
    <SitePage {...frame} at={feedsPath}>
      <FeedsView {...{ site, tree, topics, withoutAnswers }} origin={originOf(site)} />
      <StructuredData things={ownListThings(site, originOf(site), say("feeds.title"), () => feedsPath)} />
    </SitePage>
  );
}
