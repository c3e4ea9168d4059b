import { apiArticlePath } from "#features/addresses/machines.ts";
import { articlePath } from "#features/addresses/public.ts";
import { sharedSizeOf } from "#features/files/picture.ts";
import { article, endsAt } from "#features/kinds/article.ts";
import { figuresOf, pictureIn } from "#features/text/figures.ts";
import type { Note } from "#features/text/notes.ts";
import { inlineText, plainText, shownBody } from "#features/text/plain.ts";
import { bodyHtml } from "./body-html.ts";
import { type Line, pictureBeside, tagUriOf } from "./lines.ts";
import type { LiveArticle, Site } from "./types.ts";

/** An article as IPTC's standard for news in JSON spells it, or a picture of it. Source: ninjs 2.1. */
export type Ninjs = Readonly<Record<string, unknown>>;

const STANDARD = {
  ...{ name: "ninjs", version: "2.1", schema: "https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json" },
} as const;

/** Without its words, for a list. */
export function ninjsOfLine(site: Site, origin: string, line: Line): Ninjs {
  const picture = pictureBeside(line, origin);
  return {
    ...common(site, origin, line),
    representationtype: "partial",
    descriptions: descriptionsOf(line.standfirst, line.notes),
    subjects: subjectsOf(line.section.name, line.tags),
    ...(picture ? { associations: [association(origin, line.number, 1, picture)] } : {}),
  };
}

/**
 * What is found and is no article, as far as a list says it: a page that stands for itself, a paper, the calendar of a week, what is said
 * in English. None of it has an author, nor a number among articles.
 */
export function ninjsOfPage(
  site: Site,
  origin: string,
  found: { number: number; path: string; title: string; language: string } & Pick<Said, "shownAt" | "endsAt">,
): Ninjs {
  const { path, title, language, shownAt } = found;
  const said = { ...found, kicker: "", headline: title, names: [], changedAt: shownAt };
  const { renditions: _, ...page } = common(site, origin, said);
  const web = { name: "web", href: origin + path, contenttype: "text/html" };
  return { ...page, language, representationtype: "partial", renditions: [web] };
}

/** Whole. Its dates are those that readers see. */
export function ninjsOfArticle(site: Site, origin: string, live: LiveArticle): Ninjs {
  const { number, content, pictures, sectionPath, tags, notes, shownAt, updatedAt } = live;
  const section = sectionPath.at(-1);
  const { kicker, headline, standfirst, slug, byline, source } = content;
  const shown = shownAt ?? new Date(0);
  const names = byline.hidden ? [] : byline.names.flatMap(({ name }) => name || []);
  const said = {
    ...{ number, path: articlePath(section?.slug ?? "", slug, number), kicker, headline, names },
    ...{ shownAt: shown, changedAt: updatedAt ?? shown, endsAt: endsAt(content) },
  };
  const associations = picturesOf(live, origin).map((one, at) => association(origin, number, at + 1, one));
  return {
    ...common(site, origin, said),
    representationtype: "full",
    descriptions: descriptionsOf(standfirst, notes),
    bodies: [
      { role: "main", contenttype: "text/html", value: bodyHtml(content.body, pictures, origin) },
      { role: "main", contenttype: "text/plain", value: plainText(shownBody(content.body, pictures)) },
    ],
    subjects: subjectsOf(section?.name ?? "", tags),
    ...infoSource(source),
    ...(associations.length === 0 ? {} : { associations }),
  };
}

type Said = Pick<Line, "number" | "path" | "kicker" | "headline" | "names" | "shownAt" | "changedAt" | "endsAt">;

function common(site: Site, origin: string, said: Said): Ninjs {
  const { number, path, kicker, headline, names, shownAt, changedAt, endsAt: end } = said;
  const agency = site.agency || site.name;
  return {
    uri: tagUriOf(origin, number),
    type: "text",
    standard: STANDARD,
    pubstatus: "usable",
    language: site.language,
    firstcreated: shownAt.toISOString(),
    versioncreated: changedAt.toISOString(),
    // A notice that holds no more says so by it.
    ...(end === null ? {} : { expires: end.toISOString() }),
    title: headline,
    headlines: [{ role: "headline", value: headline }, ...(kicker === "" ? [] : [{ role: "kicker", value: kicker }])],
    by: names.length === 0 ? agency : names.join("; "),
    ...(names.length === 0 ? {} : { people: names.map((name) => ({ name, rel: "author" })) }),
    organisations: [{ name: agency, rel: "publisher" }],
    copyrightholder: agency,
    altids: [{ role: "number", value: String(number) }],
    renditions: [
      { name: "web", href: origin + path, contenttype: "text/html" },
      { name: "ninjs", href: origin + apiArticlePath(number), contenttype: "application/json" },
    ],
  };
}

function descriptionsOf(standfirst: string, notes: readonly Note[]) {
  return [
    ...(standfirst === "" ? [] : [{ role: "summary", contenttype: "text/plain", value: standfirst }]),
    ...notes.map(({ kind, text }) => ({ role: kind, contenttype: "text/plain", value: text })),
  ];
}

const subjectsOf = (section: string, tags: readonly { name: string }[]) => [
  ...(section === "" ? [] : [{ name: section, rel: "section" }]),
  ...tags.map(({ name }) => ({ name, rel: "keyword" })),
];

/** Whence it was taken over. */
function infoSource({ name, url }: LiveArticle["content"]["source"]) {
  const uri = url === "" ? undefined : URL.parse(url)?.href;
  if (name === "" && uri === undefined) return {};
  return { infosources: [{ ...(name === "" ? {} : { name }), ...(uri && { uri }) }] };
}

type Shown = { url: string; type: string; width: number; height: number; caption: string; credit: string; alt: string };

function picturesOf({ content, pictures }: LiveArticle, origin: string): Shown[] {
  return figuresOf(article, content).flatMap(({ attrs, content: caption }): Shown[] => {
    const picture = pictures.get(pictureIn(attrs) ?? "");
    const size = picture !== undefined && "sources" in picture ? sharedSizeOf(picture) : null;
    if (!size) return [];
    const { address, width, height } = size;
    const said = { caption: inlineText(caption), credit: attrs.credit, alt: attrs.decorative ? "" : attrs.alt };
    return [{ url: origin + address, type: "image/jpeg", width, height, ...said }];
  });
}

/** A picture of an article. @param at its place, from 1 */
function association(origin: string, number: number, at: number, picture: Shown): Ninjs {
  const { url, type, width, height, caption, credit, alt } = picture;
  const said = [
    ...(caption === "" ? [] : [{ role: "caption", value: caption }]),
    ...(alt === "" ? [] : [{ role: "alternative", value: alt }]),
  ];
  return {
    name: `picture-${at}`,
    uri: tagUriOf(origin, `${number}/${at}`),
    type: "picture",
    ...(said.length === 0 ? {} : { descriptions: said }),
    ...(credit === "" ? {} : { by: credit }),
    renditions: [{ name: "web", href: url, contenttype: type, width, height }],
  };
}
