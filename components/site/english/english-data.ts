import type { BreadcrumbList, CollectionPage, CorrectionComment, NewsArticle, WebPage } from "schema-dts";
import { correctionsOf, imageOf } from "#components/article/article-data.ts";
import { englishCorrectionsPath, englishPath } from "#features/addresses/english.ts";
import type { Picture } from "#features/files/picture.ts";
import type { LiveTranslation } from "#features/reading/english.ts";
import type { Site } from "#features/reading/types.ts";
import { englishName, sayInEnglish as say } from "#features/reading/words-in-english.ts";
import { isoOf } from "#lib/dates.ts";
import { publisherOf, wayTo } from "../site-data.ts";
import { englishFacts } from "./english-facts.ts";

const home = { name: say("home"), path: englishPath() };

/** An English sister in the words of schema.org: a news article or a page, which says what it is translated from. */
export function translationThings(
  site: Site,
  origin: string,
  live: LiveTranslation,
  emblem: Picture | null = null,
): [NewsArticle | WebPage, BreadcrumbList] {
  const { original, notes } = live;
  const { path, title, description, isPage, names, published, modified, picture } = englishFacts(live, origin);
  const url = origin + path;
  const ends = original?.said?.endsAt ?? null;
  const publisher = publisherOf(site, origin, emblem);
  const said = {
    ...{ url, description, inLanguage: "en", publisher, ...(picture && { image: imageOf(picture) }) },
    ...(published === "" ? {} : { datePublished: published }),
    ...(modified === "" ? {} : { dateModified: modified }),
    ...(original === null
      ? {}
      : { translationOfWork: { "@type": "CreativeWork", url: origin + original.path, inLanguage: "vi" } as const }),
  };
  const people = names.map((name) => ({ "@type": "Person", name }) as const);
  const own: NewsArticle | WebPage = isPage
    ? { "@type": "WebPage", name: title, ...said, ...correctionsIn(notes) }
    : {
        ...{ "@type": "NewsArticle", headline: title, mainEntityOfPage: url, ...said },
        ...(ends === null ? {} : { expires: isoOf(ends) }),
        ...{ author: people.length === 0 ? publisher : people, isAccessibleForFree: true, ...correctionsIn(notes) },
      };
  return [own, wayTo(origin, [{ name: title, path }], home)];
}

/** Those of the original stay in the language in which they were told. */
function correctionsIn(notes: LiveTranslation["notes"]): { correction?: CorrectionComment[] } {
  const told = notes.filter(({ kind }) => kind === "correction");
  const { correction } = correctionsOf(told);
  return correction === undefined
    ? {}
    : { correction: correction.map((one, at) => ({ ...one, inLanguage: told[at]?.ofOriginal ? "vi" : "en" })) };
}

/** A page of all that a site has in English. */
export function englishListThings(site: Site, origin: string, page: number): [CollectionPage, BreadcrumbList] {
  return [listIn(site, origin, englishPath(page), englishName(site).name), wayTo(origin, [], home)];
}

/** A page of the corrections of it. */
export function englishCorrectionsThings(site: Site, origin: string, page: number): [CollectionPage, BreadcrumbList] {
  const name = say("corrections.title");
  const own = { name, path: englishCorrectionsPath() };
  return [listIn(site, origin, englishCorrectionsPath(page), name), wayTo(origin, [own], home)];
}

const listIn = (site: Site, origin: string, path: string, name: string): CollectionPage => ({
  ...{ "@type": "CollectionPage", url: origin + path, name, inLanguage: "en", publisher: publisherOf(site, origin) },
});
