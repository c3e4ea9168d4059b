import type { Metadata } from "next";
import { dublinCore } from "#components/site/dublin-core.ts";
import { inBothLanguages } from "#components/site/languages.ts";
import type { LiveArticle, Site } from "#features/reading/types.ts";
import { factsOf } from "./article-facts.ts";

/** @param sister the public path of the same in English, where readers have that */
export function articleMetadata(
  site: Site,
  article: LiveArticle,
  origin: string,
  sister: string | null = null,
): Metadata {
  const facts = factsOf(site, article, origin);
  const { headline: title, description, url, names, keywords } = facts;
  return {
    title,
    description,
    alternates: {
      canonical: url,
      ...(sister === null ? {} : inBothLanguages(origin, { vi: url.slice(origin.length), en: sister })),
    },
    openGraph: {
      type: "article",
      siteName: site.name,
      title,
      description,
      url,
      locale: "vi_VN",
      publishedTime: facts.published,
      modifiedTime: facts.modified,
      section: facts.section,
      tags: keywords,
      ...(facts.picture ? { images: [facts.picture] } : {}),
    },
    twitter: { card: facts.picture ? "summary_large_image" : "summary" },
    other: dublinCore({
      title,
      creator: names.length === 0 ? [facts.publisher] : names,
      date: facts.modified,
      description,
      publisher: facts.publisher,
      identifier: url,
      language: site.language,
      source: facts.source,
      subject: keywords.length === 0 ? [facts.section] : keywords,
      type: facts.kind,
    }),
  };
}
