import type { KindName } from "#features/kinds/kinds.ts";
import { sectionTree } from "#features/reading/queries.ts";
import { tagsOf } from "#features/sites/tags-store.ts";
import { newestLive, pagesOf, staffOf } from "./options-store.ts";

/** What the editor offers to choose from. */
export async function editorOptions(siteId: number) {
  const [tree, tags, people, pages] = await Promise.all([
    sectionTree(siteId),
    tagsOf(siteId),
    staffOf(siteId),
    pagesOf(siteId),
  ]);
  return {
    sections: tree.map(({ id, name, depth }) => ({ id, name, depth })),
    tags,
    pages,
    people: people.map(({ id, name }) => ({ id, name, post: "" })),
  };
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
