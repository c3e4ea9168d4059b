import { type Band, type FrontContent, PINNABLE, READ_IN, WITH_RULE } from "#features/kinds/front.ts";
import { HOUR_MS, wholeHourAfter } from "#lib/dates.ts";
import type { Pin } from "./pins.ts";

/** What has to be known of an article to find it a place. */
export type Placed = { number: number; shownAt: Date; endsAt: Date | null; isNews: boolean };

/** A section, as far as a list of its articles is concerned. */
type Where = { id: number; name: string; slug: string };

/**
 * Who knows which articles there are: those that readers have, or those that they would have at another hour. Each list is newest
 * first, or most read first, and no longer than was asked for.
 */
export type Source<C extends Placed> = {
  newest(limit: number): Promise<C[]>;
  inSection(id: number, limit: number): Promise<C[]>;
  withTag(id: number, limit: number): Promise<C[]>;
  /** Those at its top apart; no more than was asked for of both together. */
  inTopic(number: number, limit: number): Promise<{ pinned: C[]; others: C[] }>;
  /** @param of whose section's; null: of all of the site */
  ofForm(form: string, limit: number, of: number | null): Promise<C[]>;
  mostRead(hours: number, limit: number, of: number | null): Promise<C[]>;
  /** Of each section that has any, in the order in which the site has its sections. */
  eachSection(without: readonly number[], limit: number): Promise<{ section: Where; cards: C[] }[]>;
  /** Those of these that readers have. */
  byNumber(numbers: readonly number[]): Promise<C[]>;
};

/** @property isNew it is news, and no older than the front lets that be: what is not leads nowhere by itself */
export type Slot<C> = { card: C; isPinned: boolean; isNew: boolean };
/** What was read most in so many hours. @property isWhole none of the first of them stands elsewhere on the page instead */
export type MostRead = { hours: number; isWhole: boolean };
/** A list of a band; a band has one, or some of a kind. `of` is null where the band's own name says it. */
export type FilledList<C> = { key: string; of: Where | MostRead | null; slots: Slot<C>[] };
export type FilledBand<C> = { band: Band; lists: FilledList<C>[] };
export type Filled<C> = {
  bands: FilledBand<C>[];
  /** When something else would stand there though nothing happens; null: not by itself. */
  until: Date | null;
};

const DAY_MS = 24 * HOUR_MS;
/** Notices stand among each other by their date: so many that hold no more, or are old, are passed over on the way to those that do. */
const OVER = 24;

/**
 * Finds the articles for the slots of a front. What somebody has put into a slot stands there as long as readers have it; the other
 * slots are filled by their band's rule, from the top of the page down, and nothing stands twice. A band without anything to show
 * is left out.
 *
 * @param front how it is arranged
 * @param pins in force
 * @param ofSection of whose page it is; null at home
 */
