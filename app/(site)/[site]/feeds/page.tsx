import type { Metadata } from "next";
import "#components/site/pages.css";
import { FeedsView } from "#components/site/feeds-view.tsx";
import { feedsMetadata } from "#components/site/page-metadata.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { feedsPath } from "#features/addresses/machines.ts";
import { originOf } from "#features/reading/origin.ts";
import { frameOf, siteOf } from "../site-of.ts";

type Props = { params: Promise<{ site: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await siteOf(params);
  return feedsMetadata(site, originOf(site));
}

/** Which feeds there are, for people. */
export default async function FeedsPage({ params }: Props) {
  const frame = await frameOf(params);
  return (
    <SitePage {...frame} at={feedsPath}>
      <FeedsView site={frame.site} tree={frame.tree} origin={originOf(frame.site)} />
    </SitePage>
  );
}
