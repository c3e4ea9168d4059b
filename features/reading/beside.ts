import { cache } from "react";
import { cardsOf } from "./queries.ts";
import { reads } from "./reads.ts";
import { liveTopicsOf, threadFrom } from "./topics.ts";
import type { Card, Thread } from "./types.ts";

/** What readers of an article are led to. Each article once, but that one which was chosen, or stands in a topic, may be a neighbour, too. */
export type Beside = {
  /** On its section's pages the one after it and the one before it. */
  newer: Card | null;
  older: Card | null;
  /** The topics in which it stands, with the newest others in each. */
  threads: Thread[];
  /**
   * Those that its text names, in that order; then what else stands in its topics; then what shares its tags, those that share most
   * first; then what is near its text, in its section before elsewhere; then what stood before it in its section.
   */
  related: Card[];
};

/** An article, as far as it says what it has to do with. */
type Of = { number: number; sectionId: number | undefined; tagIds: number[]; related: number[] };

/** Related articles beside the two neighbours, unless its text names more. */
const RELATED = 4;
/** Others of a topic in its box. */
const IN_A_BOX = 4;

export const besideArticle = cache(async (siteId: number, of: Of): Promise<Beside> => {
  const near = of.sectionId === undefined ? [] : await reads.findNear(siteId, of.sectionId, of.number, RELATED + 1);
  const newer = near.find(({ side }) => side === "newer");
  const [older, ...before] = near.filter(({ side }) => side === "older");
  const chosen = await reads.findChosen(
    siteId,
    [...new Set(of.related)].filter((number) => number !== of.number),
  );
  const topics = await liveTopicsOf(siteId, of.number);
  const left = [of.number, ...numbersOf(chosen)];
  const neighbours = numbersOf([newer, older]);
  const inTopics = await reads.findNewestInTopics(siteId, numbersOf(topics), left, IN_A_BOX + RELATED + 2);
  const boxes = topics.map((topic) => inTopics.filter(({ topicId }) => topicId === topic.number));
  // What stands in two topics stands in the box of the first one.
  const shown = new Set(left);
  const taken = (one: { number: number }) => !shown.has(one.number) && shown.add(one.number);
  const inBoxes = boxes.map((rows) =>
    rows
      .filter((row) => !shown.has(row.number))
      .slice(0, IN_A_BOX)
      .filter(taken),
  );
  for (const number of neighbours) shown.add(number);
  const beyond = boxes.flat().filter(taken);
  const tagged = (await reads.findTagged(siteId, of.tagIds, [...shown], RELATED)).filter(taken);
  const others = [...beyond, ...tagged];
  const alike = others.length < more(chosen) ? await nearTo(siteId, of) : [];
  const related = [...chosen, ...[...others, ...alike.filter(taken), ...before.filter(taken)].slice(0, more(chosen))];
  const cards = await cardsOf(
    siteId,
    [newer, older, ...inBoxes.flat(), ...related].flatMap((one) => one ?? []),
  );
  const cardOf = (one: { number: number } | undefined) => cards.find(({ number }) => number === one?.number) ?? null;
  const all = (rows: readonly { number: number }[]) => rows.flatMap((row) => cardOf(row) ?? []);
  const threads = topics.map((topic, at) => threadFrom(topic, all(inBoxes[at] ?? [])));
  return { newer: cardOf(newer), older: cardOf(older), threads, related: all(related) };
});

/** What is near its text, the nearest first; what stands in its own section comes before the others. */
async function nearTo(siteId: number, { number, sectionId }: Of) {
  const near = (await reads.findNearTexts(siteId, number)).flatMap(({ line }) => line ?? []);
  const isElsewhere = ({ section }: (typeof near)[number]) => Number(section.id !== sectionId);
  return near.toSorted((a, b) => isElsewhere(a) - isElsewhere(b));
}

/** How many there is room for behind those that the text names. */
const more = (chosen: readonly unknown[]) => Math.max(0, RELATED - chosen.length);

const numbersOf = (rows: readonly ({ number: number } | undefined)[]) => rows.flatMap((row) => row?.number ?? []);
