import type { LiveArticle, Site } from "#features/reading/types.ts";
import { factsOf } from "./article-facts.ts";

/** schema.org NewsArticle as JSON for a script element: `<` is escaped, so no text can close the element. */
export function articleData(site: Site, article: LiveArticle, origin: string): string {
  const facts = factsOf(site, article, origin);
  const organisation = { "@type": "GovernmentOrganization", name: facts.publisher, url: origin };
  const data = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    mainEntityOfPage: facts.url,
    headline: facts.headline,
    description: facts.description,
    image: facts.picture?.url,
    datePublished: facts.published || undefined,
    dateModified: facts.modified,
    inLanguage: site.language,
    articleSection: facts.section || undefined,
    keywords: facts.keywords.length === 0 ? undefined : facts.keywords,
    author: facts.names.length === 0 ? organisation : facts.names.map((name) => ({ "@type": "Person", name })),
    publisher: organisation,
    isBasedOn: facts.sourceUrl || undefined,
  };
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
