import type { Metadata } from "next";
import "#components/site/pages.css";
import { EnglishCorrections } from "#components/site/english/english-corrections.tsx";
import { englishCorrectionsThings } from "#components/site/english/english-data.ts";
import { englishCorrectionsMetadata } from "#components/site/english/english-metadata.ts";
import { EnglishPage } from "#components/site/english/english-page.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { correctionsPath, heldRoots, rootOf } from "#features/addresses/lists.ts";
import { englishCorrections } from "#features/reading/english.ts";
import { englishFrameOf } from "#features/reading/frame.ts";
import { originOf } from "#features/reading/origin.ts";
import { emblemOf, pageLinks, sectionTree, siteOf, slugsAtRoot } from "#features/reading/queries.ts";

type Props = { params: Promise<{ site: string; page: string }> };

async function listOf(params: Props["params"]) {
  const site = await siteOf(params);
  const page = Number((await params).page);
  const list = await englishCorrections(site.id, page);
  if (list === null) throw new Error(`The English corrections of ${site.key} have no page ${page}.`);
  const [tree, pages] = await Promise.all([sectionTree(site.id), pageLinks(site.id)]);
  const isHeld = heldRoots(slugsAtRoot(tree, pages)).has(rootOf(correctionsPath()));
  return { site, list, vietnamese: isHeld ? undefined : correctionsPath() };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, list, vietnamese } = await listOf(params);
  const shown = { ...list, vietnamese, emblem: await emblemOf(site) };
  const isEmpty = list.notes.length === 0;
  const said = englishCorrectionsMetadata(site, originOf(site), shown);
  return isEmpty ? { ...said, robots: { index: false } } : said;
}

/** @throws when there is no such page: the front asked first */
export default async function EnglishCorrectionsPage({ params }: Props) {
  const { site, list, vietnamese } = await listOf(params);
  return (
    <EnglishPage {...(await englishFrameOf(params))} {...{ vietnamese }}>
      <EnglishCorrections {...list} vietnamese={vietnamese} />
      <StructuredData things={englishCorrectionsThings(site, originOf(site), list.page)} />
    </EnglishPage>
  );
}
