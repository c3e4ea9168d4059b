import type { Metadata } from "next";
import { englishPath } from "#features/addresses/english.ts";
import { topicPath } from "#features/addresses/lists.ts";
import { feedsPath } from "#features/addresses/machines.ts";
import { homePath, pagePath, sectionPath } from "#features/addresses/public.ts";
import { largestOf, type Picture } from "#features/files/picture.ts";
import { page } from "#features/kinds/page.ts";
import { topic } from "#features/kinds/topic.ts";
import type { Card, FilePage, LivePage, LiveTopic, Site } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import type { Section } from "#features/sites/tree.ts";
import { figuresOf } from "#features/text/figures.ts";
import { plainText, shownBody } from "#features/text/plain.ts";
import { isoOf } from "#lib/dates.ts";
import { excerptOf } from "./excerpt.ts";
import { feedsBeside } from "./feeds-beside.ts";
import { headMetadata } from "./head-metadata.ts";
import { inBothLanguages } from "./languages.ts";
import { pictureFor, pictureOfList, type SharedPicture, usesShared } from "./shared-picture.ts";

/** What of an article on a page matters here. */
type Shown = Pick<Card, "shownAt" | "lead" | "picture">;

/** @param shown what stands on it, from the top down: it is of the day of the first, and shared with the first picture */
export function homeMetadata(
  site: Site,
  origin: string,
  shown: { cards: readonly Shown[]; emblem: Picture | null },
): Metadata {
  const { cards, emblem } = shown;
  const description = say("homeDescription", { site: site.name });
  return {
    title: { absolute: site.name },
    ...pageMetadata(site, origin, {
      title: site.name,
      description,
      path: homePath,
      followed: site.name,
      type: "home",
      date: dateOf(cards),
      picture: pictureOfList(cards, { name: site.name, emblem }, origin),
      english: site.english.name === "" ? undefined : englishPath(),
    }),
  };
}

export function sectionMetadata(
  site: Site,
  origin: string,
  { section, page: at, pages, cards, emblem, front = [] }: SectionShown,
): Metadata {
  const title = at === 1 ? section.name : `${section.name} - ${say("pageOf", { page: at, pages })}`;
  const description = say("sectionDescription", { section: section.name, site: site.name });
  const page = {
    title,
    description,
    path: sectionPath(section.slug, at),
    type: "section" as const,
    date: dateOf(cards),
    picture: pictureOfList([...front, ...cards], { name: site.name, emblem }, origin),
  };
  // What is new stands on the first page.
  return { title, ...pageMetadata(site, origin, at === 1 ? { ...page, followed: section.name } : page) };
}

type SectionShown = {
  section: Section;
  page: number;
  pages: number;
  cards: readonly Shown[];
  /** Of its first page, what its front shows, from the top down. */
  front?: readonly Shown[];
  emblem: Picture | null;
};

export function feedsMetadata(site: Site, origin: string): Metadata {
  const title = say("feeds.title");
  const description = say("feeds.description", { site: site.name });
  return { title, ...pageMetadata(site, origin, { title, description, path: feedsPath, type: "feeds" }) };
}

/**
 * Of a page that lists articles otherwise than by section, or says something of all of the site.
 *
 * @param path of its page `page`, in its only right spelling
 */
export function listMetadata(site: Site, origin: string, list: ListShown): Metadata {
  const { name, description, path, page: at = 1, pages = 1, followed, cards = [], emblem, english } = list;
  const title = at === 1 ? name : `${name} - ${say("pageOf", { page: at, pages })}`;
  const picture = pictureOfList(cards, { name: site.name, emblem }, origin);
  const page = { title, description, path, type: "list" as const, picture };
  const first = { ...(followed === undefined ? {} : { followed }), english };
  return { title, ...pageMetadata(site, origin, at === 1 ? { ...page, ...first } : page) };
}

type ListShown = {
  name: string;
  description: string;
  path: string;
  page?: number;
  pages?: number;
  followed?: string;
  /** What stands on it, from the top down: it is shared with the first picture. */
  cards?: readonly Pick<Card, "lead" | "picture">[];
  /** With which it is shared where nothing on it has a picture. */
  emblem: Picture | null;
  /** The public path of the same list in English. */
  english?: string | undefined;
};

