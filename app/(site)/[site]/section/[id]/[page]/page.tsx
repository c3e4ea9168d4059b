import type { Metadata } from "next";
import "#components/site/pages.css";
import { sectionMetadata } from "#components/site/page-metadata.ts";
import { SectionView } from "#components/site/section-view.tsx";
import { sectionThings } from "#components/site/site-data.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { frameOf } from "#features/reading/frame.ts";
import { cardsOn, frontPage } from "#features/reading/front.ts";
import { originOf } from "#features/reading/origin.ts";
import { emblemOf, sectionPage, siteOf } from "#features/reading/queries.ts";
import { childrenOf } from "#features/sites/tree.ts";

type Props = { params: Promise<{ site: string; id: string; page: string }> };

async function pageOf(params: Props["params"]) {
  const site = await siteOf(params);
  const { id, page } = await params;
  const found = await sectionPage(site.id, Number(id), Number(page));
  if (found === null) throw new Error(`Section ${id} of ${site.key} has no page ${page}.`);
  return { site, found };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, found } = await pageOf(params);
  const [front, emblem] = await Promise.all([
    found.page === 1 ? frontPage(site.id, found.section.id) : null,
    emblemOf(site),
  ]);
  return sectionMetadata(site, originOf(site), { ...found, emblem, front: front === null ? [] : cardsOn(front) });
}

/** @throws for a section or page that is not there: the front asked first and answers 404 itself */
export default async function SectionPage({ params }: Props) {
  const { site, found } = await pageOf(params);
  const frame = await frameOf(params);
  const front = found.page === 1 ? await frontPage(site.id, found.section.id) : null;
  const below = childrenOf(frame.tree, found.section.id).filter(({ opened }) => opened);
  return (
    <SitePage {...frame} here={found.section.id}>
      <SectionView {...found} {...{ below, front }} now={frame.now} />
      <StructuredData things={sectionThings(site, originOf(site), found)} />
    </SitePage>
  );
}
