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
const AROUND = 217;
/** " · " */
const DOT = 3;

type Entry = Pick<MenuItem, "words" | "below" | "current">;

/**
 * How many entries of a menu stand in one row on a wide window; the others are folded there. `hidden` is the one among them where a
 * reader is, as what unfolds them says it; it says nothing where the row has one itself.
 */
export function inOneRow<E extends Entry>(items: readonly E[]): { fit: number; hidden: E | undefined } {
  const fit = howManyFit(items);
  const here = items.findIndex(({ current }) => current !== undefined);
  return here < fit ? { fit, hidden: undefined } : { fit: howManyFit(items, items[here]), hidden: items[here] };
}

/** @param hidden what is said behind the row as well */
function howManyFit(items: readonly Entry[], hidden?: Entry): number {
  let left = ROW - AROUND - (hidden === undefined ? 0 : (hidden.words.length + DOT) * A_LETTER);
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
