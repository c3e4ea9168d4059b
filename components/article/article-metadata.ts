import type { Metadata } from "next";
import { headMetadata } from "#components/site/head-metadata.ts";
import { inBothLanguages } from "#components/site/languages.ts";
import type { LiveArticle, Site } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { factsOf } from "./article-facts.ts";
import { headWords } from "./head-words.ts";

/** @param sister the public path of the same in English, where readers have that */
export function articleMetadata(
  site: Site,
  article: LiveArticle,
  origin: string,
  sister: string | null = null,
): Metadata {
  const facts = factsOf(site, article, origin);
  const { headline, description, url, names, keywords, publisher, published, modified, section, source, picture } =
    facts;
  return {
    title: headline,
    ...headMetadata({
      ...{ title: headline, description, url, creator: names, date: modified, source, picture },
      type: facts.kind === "news" ? say("dcTypes.news") : headWords.form(facts.kind),
      by: { name: site.name, publisher, language: site.language },
      subject: keywords.length === 0 ? [section] : keywords,
      article: { published, modified, section, tags: keywords },
      ...(sister === null ? {} : { alternates: inBothLanguages(origin, { vi: url.slice(origin.length), en: sister }) }),
    }),
  };
}
