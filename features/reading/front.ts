import { cache } from "react";
import { tagPath, topicPath } from "#features/addresses/lists.ts";
import { sectionPath } from "#features/addresses/public.ts";
import { type Filled, fill, type MostRead, type Slot, type Source } from "#features/fronts/fill.ts";
import { inForce, type Pin } from "#features/fronts/pins.ts";
import { type Band, type FrontContent, front, usualBands } from "#features/kinds/front.ts";
import { signedContent } from "#features/text/signed.ts";
import { sectionTree, toCard, withPictures } from "./queries.ts";
import { reads } from "./reads.ts";
import { liveTopic, topicBox } from "./topics.ts";
import type { Card } from "./types.ts";
import { say } from "./words.ts";

/** Sections that a band of all of them has room for: of a longer tree those with the newest. The others are in the menu. */
const SECTIONS_AT_HOME = 12;

/** What something is called, and where there is more of it; null where that has no page that readers find. */
export type Named = { name: string; path: string | null };

/** A band as readers get it. */
export type FrontBand = Pick<Band, "id" | "template" | "title" | "tiles"> & {
  /** What its rule names, where its own title does not say it; null where the template is all there is to say. */
  of: Named | null;
  lists: FrontList[];
};
export type FrontList = {
  key: string;
  /** The section it is of, or what was read most; null in a band of one list. */
  of: Named | MostRead | null;
  slots: Slot<Card>[];
};
export type FrontPage = {
  bands: FrontBand[];
  /** When something else would stand there though nothing happens; null: not by itself. */
  until: Date | null;
};

/** How a front is arranged, and what stands in it by hand. */
export type Arrangement = { content: Pick<FrontContent, "bands" | "newDays">; pins: readonly Pin[] };

/** The front of a section, or of the site (null), as readers get it now. */
export const frontPage = cache(async (siteId: number, sectionId: number | null): Promise<FrontPage> => {
  const [content, choices] = await Promise.all([arrangementOf(siteId, sectionId), choicesFor(siteId, sectionId)]);
  const now = nowWith(choices);
  const { pins, until } = inForce(choices, now);
  const page = await filledFront(siteId, { content, pins }, readersSource(siteId), { now, sectionId });
  return { ...page, until: earlier(page.until, until) };
});

/** How the front of a section or of the site is arranged for readers: as somebody has, or as usual. */
export async function arrangementOf(siteId: number, sectionId: number | null): Promise<Arrangement["content"]> {
  const found = await reads.findFront(siteId, sectionId);
  if (!found?.canonical) return { bands: usualBands(sectionId), newDays: front.bare.newDays };
  return signedContent(front, found.canonical, found.contentVersion);
}

/** What is chosen for a front, now and later. */
export async function choicesFor(siteId: number, sectionId: number | null) {
  const found = await reads.findChoices(siteId, sectionId);
  return found.map(({ pins, ...choice }) => ({ ...choice, pins: JSON.parse(pins) as Pin[], cancels: null }));
}

/** Now, and no earlier than what is in force by the clock of the database, which may be ahead of ours. */
export function nowWith(choices: readonly { takesEffectAt: Date; isInForce: boolean }[]): Date {
  const known = choices.filter(({ isInForce }) => isInForce).map(({ takesEffectAt }) => takesEffectAt.getTime());
  return new Date(Math.max(Date.now(), ...known));
}

/**
 * A front with its articles, their pictures and the names of what its bands are of.
 *
 * @param topics what topics are called that readers do not have yet
 */
export async function filledFront(
  siteId: number,
  { content, pins }: Arrangement,
  source: Source<Card>,
  { now, sectionId, topics }: { now: Date; sectionId: number | null; topics?: ReadonlyMap<number, Named> },
): Promise<FrontPage> {
  const filled = await fill(content, pins, source, { now, ofSection: sectionId });
  const [cards, names] = await Promise.all([
    withPictures(siteId, cardsIn(filled)),
    namesOf(siteId, content.bands, topics),
  ]);
  const drawn = new Map(cards.map((card) => [card.number, card]));
  const bands = filled.bands.map(({ band: { id, template, title, tiles, ...band }, lists }) => ({
    ...{ id, template, title, tiles },
    of: names.of({ template, ...band }),
    lists: lists.map(({ key, of, slots }) => ({
      key,
      of: of === null || "hours" in of ? of : { name: of.name, path: sectionPath(of.slug) },
      slots: slots.map(({ card, ...slot }) => ({ ...slot, card: drawn.get(card.number) ?? card })),
    })),
  }));
  return { bands, until: filled.until };
}

