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
    image: facts.picture && imageOf(facts.picture),
    datePublished: facts.published || undefined,
    dateModified: facts.modified,
    inLanguage: site.language,
    articleSection: facts.section || undefined,
    keywords: facts.keywords.length === 0 ? undefined : facts.keywords,
    author: facts.names.length === 0 ? organisation : facts.names.map((name) => ({ "@type": "Person", name })),
    publisher: organisation,
    isBasedOn: facts.sourceUrl || undefined,
    video: objectsOf("video", facts),
    audio: objectsOf("audio", facts),
  };
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

/** What schema.org calls what a generative program has made, or changed: IPTC's words once more. */
const SOURCES = {
  none: undefined,
  edited: "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource",
  made: "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
} as const;

/** The picture with what was signed of it, and nothing that a file says of itself: nobody has signed that. */
function imageOf({ url, width, height, credit, ai }: NonNullable<ReturnType<typeof factsOf>["picture"]>) {
  return {
    ...{ "@type": "ImageObject", url, width, height },
    creditText: credit || undefined,
    digitalSourceType: SOURCES[ai],
  };
}

/** schema.org VideoObject and AudioObject; undefined for none. @param facts of the article that they stand in */
function objectsOf(type: "video" | "audio", facts: ReturnType<typeof factsOf>) {
  const media = facts.media.filter((one) => one.type === type);
  if (media.length === 0) return undefined;
  return media.map(({ name, description, transcript, url, mediaType, durationMs, poster, ai }) => ({
    "@type": type === "video" ? "VideoObject" : "AudioObject",
    name: name || facts.headline,
    description: description || facts.description,
    contentUrl: url,
    encodingFormat: mediaType,
    thumbnailUrl: poster,
    uploadDate: facts.published || undefined,
    // As ISO 8601 spells how long something lasts.
    duration: durationMs === null ? undefined : `PT${Math.max(1, Math.round(durationMs / 1000))}S`,
    transcript: transcript || undefined,
    digitalSourceType: SOURCES[ai],
  }));
}
