import type {
  BreadcrumbList,
  CollectionPage,
  GovernmentOrganization,
  ImageObject,
  SearchAction,
  WebPage,
  WebSite,
} from "schema-dts";
import { topicPath, topicsPath } from "#features/addresses/lists.ts";
import { homePath, pagePath, searchPath, sectionPath } from "#features/addresses/public.ts";
import { largestOf, type Picture } from "#features/files/picture.ts";
import type { LivePage, LiveTopic, Site } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import type { Section } from "#features/sites/tree.ts";
import { isoOf } from "#lib/dates.ts";

/** By what name other things on the same page speak of the agency, and of the site. */
const agencyId = (origin: string) => `${origin}/#co-quan`;
const siteId = (origin: string) => `${origin}/#trang`;

/** The agency as everything that it publishes names it. @param emblem where its logo is asked for: on the home page, and of articles */
export const publisherOf = (site: Site, origin: string, emblem: Picture | null = null) =>
  ({
    ...{ "@type": "GovernmentOrganization", "@id": agencyId(origin) },
    ...{ name: site.agency || site.name, url: origin + homePath },
    ...(emblem === null ? {} : { logo: logoOf(emblem, origin) }),
  }) as const satisfies GovernmentOrganization;

function logoOf(emblem: Picture, origin: string): ImageObject {
  const { address, width } = largestOf(emblem);
  const height = Math.round((width * emblem.height) / emblem.width);
  return { "@type": "ImageObject", url: origin + address, width: `${width}`, height: `${height}` };
}

/** The site itself, and whose it is: on the home page. */
export function homeThings(site: Site, origin: string, emblem: Picture | null): [WebSite, GovernmentOrganization] {
  const { name, language, email, phone, address } = site;
  return [
    {
      ...{ "@type": "WebSite", "@id": siteId(origin), url: origin + homePath, name, inLanguage: language },
      publisher: { "@id": agencyId(origin) },
      potentialAction: {
        "@type": "SearchAction",
        target: { "@type": "EntryPoint", urlTemplate: `${origin}${searchPath}?q={search_term_string}` },
        "query-input": "required name=search_term_string",
      } as SearchAction,
    },
    {
      ...publisherOf(site, origin, emblem),
      ...(email === "" ? {} : { email }),
      ...(phone === "" ? {} : { telephone: phone }),
      ...(address === "" ? {} : { address }),
    },
  ];
}

/** A section's page, and the way down to it. @param path from the top of the tree to the section itself */
export function sectionThings(
  site: Site,
  origin: string,
  { section, path, page }: { section: Section; path: readonly Section[]; page: number },
): [CollectionPage, BreadcrumbList] {
  const way = path.map(({ name, slug }) => ({ name, path: sectionPath(slug) }));
  return listThings(site, origin, { name: section.name, at: sectionPath(section.slug, page), way });
}

/** A page of a topic, and the way down to it. */
export function topicThings(
  site: Site,
  origin: string,
  { content: { title, slug, standfirst } }: LiveTopic,
  page: number,
): [CollectionPage, BreadcrumbList] {
  const list = { name: title, at: topicPath(slug, page), way: [TOPICS, { name: title, path: topicPath(slug) }] };
  const [shown, way] = listThings(site, origin, list);
  const description = standfirst === "" ? {} : { description: standfirst };
  return [{ ...shown, ...description, publisher: publisherOf(site, origin) }, way];
}

/**
 * A page that lists something, and the way down to it.
 *
 * @param list `at`: the path of its page that is shown; `way`: from the top down to its first page
 */
export function listThings(
  site: Site,
  origin: string,
  { name, at, way }: { name: string; at: string; way: readonly Step[] },
): [CollectionPage, BreadcrumbList] {
  return [
    { "@type": "CollectionPage", url: origin + at, name, inLanguage: site.language, isPartOf: siteOf(site, origin) },
    wayTo(origin, way),
  ];
}

/** A page of a list that lies right below the home page. @param of writes the address of each of its pages, from 1 */
export function ownListThings(site: Site, origin: string, name: string, of: (page?: number) => string, page = 1) {
  return listThings(site, origin, { name, at: of(page), way: [{ name, path: of() }] });
}

const TOPICS = { name: say("topics.title"), path: topicsPath() };

/** A page that stands for itself. @param sister the public path of the same in English, where readers have that */
export function ownPageThings(
  site: Site,
  origin: string,
  { content, shownAt, updatedAt }: LivePage,
  sister: string | null = null,
): [WebPage, BreadcrumbList] {
  const { title, slug } = content;
  const changed = updatedAt ?? shownAt;
  return [
    {
      ...{ "@type": "WebPage", url: origin + pagePath(slug), name: title, inLanguage: site.language },
      ...(shownAt === null ? {} : { datePublished: isoOf(shownAt) }),
      ...(changed === null ? {} : { dateModified: isoOf(changed) }),
      ...{ isPartOf: siteOf(site, origin), publisher: publisherOf(site, origin) },
      ...inEnglish(origin, sister),
    },
    wayTo(origin, [{ name: title, path: pagePath(slug) }]),
  ];
}

type Step = { name: string; path: string };

/** What says the same in English; nothing where nothing does. */
export const inEnglish = (origin: string, sister: string | null) =>
  sister === null
    ? {}
    : ({ workTranslation: { "@type": "CreativeWork", url: origin + sister, inLanguage: "en" } } as const);

/** From the home page down. @param home another one than the Vietnamese */
export function wayTo(
  origin: string,
  steps: readonly Step[],
  home: Step = { name: say("home"), path: homePath },
): BreadcrumbList {
  const all = [home, ...steps];
  return {
    "@type": "BreadcrumbList",
    itemListElement: all.map(({ name, path }, at) => ({
      ...{ "@type": "ListItem", position: at + 1, name, item: origin + path },
    })),
  };
}

/** The site as everything in it names it. */
export const siteOf = (site: Site, origin: string) =>
  ({ "@type": "WebSite", "@id": siteId(origin), name: site.name, url: origin + homePath }) as const;
