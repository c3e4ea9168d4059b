import type { Metadata } from "next";
import { GalleryViewer } from "#components/article/gallery-viewer.tsx";
import { ownPageMetadata } from "#components/site/page-metadata.ts";
import { PageTools } from "#components/site/page-tools.tsx";
import { PageView } from "#components/site/page-view.tsx";
import { ownPageThings } from "#components/site/site-data.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { pageToolWords } from "#components/site/tool-words.ts";
import { pagePath } from "#features/addresses/public.ts";
import { englishSister } from "#features/reading/english.ts";
import { frameOf } from "#features/reading/frame.ts";
import { originOf } from "#features/reading/origin.ts";
import { livePage, siteOf } from "#features/reading/queries.ts";

type Props = { params: Promise<{ site: string; number: string }> };

async function pageOf(params: Props["params"]) {
  const site = await siteOf(params);
  const { number } = await params;
  const page = await livePage(site.id, Number(number));
  if (page === null) throw new Error(`Page ${number} of ${site.key} is not live.`);
  return { site, page, sister: await englishSister(site.id, page.number) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, page, sister } = await pageOf(params);
  return ownPageMetadata(site, originOf(site), page, sister);
}

/** @throws when the page is not live: the front asked first and answers 404, 410 or 503 itself */
export default async function OwnPage({ params }: Props) {
  const { site, page, sister } = await pageOf(params);
  const url = originOf(site) + pagePath(page.content.slug);
  return (
    <SitePage {...(await frameOf(params))} page={page.number} hasTools>
      <PageView
        page={page}
        sister={sister}
        tools={<PageTools url={url} title={page.content.title} words={pageToolWords} />}
      />
      <StructuredData things={ownPageThings(site, originOf(site), page, sister)} />
      <GalleryViewer body={page.content.body} />
    </SitePage>
  );
}
