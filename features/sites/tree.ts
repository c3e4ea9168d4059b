/** A node of a site's tree. */
export type Section = { id: number; parentId: number | null; name: string; slug: string };

/** A section of a site's tree, in reading order. */
export type TreeSection = Section & {
  /** 0 for the top. */
  depth: number;
  /** Readers found something in it or below it once; from then on it has a page. */
  opened: boolean;
};

type Row = Section & { opened: boolean };

/**
 * Orders sections as a reader walks the tree: each before its children, siblings as they came. A section is open
 * to readers once something stood in it or anywhere below it.
 */
export function treeOf(rows: readonly Row[]): TreeSection[] {
  const childrenOf = new Map<number | null, Row[]>();
  for (const row of rows) childrenOf.set(row.parentId, [...(childrenOf.get(row.parentId) ?? []), row]);

  const walk = (parentId: number | null, depth: number): TreeSection[] =>
    (childrenOf.get(parentId) ?? []).flatMap(({ opened, ...section }) => {
      const below = walk(section.id, depth + 1);
      return [{ ...section, depth, opened: opened || below.some((child) => child.opened) }, ...below];
    });
  return walk(null, 0);
}

/** The section itself and everything below it. */
export function subtree(tree: readonly TreeSection[], id: number): TreeSection[] {
  const from = tree.findIndex((section) => section.id === id);
  const top = tree[from];
  if (top === undefined) return [];
  const after = tree.slice(from + 1);
  const end = after.findIndex((section) => section.depth <= top.depth);
  return [top, ...(end < 0 ? after : after.slice(0, end))];
}

export function childrenOf(tree: readonly TreeSection[], id: number): TreeSection[] {
  return tree.filter((section) => section.parentId === id);
}

/** From the top of the tree down to the section; empty where there is none. */
export function pathTo<S extends Section>(tree: readonly S[], id: number | null): S[] {
  const section = tree.find((one) => one.id === id);
  return section === undefined ? [] : [...pathTo(tree, section.parentId), section];
}

/** "Tin tức - sự kiện / Đảng - đoàn thể" */
export function pathOf(tree: readonly Section[], { id }: Section): string {
  return pathTo(tree, id)
    .map(({ name }) => name)
    .join(" / ");
}
