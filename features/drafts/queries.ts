import { sectionTree } from "#features/reading/queries.ts";
import { newestLive, staffOf, tagsOf } from "./options-store.ts";

/** What the editor offers to choose from. */
export async function editorOptions(siteId: number) {
  const [tree, tags, people] = await Promise.all([sectionTree(siteId), tagsOf(siteId), staffOf(siteId)]);
  return {
    sections: tree.map(({ id, name, depth }) => ({ id, name, depth })),
    tags,
    people: people.map(({ id, name }) => ({ id, name, post: "" })),
  };
}

/**
 * To whom somebody can hand an article over, and what it can be merged into. Not to themselves, and not to whoever has it
 * already where nobody would let go of it; whoever never set a password is named and cannot be chosen.
 */
export async function moveOptions(
  by: { siteId: number; personId: number },
  articleId: number,
  writers: readonly number[],
) {
  const { siteId, personId } = by;
  const [people, articles] = await Promise.all([staffOf(siteId), newestLive(siteId, articleId, 50)]);
  const letsGo = writers.includes(personId);
  return { people: people.filter(({ id }) => id !== personId && (letsGo || !writers.includes(id))), articles };
}