/** What stands on a front, from the top down. */
export const cardsOn = ({ bands }: Pick<FrontPage, "bands">): Card[] =>
  bands.flatMap(({ lists }) => lists.flatMap(({ slots }) => slots.map(({ card }) => card)));

/** The articles that readers have. @param topics numbers of topics that they will have, and do not have yet */
export function readersSource(siteId: number, topics: readonly number[] = []): Source<Card> {
  const cards = async (found: Promise<Parameters<typeof toCard>[0][]>) => (await found).map(toCard);
  return {
    newest: (limit) => cards(reads.findNewest(siteId, limit)),
    inSection: (id, limit) => cards(reads.findInSection(siteId, id, 0, limit)),
    withTag: (id, limit) => cards(reads.findInList(siteId, { list: "tag", ofId: id }, 0, limit)),
    inTopic: async (number, limit) =>
      (await topicBox(siteId, number, limit, topics.includes(number))) ?? { pinned: [], others: [] },
    ofForm: (form, limit, of) =>
      cards(of === null ? reads.findOfForm(siteId, form, limit) : reads.findOfFormInSection(siteId, form, of, limit)),
    mostRead: (hours, limit, of) =>
      cards(
        of === null ? reads.findMostRead(siteId, hours, limit) : reads.findMostReadInSection(siteId, hours, of, limit),
      ),
    byNumber: (numbers) => cards(reads.findByNumber(siteId, [...numbers])),
    async eachSection(without, limit) {
      const tree = await sectionTree(siteId);
      const ids = tree.map(({ id }) => id);
      const found = await cards(reads.findNewestBySection(siteId, ids, [...without], limit));
      return newestSections(
        tree.map((section) => ({ section, cards: found.filter((card) => card.section.id === section.id) })),
      );
    },
  };
}

/** In the order that they came in, those with anything at all, and of many those with the newest. */
export function newestSections<S extends { cards: readonly Card[] }>(sections: readonly S[]): S[] {
  const newestOf = ({ cards }: S) => cards[0]?.shownAt.getTime() ?? 0;
  const some = sections.filter(({ cards }) => cards.length > 0);
  const shown = some.toSorted((one, other) => newestOf(other) - newestOf(one)).slice(0, SECTIONS_AT_HOME);
  return some.filter((one) => shown.includes(one));
}

export const earlier = (one: Date | null, other: Date | null): Date | null =>
  one === null || (other !== null && other < one) ? other : one;

const cardsIn = ({ bands }: Filled<Card>): Card[] =>
  bands.flatMap(({ lists }) => lists.flatMap(({ slots }) => slots.map(({ card }) => card)));

/** What sections, tags and topics are called that rules name. */
async function namesOf(siteId: number, bands: readonly Band[], coming: ReadonlyMap<number, Named> = new Map()) {
  const tagIds = bands.flatMap(({ rule }) => (rule.by === "tag" ? [rule.id] : []));
  const [tree, tags] = await Promise.all([sectionTree(siteId), reads.findTags(siteId, tagIds)]);
  const topics = await Promise.all(
    bands.flatMap(({ rule }) => (rule.by === "topic" ? [liveTopic(siteId, rule.id)] : [])),
  );
  return {
    of({ template, rule }: Pick<Band, "template" | "rule">): Named | null {
      if (template !== "lead" && template !== "articles") return null;
      if (rule.by === "most_read") return { name: say("front.mostReadIn", { hours: rule.hours }), path: null };
      if (rule.by === "section") {
        const section = tree.find(({ id }) => id === rule.id);
        return section ? { name: section.name, path: sectionPath(section.slug) } : null;
      }
      if (rule.by === "tag") {
        const tag = tags.find(({ id }) => id === rule.id);
        return tag ? { name: tag.name, path: tagPath(tag.slug) } : null;
      }
      if (rule.by === "topic") {
        const topic = topics.find((one) => one?.number === rule.id);
        const comes = coming.get(rule.id) ?? null;
        return comes === null && topic ? { name: topic.content.title, path: topicPath(topic.content.slug) } : comes;
      }
      return null;
    },
  };
}
