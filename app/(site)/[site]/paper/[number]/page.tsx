import type { Metadata } from "next";
import "#components/site/pages.css";
import { GalleryViewer } from "#components/article/gallery-viewer.tsx";
import { PageTools } from "#components/site/page-tools.tsx";
import { paperMetadata, paperThings, paperTitle } from "#components/site/paper-data.ts";
import { PaperView } from "#components/site/paper-view.tsx";
import { SitePage } from "#components/site/site-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { pageToolWords } from "#components/site/tool-words.ts";
import { rootOf } from "#features/addresses/lists.ts";
import { paperPath, papersPath } from "#features/addresses/papers.ts";
import { frameOf } from "#features/reading/frame.ts";
import { originOf } from "#features/reading/origin.ts";
import { livePaper } from "#features/reading/papers.ts";
import { siteOf, slugsAtRoot } from "#features/reading/queries.ts";
import { isoDayOf } from "#lib/dates.ts";

type Props = { params: Promise<{ site: string; number: string }> };

async function paperOf(params: Props["params"]) {
  const site = await siteOf(params);
  const { number } = await params;
  const paper = await livePaper(site.id, Number(number));
  if (paper === null) throw new Error(`Paper ${number} of ${site.key} is not live.`);
  return { site, paper };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, paper } = await paperOf(params);
  return paperMetadata(site, originOf(site), paper);
}

/** @throws when the paper is not live: the front asked first and answers 404, 410 or 503 itself */
export default async function PaperPage({ params }: Props) {
  const [{ site, paper }, frame] = await Promise.all([paperOf(params), frameOf(params)]);
  const today = isoDayOf(frame.now);
  const hasList = !slugsAtRoot(frame.tree, frame.pages).includes(rootOf(papersPath));
  const path = paperPath(paper.content.slug, paper.number);
  const tools = <PageTools url={originOf(site) + path} title={paperTitle(paper.content)} words={pageToolWords} />;
  return (
    <SitePage {...frame} at={path} hasTools>
      <PaperView {...{ paper, today, hasList, tools }} />
      <StructuredData things={paperThings(site, originOf(site), paper, today)} />
      <GalleryViewer body={paper.content.body} />
    </SitePage>
  );
}
