import { translationPath } from "#features/addresses/english.ts";
import { translation } from "#features/kinds/translation.ts";
import type { LiveTranslation } from "#features/reading/english.ts";
import { figuresOf } from "#features/text/figures.ts";
import { plainText, shownBody } from "#features/text/plain.ts";
import { isoOf } from "#lib/dates.ts";
import { excerptOf } from "../excerpt.ts";
import { pictureFor, usesShared } from "../shared-picture.ts";

/** What machines are told about an English sister, from one place: meta elements, Open Graph and schema.org agree. */
export function englishFacts(live: LiveTranslation, origin: string) {
  const { content, original, pictures, shownAt, updatedAt } = live;
  const { title, standfirst, body } = content;
  const changed = updatedAt ?? shownAt;
  const byline = original?.said?.byline;
  return {
    path: translationPath(content.slug, live.number),
    title,
    description: excerptOf(standfirst) || excerptOf(plainText(shownBody(body, pictures))) || title,
    isPage: original?.kind === "page",
    // A hidden byline is hidden from machines too, in both languages.
    names:
      byline === undefined || byline.hidden ? [] : byline.names.map(({ name }) => name).filter((name) => name !== ""),
    published: shownAt === null ? "" : isoOf(shownAt),
    modified: changed === null ? "" : isoOf(changed),
    picture: pictureFor(usesShared(figuresOf(translation, content), body, pictures), live, origin),
  };
}
