import type { Metadata } from "next";
import { englishCorrectionsPath, englishPath } from "#features/addresses/english.ts";
import { homePath } from "#features/addresses/public.ts";
import type { Picture } from "#features/files/picture.ts";
import type { EnglishCard, LiveTranslation } from "#features/reading/english.ts";
import type { Site } from "#features/reading/types.ts";
import { englishName, sayInEnglish as say } from "#features/reading/words-in-english.ts";
import { feedsBeside } from "../feeds-beside.ts";
import { headMetadata } from "../head-metadata.ts";
import { inBothLanguages } from "../languages.ts";
import { pictureOfList } from "../shared-picture.ts";
import { englishFacts } from "./english-facts.ts";
import { englishSpeaker } from "./english-speaker.ts";

/** Of a page of all that a site has in English; the first is the sister of the home page. */
export function englishListMetadata(
  site: Site,
  origin: string,
  {
    page,
    pages,
    cards,
    emblem,
  }: { page: number; pages: number; cards: readonly EnglishCard[]; emblem: Picture | null },
): Metadata {
  const { name } = englishName(site);
  const title = page === 1 ? name : `${say("list.title")} - ${say("pageOf", { page, pages })}`;
  // The home page leads here where the site has said what it is called in English.
  const isSister = page === 1 && site.english.name !== "";
  return {
    title: { absolute: page === 1 ? name : `${title} - ${name}` },
    ...headMetadata({
      ...{ title, description: say("list.description", { site: name }), url: origin + englishPath(page) },
      ...{ by: englishSpeaker(site), type: say("dcTypes.list") },
      picture: pictureOfList(cards, { name, emblem }, origin),
      alternates: {
        ...(isSister ? inBothLanguages(origin, { vi: homePath, en: englishPath() }) : {}),
        ...followed(site, origin),
      },
    }),
  };
}

/**
 * Of a page of the corrections of what a site has in English.
 * @param vietnamese where those of the others are, if that is to be had; the first page of each is the sister of the other's
 */
export function englishCorrectionsMetadata(
  site: Site,
  origin: string,
  { page, pages, vietnamese, emblem }: CorrectionsShown,
): Metadata {
  const { name } = englishName(site);
  const called = say("corrections.title");
  const title = page === 1 ? called : `${called} - ${say("pageOf", { page, pages })}`;
  // The Vietnamese list leads here where the site has said what it is called in English.
  const isSister = page === 1 && site.english.name !== "" && vietnamese !== undefined;
  return {
    title,
    ...headMetadata({
      ...{ title, description: say("corrections.description", { site: name }) },
      ...{ url: origin + englishCorrectionsPath(page), by: englishSpeaker(site), type: say("dcTypes.list") },
      picture: pictureOfList([], { name, emblem }, origin),
      alternates: isSister ? inBothLanguages(origin, { vi: vietnamese, en: englishCorrectionsPath() }) : {},
    }),
  };
}

type CorrectionsShown = { page: number; pages: number; vietnamese: string | undefined; emblem: Picture | null };

/** Of the English sister of an article or a page. */
export function translationMetadata(site: Site, origin: string, live: LiveTranslation): Metadata {
  const { original } = live;
  const { path, title, description, isPage, names, published, modified, picture } = englishFacts(live, origin);
  return {
    title,
    ...headMetadata({
      ...{ title, description, url: origin + path, by: englishSpeaker(site), creator: names, picture },
      type: say(isPage ? "dcTypes.page" : "dcTypes.article"),
      ...(modified === "" ? {} : { date: modified }),
      ...(isPage ? {} : { article: { published, modified } }),
      alternates: {
        ...(original === null ? {} : inBothLanguages(origin, { vi: original.path, en: path })),
        ...followed(site, origin),
      },
    }),
  };
}

/** What is new in English is followed from all of it. */
const followed = (site: Site, origin: string) => ({
  types: feedsBeside(origin, englishPath(), (format) => say("feed", { format, name: englishName(site).name })),
});
