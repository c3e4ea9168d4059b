import { transaction } from "#db/transaction.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import type { PaperContent } from "#features/kinds/paper.ts";
import type { WeekContent } from "#features/kinds/week.ts";
import { paperChoices } from "#features/reading/papers.ts";
import { sectionTree } from "#features/reading/queries.ts";
import { weekFrom, weeksBeside } from "#features/reading/weeks.ts";
import { tagsOf } from "#features/sites/tags-store.ts";
import { weeksAhead, weeksAmong } from "#features/sites/weeks-store.ts";
import type { Content } from "#features/text/kind.ts";
import { relatedAmong } from "#features/workflow/related-store.ts";
import { dayOf, daysAfter, startOfDay, weekOf } from "#lib/dates.ts";
import { knownOf, newestLive, papersOf, staffOf } from "./options-store.ts";

/** What the editor offers to choose from. */
export async function editorOptions(siteId: number) {
  const [tree, tags, people, pages, topics] = await Promise.all([
    sectionTree(siteId),
    tagsOf(siteId),
    staffOf(siteId),
    knownOf(siteId, "page"),
    knownOf(siteId, "topic"),
  ]);
  return {
    sections: tree.map(({ id, name, depth }) => ({ id, name, depth })),
    tags,
    pages,
    topics,
    people: people.map(({ id, name }) => ({ id, name, post: "" })),
  };
}

/** What papers that a text names by their numbers are called. */
export const papersCalled = (siteId: number, ids: readonly number[]) => papersOf(siteId, ids);

/** What the editor of a paper offers beside: bodies that issue, and what those that it names are called. */
export async function paperOptions(siteId: number, { replaces }: Pick<PaperContent, "replaces">) {
  const [{ bodies }, papers] = await Promise.all([paperChoices(siteId), papersCalled(siteId, replaces)]);
  return { bodies: bodies.map(({ name }) => name), papers };
}

/** What the editor of a week's calendar offers beside: the weeks to choose from, and the newest calendar before it. */
export async function weekOptions(siteId: number, number: number, { monday }: Pick<WeekContent, "monday">, now: Date) {
  const ahead = weeksAhead(now);
  const past = [-4, -3, -2, -1].map((weeks) => daysAfter(ahead[0] ?? "", 7 * weeks));
  const offered = [...past, ...ahead];
  const standing = await transaction((tx) => weeksAmong(tx, siteId, offered));
  const others = standing.filter(({ documentId, isKnown }) => isKnown && documentId !== number);
  return {
    weeks: offered.map((one) => ({ monday: one, isTaken: others.some((other) => other.monday === one) })),
    before: await weekBefore(siteId, weekOf(monday ?? daysAfter(ahead[0] ?? "", 7))),
  };
}

/** The newest live calendar before a week, as its entries may be copied. */
async function weekBefore(siteId: number, slug: string) {
  const { before } = await weeksBeside(siteId, slug);
  const live = before && (await weekFrom(siteId, before.monday)).live;
  if (before === null || !live) return null;
  const [first, last] = [before.monday, daysAfter(before.monday, 6)].map((day) => dayOf(startOfDay(day)));
  return { number: String(before.number), first: first ?? "", last: last ?? "", entries: live.content.entries };
}

/**
 * To whom somebody can hand an article over, and what it can be merged into. Not to themselves, and not to whoever has it
 * already where nobody would let go of it; whoever never set a password is named and cannot be chosen.
 */
export async function moveOptions(
  by: { siteId: number; personId: number },
  document: { id: number; kind: KindName },
  writers: readonly number[],
) {
  const { siteId, personId } = by;
  const [people, articles] = await Promise.all([staffOf(siteId), newestLive(siteId, document.kind, document.id, 50)]);
  const letsGo = writers.includes(personId);
  return { people: people.filter(({ id }) => id !== personId && (letsGo || !writers.includes(id))), articles };
}

/** What the articles are called that texts name as related, by their numbers; of what readers never knew nothing comes back. */
export async function relatedArticles(siteId: number, texts: readonly Content[]) {
  const numbers = texts.flatMap(({ related }) => (Array.isArray(related) ? (related as number[]) : []));
  const found = await transaction((tx) => relatedAmong(tx, siteId, numbers));
  return found.map(({ id, title }) => ({ id, name: title }));
}
