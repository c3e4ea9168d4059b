import type { Metadata } from "next";
import "#components/site/pages.css";
import { englishListThings } from "#components/site/english/english-data.ts";
import { EnglishList } from "#components/site/english/english-list.tsx";
import { englishListMetadata } from "#components/site/english/english-metadata.ts";
import { EnglishPage } from "#components/site/english/english-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { englishPage } from "#features/reading/english.ts";
import { englishFrameOf } from "#features/reading/frame.ts";
import { originOf } from "#features/reading/origin.ts";
import { emblemOf, siteOf } from "#features/reading/queries.ts";

type Props = { params: Promise<{ site: string; page: string }> };

async function listOf(params: Props["params"]) {
  const site = await siteOf(params);
  const page = Number((await params).page);
  const list = await englishPage(site.id, page);
  if (list === null) throw new Error(`${site.key} has no page ${page} in English.`);
  return { site, list };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, list } = await listOf(params);
  const isEmpty = list.own.length === 0 && list.cards.length === 0;
  const shown = { ...list, emblem: await emblemOf(site) };
  return { ...englishListMetadata(site, originOf(site), shown), ...(isEmpty ? { robots: { index: false } } : {}) };
}

/** @throws when there is no such page: the front asked first */
export default async function EnglishListPage({ params }: Props) {
  const { site, list } = await listOf(params);
  const frame = await englishFrameOf(params);
  return (
    <EnglishPage {...frame} isHome={list.page === 1}>
      <EnglishList {...list} now={frame.now} />
      <StructuredData things={englishListThings(site, originOf(site), list.page)} />
    </EnglishPage>
  );
}
