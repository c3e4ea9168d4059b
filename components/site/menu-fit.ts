import type { Here, MenuItem } from "#features/reading/menu.ts";
import type { PageLink } from "#features/reading/types.ts";
import type { TreeSection } from "#features/sites/tree.ts";
import { ownPlace } from "./own-links.ts";

/** What one row of the menu has room for, and what stands in it, in CSS pixels at the widest sheet (frame.css); letters on an average. */
const ROW = 1_088;
const A_LETTER = 7.9;
const BETWEEN = 24;
const AN_ARROW = 22;
/** "Trang chủ" before the others, and what unfolds the rest behind them. */
const AROUND = 205;

/** How many entries of a menu stand in one row on a wide window; the others are folded there. */
export function howManyFit(items: readonly Pick<MenuItem, "words" | "below">[]): number {
  let left = ROW - AROUND;
  const first = items.findIndex(({ words, below }) => {
    left -= words.length * A_LETTER + BETWEEN + (below.length > 0 ? AN_ARROW : 0);
    return left < 0;
  });
  return first < 0 ? items.length : first;
}

/** Where a reader is, as the folded menu says it; null on pages that lie nowhere. */
export function hereInWords(
  { tree, pages }: { tree: readonly TreeSection[]; pages: readonly PageLink[] },
  { sectionId, page, path }: Here,
): string | null {
  if (path !== undefined) return ownPlace(path);
  const section = tree.find(({ id }) => id === sectionId);
  return section?.name ?? pages.find(({ number }) => number === page)?.title ?? null;
}
