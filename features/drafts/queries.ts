import { transaction } from "#db/transaction.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import type { PaperContent } from "#features/kinds/paper.ts";
import { paperChoices } from "#features/reading/papers.ts";
import { sectionTree } from "#features/reading/queries.ts";
import { tagsOf } from "#features/sites/tags-store.ts";
import type { Content } from "#features/text/kind.ts";
import { relatedAmong } from "#features/workflow/related-store.ts";
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
