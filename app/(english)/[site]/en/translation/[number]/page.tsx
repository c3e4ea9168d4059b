import type { Metadata } from "next";
import { GalleryViewer } from "#components/article/gallery-viewer.tsx";
import { englishBodyWords } from "#components/site/english/body-words.ts";
import { translationThings } from "#components/site/english/english-data.ts";
import { translationMetadata } from "#components/site/english/english-metadata.ts";
import { EnglishPage } from "#components/site/english/english-page.tsx";
import { TranslationView } from "#components/site/english/translation-view.tsx";
import { PageTools } from "#components/site/page-tools.tsx";
import { StructuredData } from "#components/site/structured-data.tsx";
import { englishToolWords } from "#components/site/tool-words.ts";
import { translationPath } from "#features/addresses/english.ts";
import { liveTranslation } from "#features/reading/english.ts";
import { englishFrameOf } from "#features/reading/frame.ts";
import { originOf } from "#features/reading/origin.ts";
import { siteOf } from "#features/reading/queries.ts";

type Props = { params: Promise<{ site: string; number: string }> };

async function translationOf(params: Props["params"]) {
  const site = await siteOf(params);
  const { number } = await params;
  const translation = await liveTranslation(site.id, Number(number));
  if (translation === null) throw new Error(`Translation ${number} of ${site.key} is not live.`);
  return { site, translation };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, translation } = await translationOf(params);
  return translationMetadata(site, originOf(site), translation);
}

/** @throws when readers do not have it, or what it is the sister of: the front asked first */
export default async function TranslationPage({ params }: Props) {
  const { site, translation } = await translationOf(params);
  const frame = await englishFrameOf(params);
  const { content, number } = translation;
  const url = originOf(site) + translationPath(content.slug, number);
  const tools = <PageTools url={url} title={content.title} words={englishToolWords} />;
  return (
    <EnglishPage {...frame} hasTools vietnamese={translation.original?.path}>
      <TranslationView translation={translation} tools={tools} />
      <StructuredData things={translationThings(site, originOf(site), translation, frame.emblem)} />
      <GalleryViewer body={translation.content.body} words={englishBodyWords.gallery} />
    </EnglishPage>
  );
}
