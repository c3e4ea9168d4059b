import { transaction } from "#db/transaction.ts";
import { standingOf } from "#features/fronts/pins.ts";
import { type Band, PINNABLE } from "#features/kinds/front.ts";
import { choicesFor, readersSource } from "#features/reading/front.ts";
import { sectionTree } from "#features/reading/queries.ts";
import { rankAt, ranksIn } from "#features/roles/store.ts";
import { search } from "#features/search/queries.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { pathTo } from "#features/sites/tree.ts";
import { mayArrange } from "#features/workflow/policy.ts";
import { type FrontAt, frontAt } from "./ahead.ts";
import { findComing } from "./coming-store.ts";
import { choicesOf, titlesOf } from "./store.ts";
import type { ChoiceLine, ChosenBand, Findable, FrontDesk, Place, Slot } from "./types.ts";

type Looker = Pick<Staff, "siteId" | "personId">;

/** The fronts of a site: its own, and that of each section that readers know. */
export async function placesFor({ siteId, personId }: Looker): Promise<Place[]> {
  const tree = (await sectionTree(siteId)).filter(({ opened }) => opened);
  const ranks = await ranksIn(personId, siteId, [null, ...tree.map(({ id }) => id)]);
  const may = (sectionId: number | null) => mayArrange(ranks.get(sectionId) ?? 0);
  return [
    { sectionId: null, name: "", depth: 0, mayChoose: may(null) },
    ...tree.map(({ id, name, depth }) => ({ sectionId: id, name, depth, mayChoose: may(id) })),
  ];
}

/** As many of its last choices as are shown. */
const SHOWN = 30;

/**
 * The front of a section, or of the site (null), for whoever chooses what stands there.
 *
 * @param at the hour that is looked at
 * @returns null where there is no such section
 */
export async function frontDesk(
  { siteId, personId }: Looker,
  sectionId: number | null,
  at: Date,
): Promise<FrontDesk | null> {
  const tree = await sectionTree(siteId);
  const section = sectionId === null ? null : tree.find(({ id }) => id === sectionId);
  if (section === undefined) return null;
  const where = { siteId, sectionId };
  const [front, standing, { rank, choices }] = await Promise.all([
    frontAt({ siteId, personId }, sectionId, at),
    choicesFor(siteId, sectionId),
    transaction(async (tx) => ({
      rank: await rankAt(tx, personId, where),
      choices: await choicesOf(tx, where, SHOWN + 1),
    })),
  ]);
  const overNow = standing.find(({ isInForce }) => isInForce)?.number ?? 0;
  const titles = await titlesOf(siteId, [
    ...new Set([...front.pins, ...choices.flatMap(({ pins }) => pins)].map(({ article }) => article)),
  ]);
  return {
    sectionId,
    name:
      section &&
      pathTo(tree, section.id)
        .map(({ name }) => name)
        .join(" › "),
    mayChoose: mayArrange(rank),
    base: choices[0]?.number ?? 0,
    over: front.choice,
    overNow,
    bands: front.content.bands.map((band) => chosenBand(band, front, titles)),
    choices: choiceLines(choices, titles, overNow).slice(0, SHOWN),
    until: front.page.until,
  };
}

function chosenBand(band: Band, { pins, page }: FrontAt, titles: ReadonlyMap<number, string>): ChosenBand {
  const { id, template, title } = band;
  const drawn = page.bands.find((one) => one.id === id);
  const shown = drawn?.lists.flatMap(({ slots }) => slots) ?? [];
  const of = drawn?.of ?? null;
  if (!PINNABLE.includes(template)) {
    return { id, template, title, of, slots: null, headlines: shown.map(({ card }) => card.headline) };
  }
  const byRule = shown.filter(({ isPinned }) => !isPinned).map(({ card }) => card);
  const slots = Array.from({ length: band.slots }, (_, slot): Slot => {
    const pin = pins.find((one) => one.band === id && one.slot === slot);
    const there = pin && shown.find(({ card, isPinned }) => isPinned && card.number === pin.article);
    if (pin && there) {
      return {
        slot,
        article: { number: pin.article, headline: there.card.headline },
        isPinned: true,
        until: pin.until,
        isWaiting: false,
      };
    }
    const card = byRule.shift();
    // Somebody has put one there that readers do not have: its place is filled by the rule for as long as that is so.
    if (pin) {
      const headline = titles.get(pin.article) || `#${pin.article}`;
      return { slot, article: { number: pin.article, headline }, isPinned: true, until: pin.until, isWaiting: true };
    }
    return {
      slot,
      article: card ? { number: card.number, headline: card.headline } : null,
      isPinned: false,
      until: null,
      isWaiting: false,
    };
  });
  return { id, template, title, of, slots, headlines: [] };
}

function choiceLines(
  choices: Awaited<ReturnType<typeof choicesOf>>,
  titles: ReadonlyMap<number, string>,
  current: number,
): ChoiceLine[] {
  const now = new Date();
  const standing = new Set(standingOf(choices).map(({ number }) => number));
  return choices.map(({ number, by, at, takesEffectAt, pins, cancels }, index) => {
    const before = choices.slice(index + 1).find((one) => one.cancels === null)?.pins ?? [];
    const called = (list: typeof pins, other: typeof pins) =>
      list
        .filter(
          (pin) => !other.some((one) => one.article === pin.article && one.band === pin.band && one.slot === pin.slot),
        )
        .map(({ article }) => titles.get(article) || `#${article}`);
    const state =
      cancels !== null
        ? "cancels"
        : !standing.has(number)
          ? "cancelled"
          : number === current
            ? "in_force"
            : takesEffectAt > now
              ? "to_come"
              : "past";
    return {
      ...{ number, by, at, takesEffectAt, state, cancels },
      added: cancels === null ? called(pins, before) : [],
      removed: cancels === null ? called(before, pins) : [],
    };
  });
}

/** Most that are offered. */
const OFFERED = 8;

/**
 * What somebody may mean by a number, an address or words: articles that readers have, and those that go live by the clock.
 *
 * @param words as they are typed
 */
export async function findForFront({ siteId, personId }: Looker, words: string): Promise<Findable[]> {
  const said = words.trim();
  if (said === "") return [];
  const number = numberIn(said);
  const numbers =
    number !== null
      ? [number]
      : (
          await search(siteId, said, { sectionIds: null, form: null, year: null }, { page: 1, now: new Date() })
        ).results.flatMap((one) => (one.kind === "article" ? [one.number] : []));
  const [found, coming] = await Promise.all([
    readersSource(siteId).byNumber(numbers),
    findComing({ siteId, personId }, number ?? said, OFFERED),
  ]);
  const live = numbers.flatMap((one) => found.find((card) => card.number === one) ?? []);
  const lines = live.map(({ number: at, headline, section, shownAt }) => ({
    number: at,
    headline,
    about: section.name,
    at: shownAt,
  }));
  return [...lines, ...coming.filter((one) => !live.some((card) => card.number === one.number))].slice(0, OFFERED);
}

/** The number that is said, alone or at the end of an address; null in words: "Covid-19" names no article. */
const numberIn = (said: string): number | null => {
  const digits = /^(?:.*\/.*-)?(\d{1,9})$/.exec(said)?.[1];
  return digits === undefined ? null : Number(digits);
};
