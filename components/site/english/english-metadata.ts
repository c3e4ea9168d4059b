import type { Metadata } from "next";
import type { BreadcrumbList, CollectionPage, NewsArticle, WebPage } from "schema-dts";
import { imageOf } from "#components/article/article-data.ts";
import { englishPath, translationPath } from "#features/addresses/english.ts";
import { homePath } from "#features/addresses/public.ts";
import type { Picture } from "#features/files/picture.ts";
import { translation } from "#features/kinds/translation.ts";
import type { LiveTranslation } from "#features/reading/english.ts";
import type { Site } from "#features/reading/types.ts";
import { englishName, sayInEnglish as say } from "#features/reading/words-in-english.ts";
import { figuresOf } from "#features/text/figures.ts";
import { plainText, shownBody } from "#features/text/plain.ts";
import { isoOf } from "#lib/dates.ts";
import { dublinCore } from "../dublin-core.ts";
import { excerptOf } from "../excerpt.ts";
import { feedsBeside } from "../feeds-beside.ts";
import { inBothLanguages } from "../languages.ts";
import { pictureFor, type SharedPicture, usesShared } from "../shared-picture.ts";
import { publisherOf } from "../site-data.ts";

/** Of a page of all that a site has in English; the first is the sister of the home page. */
export function englishListMetadata(site: Site, origin: string, { page, pages }: { page: number; pages: number }) {
  const { name } = englishName(site);
  const title = page === 1 ? name : `${say("list.title")} - ${say("pageOf", { page, pages })}`;
  const description = say("list.description", { site: name });
  // The home page leads here where the site has said what it is called in English.
  const both =
    page === 1 && site.english.name !== "" ? inBothLanguages(origin, { vi: homePath, en: englishPath() }) : {};
  return {
    title: { absolute: page === 1 ? name : `${title} - ${name}` },
    ...metadata(site, origin, { title, description, path: englishPath(page), type: "list", both }),
  } satisfies Metadata;
}

/** Of the English sister of an article or a page. */
export function translationMetadata(site: Site, origin: string, live: LiveTranslation): Metadata {
  const { content, original, shownAt, updatedAt } = live;
  const changed = updatedAt ?? shownAt;
  const path = translationPath(content.slug, live.number);
  return {
    title: content.title,
    ...metadata(site, origin, {
      ...{ title: content.title, description: descriptionOf(live), path },
      type: original?.kind === "page" ? "page" : "article",
      both: original === null ? {} : inBothLanguages(origin, { vi: original.path, en: path }),
      ...(changed === null ? {} : { date: isoOf(changed) }),
      picture: pictureOf(live, origin),
    }),
  };
}

const pictureOf = (live: LiveTranslation, origin: string) =>
  pictureFor(usesShared(figuresOf(translation, live.content), live.content.body, live.pictures), live, origin);

/** The same in the words of schema.org: a news article or a page, which says what it is translated from. */
export function translationThings(
  site: Site,
  origin: string,
  live: LiveTranslation,
  emblem: Picture | null = null,
): [NewsArticle | WebPage, BreadcrumbList] {
  const { content, original, shownAt, updatedAt } = live;
  const url = origin + translationPath(content.slug, live.number);
  const changed = updatedAt ?? shownAt;
  const picture = pictureOf(live, origin);
  const said = {
    ...{ url, description: descriptionOf(live), inLanguage: "en", publisher: publisherOf(site, origin, emblem) },
    ...(picture && { image: imageOf(picture) }),
    ...(shownAt === null ? {} : { datePublished: isoOf(shownAt) }),
    ...(changed === null ? {} : { dateModified: isoOf(changed) }),
    ...(original === null
      ? {}
      : { translationOfWork: { "@type": "CreativeWork", url: origin + original.path, inLanguage: "vi" } as const }),
  };
  const own: NewsArticle | WebPage =
    original?.kind === "page"
      ? { "@type": "WebPage", name: content.title, ...said }
      : { "@type": "NewsArticle", headline: content.title, ...said };
  return [own, wayTo(origin, [{ name: content.title, path: url.slice(origin.length) }])];
}

export function englishListThings(site: Site, origin: string, page: number): [CollectionPage, BreadcrumbList] {
  const { name } = englishName(site);
  const own = { "@type": "CollectionPage", url: origin + englishPath(page), name, inLanguage: "en" } as const;
  return [{ ...own, publisher: publisherOf(site, origin) }, wayTo(origin, [])];
}

const descriptionOf = ({ content, pictures }: LiveTranslation) =>
  excerptOf(content.standfirst) || excerptOf(plainText(shownBody(content.body, pictures))) || content.title;

/** From the English home page down. */
const wayTo = (origin: string, steps: readonly { name: string; path: string }[]): BreadcrumbList => ({
  "@type": "BreadcrumbList",
  itemListElement: [{ name: say("home"), path: englishPath() }, ...steps].map(({ name, path }, at) => ({
    ...{ "@type": "ListItem", position: at + 1, name, item: origin + path },
  })),
});

type Page = {
  title: string;
  description: string;
  path: string;
  type: "article" | "page" | "list";
  both: ReturnType<typeof inBothLanguages> | object;
  date?: string;
  picture?: SharedPicture | undefined;
};

/** What every English page says of itself to machines, beside its title. */
function metadata(site: Site, origin: string, { title, description, path, type, both, date, picture }: Page) {
  const url = origin + path;
  const { name, agency } = englishName(site);
  const publisher = agency || name;
  return {
    description,
    // What is new in English is followed from all of it.
    alternates: {
      ...{ canonical: url, ...both },
      types: feedsBeside(origin, englishPath(), (format) => say("feed", { format, name })),
    },
    openGraph: {
      ...{ type: "website" as const, siteName: name, title, description, url, locale: "en_GB" },
      ...(picture ? { images: [picture] } : {}),
    },
    twitter: { card: picture ? ("summary_large_image" as const) : ("summary" as const) },
    other: dublinCore({
      ...{ title, creator: [publisher], description, publisher, identifier: url, language: "en" },
      ...(date === undefined ? {} : { date }),
      type: say(`dcTypes.${type}`),
    }),
  };
}
