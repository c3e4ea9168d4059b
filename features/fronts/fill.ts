import { type Band, type FrontContent, PINNABLE } from "#features/kinds/front.ts";
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
  /** Pinned ones first. */
  inTopic(number: number, limit: number): Promise<C[]>;
  ofForm(form: string, limit: number): Promise<C[]>;
  mostRead(hours: number, limit: number): Promise<C[]>;
  /** Of each section that has any, in the order in which the site has its sections. */
  eachSection(without: readonly number[], limit: number): Promise<{ section: Where; cards: C[] }[]>;
  /** Those of these that readers have. */
  byNumber(numbers: readonly number[]): Promise<C[]>;
};

/** A list of a band; a band has one, or some of a kind. `name` is null where the band's own says it. */
export type FilledList<C> = {
  key: string;
  of: Where | { hours: number } | null;
  slots: { card: C; isPinned: boolean }[];
};
export type FilledBand<C> = { band: Band; lists: FilledList<C>[] };
export type Filled<C> = {
  bands: FilledBand<C>[];
  /** When something else would stand there though nothing happens; null: not by itself. */
  until: Date | null;
};

/** Of what is read most, in hours. */
const READ_IN = [24, 7 * 24] as const;
const DAY_MS = 24 * HOUR_MS;
/** Notices stand among each other by their date: so many that hold no more are passed over on the way to those that do. */
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
    const wanted = band.slots + shown.size + (mayHaveNotices(band) ? OVER : 0);
    const found = open <= 0 ? [] : await candidates(band, source, { wanted, ofSection });
    const leads = band.template === "lead" || band.template === "newest";
    const byRule = take(leads ? found.filter(isNew) : found, open);
    if (leads) ends.push(...byRule.flatMap(agesAt));
    const slots = Array.from({ length: band.slots }, (_, slot) => {
      const pin = mine.find((one) => one.slot === slot);
      const card = pin ? there.get(pin.article) : byRule.shift();
      return card === undefined ? null : { card, isPinned: pin !== undefined };
    });
    return { key: band.id, of: null, slots: slots.filter((slot) => slot !== null) };
  }

  async function listsOf(band: Band): Promise<FilledList<C>[]> {
    if (band.template === "tiles") return [];
    if (band.template === "most_read") {
      ends.push(wholeHourAfter(now));
      const lists: FilledList<C>[] = [];
      for (const hours of READ_IN) {
        const cards = take(await source.mostRead(hours, band.slots + shown.size), band.slots);
        lists.push({ key: `${band.id}-${hours}`, of: { hours }, slots: byRule(cards) });
      }
      return lists;
    }
    if (band.template === "sections") {
      const found = await source.eachSection([...shown], band.slots);
      return found.map(({ section, cards }) => ({
        key: `${band.id}-${section.id}`,
        of: section,
        slots: byRule(take(cards, band.slots)),
      }));
    }
    return [await listOf(band)];
  }

  const bands: FilledBand<C>[] = [];
  for (const band of front.bands) {
    const lists = (await listsOf(band)).filter(({ slots }) => slots.length > 0);
    if (lists.length > 0 || band.template === "tiles") bands.push({ band, lists });
  }
  const stands = bands.flatMap(({ lists }) => lists.flatMap(({ slots }) => slots.map(({ card }) => card)));
  ends.push(...stands.flatMap(({ endsAt }) => endsAt ?? []));
  return { bands, until: nearest(ends, now) };
}

const byRule = <C>(cards: readonly C[]) => cards.map((card) => ({ card, isPinned: false }));

/** Those that say a slot there is: a band may have gone since, or have fewer. */
function placesIn(bands: readonly Band[], pins: readonly Pin[]): Pin[] {
  return pins.filter(({ band, slot }) =>
    bands.some((one) => one.id === band && slot < one.slots && PINNABLE.includes(one.template)),
  );
}

/** Whether much of what a band's rule finds may hold no more: the news of the site are mostly something else. */
const mayHaveNotices = ({ template, rule }: Band) => template === "notices" || rule.by !== "newest";

/** What a band's rule finds, without regard to what stands elsewhere. */
function candidates<C extends Placed>(
  { template, rule }: Band,
  source: Source<C>,
  { wanted, ofSection }: { wanted: number; ofSection: number | null },
): Promise<C[]> {
  const newest = () => (ofSection === null ? source.newest(wanted) : source.inSection(ofSection, wanted));
  if (template === "notices") return source.ofForm("notice", wanted);
  if (template === "pictures") return source.ofForm("photo_story", wanted);
  if (template === "newest") return newest();
  switch (rule.by) {
    case "newest":
      return newest();
    case "section":
      return source.inSection(rule.id, wanted);
    case "tag":
      return source.withTag(rule.id, wanted);
    case "topic":
      return source.inTopic(rule.id, wanted);
    case "form":
      return source.ofForm(rule.form, wanted);
  }
}

function nearest(ends: readonly Date[], now: Date): Date | null {
  const ahead = ends.filter((end) => end > now).map((end) => end.getTime());
  return ahead.length === 0 ? null : new Date(Math.min(...ahead));
}
