import type { BreadcrumbList, CorrectionComment, ImageObject, NewsArticle, QAPage, Question } from "schema-dts";
import type { SharedPicture } from "#components/site/shared-picture.ts";
import { inEnglish, publisherOf, wayTo } from "#components/site/site-data.ts";
import { sectionPath } from "#features/addresses/public.ts";
import type { Picture } from "#features/files/picture.ts";
import { endsAt } from "#features/kinds/article.ts";
import type { LiveArticle, Site } from "#features/reading/types.ts";
import { askedIn } from "#features/text/asked.ts";
import type { Note } from "#features/text/notes.ts";
import { shownBody } from "#features/text/plain.ts";
import { isoOf } from "#lib/dates.ts";
import { factsOf } from "./article-facts.ts";

/**
 * An article in the words of schema.org, the way down to it and, where it asks and answers, that.
 * @param sister the public path of the same in English, where readers have that
 */
export function articleThings(
  site: Site,
  article: LiveArticle,
  origin: string,
  emblem: Picture | null = null,
  sister: string | null = null,
): [NewsArticle, BreadcrumbList, ...QAPage[]] {
  const facts = factsOf(site, article, origin);
  const publisher = publisherOf(site, origin, emblem);
  const ends = endsAt(article.content);
  const people = facts.names.map((name) => ({ "@type": "Person", name }) as const);
  const own: NewsArticle = {
    ...{ "@type": "NewsArticle", url: facts.url, mainEntityOfPage: facts.url },
    ...{ headline: facts.headline, description: facts.description, inLanguage: site.language },
    ...(facts.picture && { image: imageOf(facts.picture) }),
    ...(facts.published === "" ? {} : { datePublished: facts.published }),
    dateModified: facts.modified,
    ...(ends === null ? {} : { expires: isoOf(ends) }),
    ...(facts.section === "" ? {} : { articleSection: facts.section }),
    ...(facts.keywords.length === 0 ? {} : { keywords: facts.keywords }),
    author: people.length === 0 ? publisher : people,
    publisher,
    isAccessibleForFree: true,
    ...(facts.sourceUrl === "" ? {} : { isBasedOn: facts.sourceUrl }),
    ...correctionsOf(article.notes),
    ...mediaOf("video", facts),
    ...mediaOf("audio", facts),
    ...inEnglish(origin, sister),
  };
  const way = article.sectionPath.map(({ name, slug }) => ({ name, path: sectionPath(slug) }));
  return [
    own,
    wayTo(origin, [...way, { name: facts.headline, path: facts.url.slice(origin.length) }]),
    ...(article.content.kind === "qa" ? answersIn(site, article, facts, publisher) : []),
  ];
}

/** What is asked and answered in an article of that form: the office answers, and who asked is nobody's business. */
function answersIn(
  site: Site,
  { content, pictures }: LiveArticle,
  { url, headline, published, modified }: Facts,
  author: ReturnType<typeof publisherOf>,
): QAPage[] {
  const pairs = askedIn(shownBody(content.body, pictures));
  if (pairs.length === 0) return [];
  const questions = pairs.map(({ question, answer }): Question => {
    const date = published === "" ? {} : { datePublished: published, dateModified: modified };
    return {
      ...{ "@type": "Question", name: pairs.length === 1 ? headline : (question ?? headline) },
      ...(pairs.length === 1 && question !== null ? { text: question } : {}),
      answerCount: 1,
      acceptedAnswer: { "@type": "Answer", text: answer, url, author, ...date },
    };
  });
  return [{ "@type": "QAPage", url, inLanguage: site.language, mainEntity: questions }];
}

/** What schema.org calls what a generative program has made, or changed: IPTC's words once more. */
const SOURCES = {
  edited: "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource",
  made: "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
} as const;

const sourceOf = (ai: "none" | keyof typeof SOURCES) => (ai === "none" ? {} : { digitalSourceType: SOURCES[ai] });

/** The picture with what was signed of it, and nothing that a file says of itself: nobody has signed that. */
export function imageOf({ url, width, height, alt, credit, ai }: SharedPicture): ImageObject {
  return {
    ...{ "@type": "ImageObject", url, width: `${width}`, height: `${height}` },
    ...(alt === "" ? {} : { caption: alt }),
    ...(credit === "" ? {} : { creditText: credit }),
    ...sourceOf(ai),
  };
}

/** Those among the notes; schema.org has no word for what has joined. */
export function correctionsOf(notes: readonly Note[]): { correction?: CorrectionComment[] } {
  const corrections = notes.filter(({ kind }) => kind === "correction");
  if (corrections.length === 0) return {};
  return {
    correction: corrections.map(({ text, at }) => ({
      ...{ "@type": "CorrectionComment", text },
      ...(at === null ? {} : { datePublished: isoOf(at) }),
    })),
  };
}

/** schema.org VideoObject and AudioObject; nothing for none. @param facts of the article that they stand in */
function mediaOf<Type extends "video" | "audio">(type: Type, facts: Facts) {
  const media = facts.media.filter((one) => one.type === type);
  if (media.length === 0) return {};
  const objects = media.map(({ name, description, transcript, url, mediaType, durationMs, poster, ai }) => ({
    "@type": type === "video" ? ("VideoObject" as const) : ("AudioObject" as const),
    name: name || facts.headline,
    description: description || facts.description,
    contentUrl: url,
    encodingFormat: mediaType,
    ...(poster === undefined ? {} : { thumbnailUrl: poster }),
    ...(facts.published === "" ? {} : { uploadDate: facts.published }),
    // As ISO 8601 spells how long something lasts.
    ...(durationMs === null ? {} : { duration: `PT${Math.max(1, Math.round(durationMs / 1000))}S` }),
    ...(transcript === "" ? {} : { transcript }),
    ...sourceOf(ai),
  }));
  return { [type]: objects };
}

type Facts = ReturnType<typeof factsOf>;
