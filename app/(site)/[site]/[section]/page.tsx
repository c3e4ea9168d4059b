import type { Metadata } from "next";
import { sectionMetadata } from "#components/site/page-metadata.ts";
import { originOf } from "#features/reading/origin.ts";
import { sectionPage } from "#features/reading/queries.ts";
import { siteOf } from "../site-of.ts";
import { Section } from "./section.tsx";

type Props = { params: Promise<{ site: string; section: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await siteOf(params);
  const found = await sectionPage(site.id, (await params).section, 1);
  return found === null ? {} : sectionMetadata(site, originOf(site), found);
}

export default async function SectionPage({ params }: Props) {
  return <Section params={params} slug={(await params).section} page={1} />;
}
