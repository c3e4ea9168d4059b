import type { Metadata } from "next";
import { sectionMetadata } from "#components/site/page-metadata.ts";
import { originOf } from "#features/reading/origin.ts";
import { sectionPage } from "#features/reading/queries.ts";
import { siteOf } from "../../../site-of.ts";
import { Section } from "../../section.tsx";

type Props = { params: Promise<{ site: string; section: string; page: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await siteOf(params);
  const { section, page } = await params;
  const found = await sectionPage(site.id, section, Number(page));
  return found === null ? {} : sectionMetadata(site, originOf(site), found);
}

export default async function SectionFurtherPage({ params }: Props) {
  const { section, page } = await params;
  return <Section params={params} slug={section} page={Number(page)} />;
}