export async function fill<C extends Placed>(
  front: Pick<FrontContent, "bands" | "newDays">,
  pins: readonly Pin[],
  source: Source<C>,
  { now, ofSection }: { now: Date; ofSection: number | null },
): Promise<Filled<C>> {
  const ends: Date[] = [];
  const holds = (card: C) => card.endsAt === null || card.endsAt > now;
  const placed = placesIn(front.bands, pins);
  const there = new Map(
    (await source.byNumber(placed.map(({ article }) => article))).map((card) => [card.number, card]),
  );
  const byHand = placed.filter(({ article }) => {
    const card = there.get(article);
    return card !== undefined && holds(card);
  });
  const shown = new Set(byHand.map(({ article }) => article));

  const isNew = ({ isNews, shownAt }: C) =>
    isNews && (front.newDays === null || now.getTime() - shownAt.getTime() < front.newDays * DAY_MS);
  const agesAt = ({ shownAt }: C) =>
    front.newDays === null ? [] : [new Date(shownAt.getTime() + front.newDays * DAY_MS)];
  const inSlot = (card: C, isPinned = false): Slot<C> => ({ card, isPinned, isNew: isNew(card) });

  /** The first of a rule's that stand nowhere yet. */
  const take = (cards: readonly C[], most: number): C[] => {
    const taken = cards.filter((card) => !shown.has(card.number) && holds(card)).slice(0, most);
    for (const { number } of taken) shown.add(number);
    return taken;
  };

  async function listOf(band: Band): Promise<FilledList<C>> {
    const mine = byHand.filter((pin) => pin.band === band.id);
    for (const { until } of mine) if (until !== null) ends.push(new Date(until));
    const open = band.slots - mine.length;
    const wanted = band.slots + shown.size + (mayBePassedOver(band, ofSection) ? OVER : 0);
    const found = open <= 0 ? [] : await candidates(band, source, { wanted, ofSection });
    const byRule = take(isOfNews(band) ? found.filter(isNew) : found, open);
    if (ranks(band)) ends.push(wholeHourAfter(now));
    const slots = Array.from({ length: band.slots }, (_, slot) => {
      const pin = mine.find((one) => one.slot === slot);
      const card = pin ? there.get(pin.article) : byRule.shift();
      return card === undefined ? null : inSlot(card, pin !== undefined);
    });
    return { key: band.id, of: null, slots: slots.filter((slot) => slot !== null) };
  }

  async function listsOf(band: Band): Promise<FilledList<C>[]> {
    if (band.template === "tiles") return [];
    if (band.template === "most_read") {
      ends.push(wholeHourAfter(now));
      const lists: FilledList<C>[] = [];
      for (const hours of READ_IN) {
        const ranked = await source.mostRead(hours, band.slots + shown.size + OVER, ofSection);
        const first = ranked.filter(holds).slice(0, band.slots);
        const cards = take(ranked, band.slots);
        const isWhole = first.every(({ number }) => cards.some((card) => card.number === number));
        lists.push({ key: `${band.id}-${hours}`, of: { hours, isWhole }, slots: cards.map((card) => inSlot(card)) });
      }
      return lists;
    }
    if (band.template === "sections") {
      const found = await source.eachSection([...shown], band.slots);
      return found.map(({ section, cards }) => ({
        key: `${band.id}-${section.id}`,
        of: section,
        slots: take(cards, band.slots).map((card) => inSlot(card)),
      }));
    }
    return [await listOf(band)];
  }

  const bands: FilledBand<C>[] = [];
  for (const band of front.bands) {
    const lists = (await listsOf(band)).filter(({ slots }) => slots.length > 0);
    if (lists.length > 0 || band.template === "tiles") bands.push({ band, lists });
  }
  const stands = bands.flatMap(({ lists }) => lists.flatMap(({ slots }) => slots));
  ends.push(...stands.flatMap(({ card }) => card.endsAt ?? []));
  ends.push(...stands.filter((slot) => slot.isNew).flatMap(({ card }) => agesAt(card)));
  return { bands, until: nearest(ends, now) };
}

/** Those that say a slot there is: a band may have gone since, or have fewer. */
function placesIn(bands: readonly Band[], pins: readonly Pin[]): Pin[] {
  return pins.filter(({ band, slot }) =>
    bands.some((one) => one.id === band && slot < one.slots && PINNABLE.includes(one.template)),
  );
}

/** Whether a band says by its look or by its rule that what stands in it is new. */
const isOfNews = ({ template, rule }: Band) =>
  template === "lead" || template === "newest" || (template === "articles" && rule.by === "newest");

/** Whether it is left to what is read most. */
const ranks = ({ template, rule }: Band) => WITH_RULE.includes(template) && rule.by === "most_read";

/** Whether much of what a band's rule finds may hold no more, or be old: the news of the site are mostly something else. */
const mayBePassedOver = ({ template, rule }: Band, ofSection: number | null) =>
  template === "notices" || rule.by !== "newest" || ofSection !== null;

/**
 * What a band's rule finds, without regard to what stands elsewhere. A rule that names what has a page of its own (a section, a tag, a
 * topic) finds all of that, on the front of a section too; any other one finds what is of that section.
 */
async function candidates<C extends Placed>(
  { template, rule }: Band,
  source: Source<C>,
  { wanted, ofSection }: { wanted: number; ofSection: number | null },
): Promise<C[]> {
  const newest = () => (ofSection === null ? source.newest(wanted) : source.inSection(ofSection, wanted));
  if (template === "notices") return source.ofForm("notice", wanted, ofSection);
  if (template === "pictures") return source.ofForm("photo_story", wanted, ofSection);
  if (template === "newest") return newest();
  switch (rule.by) {
    case "newest":
      return newest();
    case "section":
      return source.inSection(rule.id, wanted);
    case "tag":
      return source.withTag(rule.id, wanted);
    case "topic": {
      const { pinned, others } = await source.inTopic(rule.id, wanted);
      return [...pinned, ...others];
    }
    case "form":
      return source.ofForm(rule.form, wanted, ofSection);
    case "most_read":
      return source.mostRead(rule.hours, wanted, ofSection);
  }
}

function nearest(ends: readonly Date[], now: Date): Date | null {
  const ahead = ends.filter((end) => end > now).map((end) => end.getTime());
  return ahead.length === 0 ? null : new Date(Math.min(...ahead));
}
