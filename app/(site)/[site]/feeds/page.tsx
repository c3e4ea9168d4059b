import type { Metadata } from "next";
import "#components/site/pages.css";
import { FeedsView } from "#components/site/feeds-view.tsx";
import { feedsMetadata } from "#components/site/page-metadata.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { heldRoots, questionsPath, rootOf } from "#features/addresses/lists.ts";
import { originOf } from "#features/reading/origin.ts";
import { slugsAtRoot } from "#features/reading/queries.ts";
import { frameOf, siteOf } from "../site-of.ts";

type Props = { params: Promise<{ site: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await siteOf(params);
  return feedsMetadata(site, originOf(site));
}

/** Which feeds there are, for people. */
export default async function FeedsPage({ params }: Props) {
  const frame = await frameOf(params);
  const held = heldRoots(slugsAtRoot(frame.tree, frame.pages));
  return (
    <SitePage {...frame}>
      <FeedsView
        {...{ site: frame.site, tree: frame.tree, origin: originOf(frame.site) }}
        withoutAnswers={held.has(rootOf(questionsPath()))}
      />
    </SitePage>
  );
}
