import type {
  BreadcrumbList,
  CollectionPage,
  GovernmentOrganization,
  SearchAction,
  WebPage,
  WebSite,
} from "schema-dts";
import { questionsPath, topicPath, topicsPath } from "#features/addresses/lists.ts";
import { homePath, pagePath, searchPath, sectionPath } from "#features/addresses/public.ts";
import { largestOf, type Picture } from "#features/files/picture.ts";
import type { LivePage, LiveTopic, Site } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import type { Section } from "#features/sites/tree.ts";
import { isoOf } from "#lib/dates.ts";

/** By what name other things on the same page speak of the agency, and of the site. */
const agencyId = (origin: string) => `${origin}/#co-quan`;
const siteId = (origin: string) => `${origin}/#trang`;

/** The agency as everything that it publishes names it. */
export const publisherOf = (site: Site, origin: string) =>
  ({
    ...{ "@type": "GovernmentOrganization", "@id": agencyId(origin) },
    ...{ name: site.agency || site.name, url: origin + homePath },
  }) as const satisfies GovernmentOrganization;

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
      ...publisherOf(site, origin),
      ...(emblem === null ? {} : { logo: origin + largestOf(emblem).address }),
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
  const url = origin + sectionPath(section.slug, page);
  return [
    { "@type": "CollectionPage", url, name: section.name, inLanguage: site.language, isPartOf: siteOf(site, origin) },
    wayTo(
      origin,
      path.map(({ name, slug }) => ({ name, path: sectionPath(slug) })),
    ),
  ];
}

/** A page of a topic, and the way down to it. */
export function topicThings(
  site: Site,
  origin: string,
  { content: { title, slug, standfirst } }: LiveTopic,
  page: number,
): [CollectionPage, BreadcrumbList] {
  const url = origin + topicPath(slug, page);
  return [
    {
      ...{ "@type": "CollectionPage", url, name: title, inLanguage: site.language, isPartOf: siteOf(site, origin) },
      ...(standfirst === "" ? {} : { description: standfirst }),
      publisher: publisherOf(site, origin),
    },
    wayTo(origin, [TOPICS, { name: title, path: topicPath(slug) }]),
  ];
}

/** A page of the list of all topics. */
export function topicsThings(site: Site, origin: string, page: number): [CollectionPage, BreadcrumbList] {
  const { name } = TOPICS;
  const url = origin + topicsPath(page);
  return [
    { "@type": "CollectionPage", url, name, inLanguage: site.language, isPartOf: siteOf(site, origin) },
    wayTo(origin, [TOPICS]),
  ];
}

const TOPICS = { name: say("topics.title"), path: topicsPath() };

/** A page of the questions that are answered. */
export function questionsThings(site: Site, origin: string, page: number): [CollectionPage, BreadcrumbList] {
  const { name } = ANSWERS;
  const url = origin + questionsPath(page);
  return [
    { "@type": "CollectionPage", url, name, inLanguage: site.language, isPartOf: siteOf(site, origin) },
    wayTo(origin, [ANSWERS]),
  ];
}

const ANSWERS = { name: say("questions.title"), path: questionsPath() };

/** A page that stands for itself. */
export function ownPageThings(
  site: Site,
  origin: string,
  { content, shownAt, updatedAt }: LivePage,
): [WebPage, BreadcrumbList] {
  const { title, slug } = content;
  const changed = updatedAt ?? shownAt;
  return [
    {
      ...{ "@type": "WebPage", url: origin + pagePath(slug), name: title, inLanguage: site.language },
      ...(shownAt === null ? {} : { datePublished: isoOf(shownAt) }),
      ...(changed === null ? {} : { dateModified: isoOf(changed) }),
      ...{ isPartOf: siteOf(site, origin), publisher: publisherOf(site, origin) },
    },
    wayTo(origin, [{ name: title, path: pagePath(slug) }]),
  ];
}

type Step = { name: string; path: string };

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
