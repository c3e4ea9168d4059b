import { sectionPath } from "#features/addresses/public.ts";
import type { LowerEntry, MenuEntry } from "#features/kinds/site.ts";
import { pathTo, type TreeSection } from "#features/sites/tree.ts";
import { safeHref } from "#features/text/address.ts";
import type { PageLink } from "./types.ts";

/**
 * Where a reader is: in a section, on a page that stands for itself, or at a public path of the program's own, such as the list of
 * papers (of its further pages the first one's).
 */
export type Here = {
  sectionId?: number | undefined;
  /** It is an article that lies in that section, not the section itself. */
  isInside?: boolean;
  page?: number | undefined;
  path?: string | undefined;
};

/** A link of the menu. `current`: it leads to where the reader is ("page"), or to what that lies in ("true"). */
export type MenuLink = { words: string; path: string; current: "page" | "true" | undefined };
export type MenuItem = MenuLink & { below: MenuLink[] };

type Of = { menu: readonly MenuEntry[]; tree: readonly TreeSection[]; pages: readonly PageLink[] };

/**
 * The menu as readers get it: as the site says it, or, where it says nothing, the sections of the first level; then the
 * pages whose place is there and that it does not name. What its target does not let readers see is left out, and what stands
 * below that takes its place.
 *
 * @param here a section that readers never met is there only around a preview of its first article
 */
export function menuOf({ menu, tree, pages }: Of, here: Here = {}): MenuItem[] {
  const way = pathTo(tree, here.sectionId ?? null).map(({ id }) => id);
  const places = placesOf({ tree, pages }, here);
  const itself = here.isInside ? "true" : "page";
  const said: readonly MenuEntry[] =
    menu.length > 0
      ? menu
      : tree.flatMap(({ depth, id }) => (depth === 0 ? [{ to: "section" as const, id, words: "", below: [] }] : []));
  const items = said.flatMap(({ below, ...entry }): MenuItem[] => {
    const lower = below.flatMap(linkOf);
    const [own] = linkOf(entry);
    if (own === undefined) return lower.map((link) => ({ ...link, below: [] }));
    const isAround = own.current === undefined && lower.some(({ current }) => current !== undefined);
    return [{ ...own, current: isAround ? "true" : own.current, below: lower }];
  });
  const named = said
    .flatMap(({ below, ...entry }) => [entry, ...below])
    .flatMap((one) => (one.to === "page" ? one.id : []));
  const more = pages.filter(({ number, place }) => place === "menu" && !named.includes(number));
  return [...items, ...more.flatMap(({ number }) => linkOf({ to: "page", id: number, words: "" })).map(withoutMore)];

  function linkOf(entry: LowerEntry): MenuLink[] {
    switch (entry.to) {
      case "section": {
        const section = tree.find(({ id }) => id === entry.id);
        if (section === undefined || !(section.opened || way.includes(section.id))) return [];
        const current = section.id === here.sectionId ? itself : way.includes(section.id) ? "true" : undefined;
        return [{ words: entry.words || section.name, path: sectionPath(section.slug), current }];
      }
      case "page": {
        const page = pages.find(({ number }) => number === entry.id);
        if (page === undefined) return [];
        const current = page.number === here.page ? "page" : undefined;
        return [{ words: entry.words || page.title, path: page.path, current }];
      }
      case "link": {
        const path = safeHref(entry.address);
        return path === null || entry.words === "" ? [] : [{ words: entry.words, path, current: currentAt(path) }];
      }
    }
  }

  /** Of an address that an editor has typed: it may lead to whatever the reader looks at. */
  function currentAt(typed: string): MenuLink["current"] {
    const path = typed.replace(/(?<=.)\/$/, "");
    if (places.at(-1) === path) return here.path === undefined && here.page === undefined ? itself : "page";
    return places.some((place) => place === path || place.startsWith(`${path}/`)) ? "true" : undefined;
  }
}

/** The public paths of where a reader is, from the top of the tree down. */
function placesOf({ tree, pages }: Omit<Of, "menu">, { sectionId, page, path }: Here): string[] {
  if (path !== undefined) return [path];
  const own = pages.find(({ number }) => number === page);
  return own === undefined ? pathTo(tree, sectionId ?? null).map(({ slug }) => sectionPath(slug)) : [own.path];
}

const withoutMore = (link: MenuLink): MenuItem => ({ ...link, below: [] });
