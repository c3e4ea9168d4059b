/** A node of a site's tree, as the desk knows it: open to readers or not. */
export type Section = { id: number; parentId: number | null; name: string; slug: string };

/** "Tin tức - sự kiện / Đảng - đoàn thể" */
export function pathOf(tree: readonly Section[], section: Section): string {
  return ancestry(tree, section)
    .map(({ name }) => name)
    .join(" / ");
}

/** From the top of the tree down to the section. */
export function ancestry(tree: readonly Section[], section: Section): Section[] {
  const parent = tree.find(({ id }) => id === section.parentId);
  return parent ? [...ancestry(tree, parent), section] : [section];
}
