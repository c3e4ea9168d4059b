import { excerptOf } from "#components/site/excerpt.ts";
import { pictureFor } from "#components/site/shared-picture.ts";
import { articlePath } from "#features/addresses/public.ts";
import { article } from "#features/kinds/article.ts";
import type { LiveArticle, Site } from "#features/reading/types.ts";
import { figuresOf } from "#features/text/figures.ts";
import { plainText, shownBody } from "#features/text/plain.ts";
import { isoOf } from "#lib/dates.ts";

/** What machines are told about an article, from one place: meta elements, Open Graph and schema.org agree. */
export function factsOf(site: Site, live: LiveArticle, origin: string) {
  const { number, content, sectionPath, shownAt, updatedAt, tags } = live;
  const section = sectionPath.at(-1);
  // A hidden byline is hidden from machines too: the agency stands for it.
  const names = content.byline.hidden ? [] : content.byline.names.map(({ name }) => name).filter((name) => name !== "");
  const publisher = site.agency || site.name;
  return {
    url: origin + articlePath(section?.slug ?? "", content.slug, number),
    headline: content.headline,
    description: excerptOf(content.standfirst || plainText(shownBody(content.body)) || content.headline),
    names,
    publisher,
    section: section?.name ?? "",
    keywords: tags.map(({ name }) => name),
    published: shownAt === null ? "" : isoOf(shownAt),
    modified: isoOf(updatedAt ?? shownAt ?? new Date(0)),
    source: [content.source.name, content.source.url].filter((part) => part !== "").join(", "),
    sourceUrl: content.source.url,
    kind: content.kind,
    picture: pictureFor(figuresOf(article, content), live, origin),
  };
}
