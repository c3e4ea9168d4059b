import { cache } from "react";
import { cardsOf } from "./queries.ts";
import { reads } from "./reads.ts";
import type { Card } from "./types.ts";

/** What readers of an article are led to; each article once. */
export type Beside = {
  /** On its section's pages the one after it and the one before it. */
  newer: Card | null;
  older: Card | null;
  /** What shares its tags, those that share most first, and then what stood before it in its section. */
  related: Card[];
};

/** Related articles beside the two neighbours. */
const RELATED = 4;

export const besideArticle = cache(
  async (siteId: number, of: { number: number; sectionId: number | undefined; tagIds: number[] }): Promise<Beside> => {
    const near = of.sectionId === undefined ? [] : await reads.findNear(siteId, of.sectionId, of.number, RELATED + 1);
    const newer = near.find(({ side }) => side === "newer");
    const [older, ...before] = near.filter(({ side }) => side === "older");
    const shown = [of.number, ...[newer, older].flatMap((one) => one?.number ?? [])];
    const tagged = await reads.findTagged(siteId, of.tagIds, shown, RELATED);
    const isTagged = new Set(tagged.map(({ number }) => number));
    const related = [...tagged, ...before.filter(({ number }) => !isTagged.has(number))].slice(0, RELATED);
    const cards = await cardsOf(
      siteId,
      [newer, older, ...related].flatMap((one) => one ?? []),
    );
    const cardOf = (one: { number: number } | undefined) => cards.find(({ number }) => number === one?.number) ?? null;
    return { newer: cardOf(newer), older: cardOf(older), related: related.flatMap((one) => cardOf(one) ?? []) };
  },
);
