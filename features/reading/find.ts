import { homePath, pagesFor } from "./paths.ts";
import { type Resolution, resolveArticle, resolveSection, spellingsOf, whatIsAsked } from "./resolve.ts";
import { countInSections, findRedirects, findSections, findStanding } from "./store.ts";
import { subtree, treeOf } from "./tree.ts";

/**
 * Says what a public address is. An address in its right spelling is what it is, unless an older system's address
 * with the same path carries a query of its own; then redirects; then another spelling of something that is there.
 *
 * @param path decoded, beginning with one slash, without one at the end
 * @param query with its `?`, or ""
 */
export async function find(siteId: number, path: string, query: string): Promise<Resolution> {
  const found = await look(siteId, path);
  if (query === "" && isExactly(found, path)) return found;
  return (await findOldAddress(siteId, path, query)) ?? found;
}

/** Where an address of an older system leads now; null when it was none. */
export async function findOldAddress(siteId: number, path: string, query: string): Promise<Resolution | null> {
  const spellings = spellingsOf(path, query);
  const kept = await findRedirects(siteId, spellings);
  const redirect = spellings.flatMap((spelling) => kept.filter(({ fromPath }) => fromPath === spelling))[0];
  if (!redirect) return null;
  if (redirect.toUrl !== null) return { kind: "moved", to: redirect.toUrl };
  if (redirect.toDocumentId === null) return null;
  const target = resolveArticle(redirect.toDocumentId, await findStanding(siteId, redirect.toDocumentId));
  return target.kind === "article" ? { kind: "moved", to: target.path } : target;
}

function isExactly(found: Resolution, path: string): boolean {
  return found.kind === "gone" || found.kind === "hidden" || ("path" in found && found.path === path);
}

async function look(siteId: number, path: string): Promise<Resolution> {
  const asked = whatIsAsked(path);
  switch (asked.kind) {
    case "home":
      return { kind: "page", path: homePath };
    case "file":
      return { kind: "page", path: asked.path };
    case "section":
      return resolveSection(asked.slug, asked.page, await pagesOf(siteId, asked.slug, asked.page));
    case "article":
      return resolveArticle(asked.number, await findStanding(siteId, asked.number));
    case "nothing":
      return { kind: "unknown" };
  }
}

/** A section's name is words that readers see: it is there once an article that two people confirmed stood in it. */
async function pagesOf(siteId: number, slug: string, page: number): Promise<number | undefined> {
  const tree = treeOf(await findSections(siteId));
  const section = tree.find((one) => one.slug === slug);
  if (!section?.opened) return undefined;
  if (page === 1) return 1;
  return pagesFor(
    await countInSections(
      siteId,
      subtree(tree, section.id).map(({ id }) => id),
    ),
  );
}