/** Of a page that stands for itself. @param sister the public path of the same in English, where readers have that */
export function ownPageMetadata(site: Site, origin: string, live: LivePage, sister: string | null = null): Metadata {
  const { content, shownAt, updatedAt } = live;
  const { title, slug, body } = content;
  const description = excerptOf(plainText(shownBody(body, live.pictures))) || title;
  const changed = updatedAt ?? shownAt;
  const date = changed === null ? undefined : isoOf(changed);
  const picture = pictureFor(usesShared(figuresOf(page, content), body, live.pictures), live, origin);
  return {
    title,
    ...pageMetadata(site, origin, {
      title,
      description,
      path: pagePath(slug),
      date,
      picture,
      type: "page",
      english: sister ?? undefined,
    }),
  };
}

/** Of a page of a topic: what is new stands on the first one, and its own words and pictures, with which that one is shared. */
export function topicMetadata(
  site: Site,
  origin: string,
  live: LiveTopic,
  { page: at, pages, cards, pinned, emblem }: TopicShown,
): Metadata {
  const { content } = live;
  const title = at === 1 ? content.title : `${content.title} - ${say("pageOf", { page: at, pages })}`;
  const description =
    excerptOf(content.standfirst) || say("topic.description", { title: content.title, site: site.name });
  const path = topicPath(content.slug, at);
  const newest = [...pinned, ...cards].toSorted((one, other) => other.shownAt.getTime() - one.shownAt.getTime());
  const shown = { title, description, path, type: "topic" as const, date: dateOf(newest) };
  const all = { name: site.name, emblem };
  if (at > 1) {
    return { title, ...pageMetadata(site, origin, { ...shown, picture: pictureOfList(cards, all, origin) }) };
  }
  const uses = usesShared(figuresOf(topic, content), content.body, live.pictures);
  const picture =
    pictureFor(uses, { ...live, share: null }, origin) ??
    pictureOfList([...pinned, ...cards], { ...all, emblem: null }, origin) ??
    // Where nothing on it has one, what was drawn of its headline.
    pictureFor([], live, origin) ??
    pictureOfList([], all, origin);
  return { title, ...pageMetadata(site, origin, { ...shown, followed: content.title, picture }) };
}

type TopicShown = {
  page: number;
  pages: number;
  cards: readonly Card[];
  pinned: readonly Card[];
  emblem: Picture | null;
};

/**
 * Of a document's own page: search engines are led to the texts that hand it out, which say what it is about and stay when it goes.
 */
export function fileMetadata(site: Site, origin: string, { title, summary, file, picture }: FilePage): Metadata {
  const description = excerptOf(summary) || say("file.description", { title, about: file.about, site: site.name });
  const largest = picture ? largestOf(picture) : null;
  const shared =
    picture && largest
      ? {
          ...{ url: origin + largest.address, width: largest.width, alt: title, credit: "", ai: "none" as const },
          height: Math.round((largest.width * picture.height) / picture.width),
        }
      : undefined;
  return {
    title,
    robots: { index: false, follow: true },
    ...pageMetadata(site, origin, { title, description, path: file.page, picture: shared, type: "file" }),
  };
}

type Page = {
  title: string;
  description: string;
  path: string;
  /** What kind of page it is, as Dublin Core says it. */
  type: "home" | "section" | "list" | "topic" | "feeds" | "page" | "paper" | "week" | "file";
  date?: string | undefined;
  /** Whose words it has, where that is not the agency. */
  creator?: string;
  /** What there is a feed of beside the page, by its name. */
  followed?: string;
  picture?: SharedPicture | undefined;
  /** The public path of the same in English. */
  english?: string | undefined;
};

/** What every Vietnamese page says of itself to machines, beside its title. */
export function pageMetadata(site: Site, origin: string, page: Page): Metadata {
  const { title, description, path, type, date, followed, picture, creator, english } = page;
  const url = origin + path;
  return headMetadata({
    ...{ title, description, url, date, picture, type: say(`dcTypes.${type}`) },
    by: { name: site.name, publisher: site.agency || site.name, language: site.language },
    ...(creator === undefined ? {} : { creator: [creator] }),
    alternates: {
      ...(followed === undefined
        ? {}
        : { types: feedsBeside(origin, path, (format) => say("feeds.link", { format, name: followed })) }),
      ...(english === undefined ? {} : inBothLanguages(origin, { vi: path, en: english })),
    },
  });
}

/** Of the newest of a list; none of an empty one. */
const dateOf = ([first]: readonly Pick<Card, "shownAt">[]) => (first ? isoOf(first.shownAt) : undefined);
