import { excerptOf } from "#components/site/excerpt.ts";
import { pictureFor, usesShared } from "#components/site/shared-picture.ts";
import { articlePath } from "#features/addresses/public.ts";
import { largestOf, type Pictures } from "#features/files/picture.ts";
import { article } from "#features/kinds/article.ts";
import type { LiveArticle, Site } from "#features/reading/types.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { figuresOf, mediaIn } from "#features/text/figures.ts";
import { inlineText, plainText, shownBody } from "#features/text/plain.ts";
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
    description: excerptOf(content.standfirst || plainText(shownBody(content.body, live.pictures)) || content.headline),
    names,
    publisher,
    section: section?.name ?? "",
    keywords: tags.map(({ name }) => name),
    published: shownAt === null ? "" : isoOf(shownAt),
    modified: isoOf(updatedAt ?? shownAt ?? new Date(0)),
    source: [content.source.name, content.source.url].filter((part) => part !== "").join(", "),
    sourceUrl: content.source.url,
    kind: content.kind,
    picture: pictureFor(usesShared(figuresOf(article, content), content.body, live.pictures), live, origin),
    media: mediaOf(content.body, live.pictures, origin),
  };
}

/** What is played in a text and is there, in reading order. */
function mediaOf(body: BodyDoc, files: Pictures, origin: string) {
  return mediaIn(body).flatMap((media) => {
    const file = files.get(media.attrs.file ?? "");
    if (file === undefined || !("about" in file)) return [];
    const poster = files.get((media.type === "video" ? media.attrs.poster?.file : null) ?? "");
    return {
      type: media.type,
      name: media.attrs.title,
      description: inlineText(media.content).trim(),
      transcript: media.attrs.transcript,
      ai: media.attrs.ai ?? "none",
      url: origin + file.address,
      mediaType: file.mediaType,
      durationMs: file.durationMs,
      poster: poster !== undefined && "sources" in poster ? origin + largestOf(poster).address : undefined,
    };
  });
}
