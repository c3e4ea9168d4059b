import type { Metadata } from "next";
import "#components/site/pages.css";
import { FrontView } from "#components/site/front-view.tsx";
import { homeMetadata } from "#components/site/page-metadata.ts";
import { homeThings } from "#components/site/site-data.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { frameOf } from "#features/reading/frame.ts";
import { cardsOn, frontPage } from "#features/reading/front.ts";
import { originOf } from "#features/reading/origin.ts";
import { emblemOf, siteOf } from "#features/reading/queries.ts";
import { say } from "#features/reading/words.ts";

type Props = { params: Promise<{ site: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await siteOf(params);
  const [front, emblem] = await Promise.all([frontPage(site.id, null), emblemOf(site)]);
  return homeMetadata(site, originOf(site), { cards: cardsOn(front), emblem });
}

export default async function HomePage({ params }: Props) {
  const frame = await frameOf(params);
  const front = await frontPage(frame.site.id, null);
  return (
    <SitePage {...frame} isHome>
      <FrontView front={front} now={frame.now} nothing={say("nothingYet")} />
      <StructuredData things={homeThings(frame.site, originOf(frame.site), frame.emblem)} />
    </SitePage>
  );
}
