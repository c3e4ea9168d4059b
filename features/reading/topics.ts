import { cache } from "react";
import { topicPath } from "#features/addresses/lists.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import { topic } from "#features/kinds/topic.ts";
import { pictureIn, usesOf } from "#features/text/figures.ts";
import { signedContent } from "#features/text/signed.ts";
import { PAGE_SIZE, pagesFor } from "./page-size.ts";
import { readersFiles, readersPictures } from "./pictures.ts";
import { cardsOf, later, shareBeside } from "./queries.ts";
import { reads } from "./reads.ts";
import type { Card, LiveTopic, Thread, TopicCard } from "./types.ts";

/** What a live topic says of itself; null of one that readers do not get. */
export const liveTopic = cache(async (siteId: number, number: number): Promise<LiveTopic | null> => {
  const found = await reads.findLiveTopic(siteId, number);
  if (!found?.canonical) return null;
  const content = signedContent(topic, found.canonical, found.contentVersion);
  const pictures = await readersFiles(siteId, usesOf(topic, content));
  return {
    number,
    content,
    pictures,
    share: await shareBeside(pictures, siteId, number),
    shownAt: found.shownAt,
    updatedAt: later(found.liveSince, found.firstLiveAt),
  };
});

/** What stands on one page of a topic, counted from 1. */
export type TopicPage = {
  /** On the first page alone, above the others. */
  pinned: Card[];
  cards: Card[];
  /** How many stand in the topic, pinned ones among them. */
  listed: number;
  page: number;
  pages: number;
};

/** What stands on a page of a topic, whether readers have the topic or not; null when it has no such page. */
export const inTopic = cache(async (siteId: number, number: number, page: number): Promise<TopicPage | null> => {
  const list = { list: "topic", ofId: number } as const;
  const [rest, pinnedRows] = await Promise.all([reads.countInList(list), reads.findPinned(siteId, number)]);
  const pages = pagesFor(rest);
  if (page < 1 || page > pages) return null;
  const found = await reads.findInList(siteId, list, (page - 1) * PAGE_SIZE, PAGE_SIZE);
  const cards = await cardsOf(siteId, page === 1 ? [...pinnedRows, ...found] : found);
  const pinned = page === 1 ? cards.slice(0, pinnedRows.length) : [];
  return { pinned, cards: cards.slice(pinned.length), listed: rest + pinnedRows.length, page, pages };
});

/** The topics of a site, the newest first; null when there is no such page. */
export const topicList = cache(
  async (siteId: number, page: number): Promise<{ topics: TopicCard[]; page: number; pages: number } | null> => {
    const pages = pagesFor(await reads.countInList({ list: "topics", ofId: siteId }));
    if (page < 1 || page > pages) return null;
    return { topics: await topicsFrom(siteId, (page - 1) * PAGE_SIZE, PAGE_SIZE), page, pages };
  },
);

/** The newest topics of a site. */
export const newestTopics = cache((siteId: number, limit: number) => topicsFrom(siteId, 0, limit));

async function topicsFrom(siteId: number, offset: number, limit: number): Promise<TopicCard[]> {
  const found = await reads.findTopics(siteId, offset, limit);
  const totals = await reads.countInTopics(found.map(({ number }) => number));
  const cards = found.map(({ number, slug, title, card }) => {
    const { standfirst, lead } = { ...topic.bare, ...card };
    const listed = totals.find((one) => one.number === number)?.total ?? 0;
    return { number, path: topicPath(slug ?? ""), title, standfirst, lead: { ...NO_LEAD, ...lead }, listed };
  });
  const pictures = await readersPictures(siteId, [...new Set(cards.flatMap(({ lead }) => pictureIn(lead) ?? []))]);
  return cards.map((card) => ({ ...card, picture: pictures.get(pictureIn(card.lead) ?? "") ?? null }));
}

/**
 * What is pinned in a topic, and the newest others in it, for a box elsewhere; null of a topic that readers do not get.
 *
 * @param limit of both together
 * @param comes readers will have it: asked for as if they did
 */
export async function topicBox(
  siteId: number,
  number: number,
  limit: number,
  comes = false,
): Promise<{ pinned: Card[]; others: Card[] } | null> {
  if (!comes && (await liveTopic(siteId, number)) === null) return null;
  const pinned = (await reads.findPinned(siteId, number)).slice(0, limit);
  const known = new Set(pinned.map((one) => one.number));
  const newest = await reads.findNewestInTopics(siteId, [number], [...known], limit - pinned.length);
  const cards = await cardsOf(siteId, [...pinned, ...newest.map(({ topicId: _, ...row }) => row)]);
  return { pinned: cards.slice(0, pinned.length), others: cards.slice(pinned.length) };
}

/** Topics that the page of an article shows at most. */
const TOPICS_SHOWN = 3;

/** The topics in which an article stands and which readers get, those that changed last first: as many as its page shows. */
export async function liveTopicsOf(siteId: number, number: number) {
  const found = await reads.findTopicsOf(siteId, number);
  return found.filter(({ isLive, slug }) => isLive && slug !== null).slice(0, TOPICS_SHOWN);
}

/** A topic with others that stand in it. */
export function threadFrom(
  { number, title, slug }: { number: number; title: string; slug: string | null },
  others: Card[],
): Thread {
  return { number, title, path: topicPath(slug ?? ""), others };
}
