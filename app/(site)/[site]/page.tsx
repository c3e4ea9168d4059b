import type { Metadata } from "next";
import { HomeView } from "#components/site/home-view.tsx";
import { homeMetadata } from "#components/site/page-metadata.ts";
import { homeThings } from "#components/site/site-data.ts";
import { SitePage } from "#components/site/site-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { originOf } from "#features/reading/origin.ts";
import { home } from "#features/reading/queries.ts";
import { frameOf, siteOf } from "./site-of.ts";

type Props = { params: Promise<{ site: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await siteOf(params);
  return homeMetadata(site, originOf(site), (await home(site.id)).newest);
}

export default async function HomePage({ params }: Props) {
  const frame = await frameOf(params);
  const { newest, sections } = await home(frame.site.id);
  return (
    <SitePage {...frame} isHome>
      <HomeView newest={newest} sections={sections} />
      <StructuredData things={homeThings(frame.site, originOf(frame.site), frame.emblem)} />
    </SitePage>
  );
}
