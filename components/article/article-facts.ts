import { excerptOf } from "#components/site/excerpt.ts";
import { articlePath } from "#features/addresses/public.ts";
import type { Pictures } from "#features/files/picture.ts";
import { article } from "#features/kinds/article.ts";
import type { LiveArticle, Site } from "#features/reading/types.ts";
import type { Figure } from "#features/text/body.ts";
import { figuresOf, pictureIn } from "#features/text/figures.ts";
import { plainText, shownBody } from "#features/text/plain.ts";
import { isoOf } from "#lib/dates.ts";

/** What machines are told about an article, from one place: meta elements, Open Graph and schema.org agree. */
export function factsOf(
  site: Site,
  { number, content, pictures, sectionPath, shownAt, updatedAt, tags }: LiveArticle,
  origin: string,
) {
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
    picture: pictureFor(figuresOf(article, content), pictures, origin),
  };
}

/** As wide as programs of chats and search engines want it, in pixels, and no heavier. */
const SHARED_WIDTH = 1440;

/** The first picture of a text, in a form that every program knows; undefined where there is none. */
function pictureFor(figures: readonly Figure[], pictures: Pictures, origin: string) {
  for (const { attrs } of figures) {
    const picture = pictures.get(pictureIn(attrs) ?? "");
    if (picture === undefined || !("sources" in picture)) continue;
    const sizes = picture.sources.at(-1)?.sizes ?? [];
    const size = sizes.findLast(({ width }) => width <= SHARED_WIDTH) ?? sizes[0];
    if (!size) continue;
    const height = Math.round((size.width * picture.height) / picture.width);
    const { credit, ai = "none", decorative, alt } = attrs;
    return { url: origin + size.address, width: size.width, height, alt: decorative ? "" : alt, credit, ai };
  }
  return undefined;
}
