import canonicalize from "canonicalize";
import { diffWordsWithSpace } from "diff";
import type { Block, Gallery } from "./body.ts";
import { compareLists, type Pair } from "./compare-lists.ts";
import type { Content, Kind } from "./kind.ts";
import { plainLines } from "./plain.ts";
import { visibleNode } from "./visible-form.ts";

/** A stretch of words: in both texts, only in the later one (added), only in the earlier one (removed). */
export type Words = { text: string; kind: "same" | "added" | "removed" };

/** `before` and `after` are the values themselves; `words` is there for fields that are text. */
export type FieldChange = { field: string; before: unknown; after: unknown; words: Words[] | null };

export type BlockChange =
  | { kind: "same"; after: Block }
  | { kind: "moved"; before: Block; after: Block }
  | { kind: "added"; after: Block; words: Words[] }
  | { kind: "removed"; before: Block; words: Words[] }
  /** `words` all "same": only looks or attributes changed. `moved` says that it stands elsewhere as well. */
  | { kind: "changed"; before: Block; after: Block; words: Words[]; moved: boolean };

export type Comparison = { fields: FieldChange[]; blocks: BlockChange[]; changed: boolean };

/** What changed from one text to a later one: fields that differ, and all blocks in the order of the later text. */
export function compare(kind: Kind, before: Content, after: Content): Comparison {
  const fields = kind.fields.flatMap((field) => {
    const [old, now] = [before[field], after[field]];
    if (spelt(old) === spelt(now)) return [];
    const words = typeof old === "string" && typeof now === "string" ? compareWords(old, now) : null;
    return [{ field, before: old, after: now, words }];
  });
  const blocks = before.body && after.body ? compareBlocks(before.body.content, after.body.content) : [];
  return { fields, blocks, changed: fields.length > 0 || blocks.some(({ kind }) => kind !== "same") };
}

/** What became of the pictures of a gallery, in the order of the later one; null where there is none. */
export function compareGalleries(before: Gallery | null, after: Gallery | null): BlockChange[] {
  return compareBlocks(before?.content ?? [], after?.content ?? []);
}

function compareBlocks(before: readonly Block[], after: readonly Block[]): BlockChange[] {
  const pairs = compareLists(before, after, { idOf: (block) => block.attrs.id, textOf: lookOf });
  const until = performance.now() + PATIENCE_MS;
  return pairs.map((pair) => changeOf(pair, until - performance.now()));
}

/** Texts that share nothing take time with the square of their words, in which the thread of long texts does nothing else. */
const PATIENCE_MS = 300;

/** @param patienceMs when it takes longer, all of the one text is said to be gone and all of the other new */
export function compareWords(before: string, after: string, patienceMs = PATIENCE_MS): Words[] {
  if (before === after) return before === "" ? [] : [{ text: after, kind: "same" }];
  const isQuick = before === "" || after === "";
  const found = isQuick || patienceMs <= 0 ? undefined : diffWordsWithSpace(before, after, { timeout: patienceMs });
  return (found ?? wholly(before, after)).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? "added" : removed ? "removed" : "same",
  }));
}

function wholly(before: string, after: string) {
  const parts = [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ];
  return parts.filter(({ value }) => value !== "");
}

function changeOf({ before, after, moved }: Pair<Block>, patienceMs: number): BlockChange {
  if (before === null) return { kind: "added", after, words: compareWords("", blockText(after)) };
  if (after === null) return { kind: "removed", before, words: compareWords(blockText(before), "") };
  if (lookOf(before) === lookOf(after)) return moved ? { kind: "moved", before, after } : { kind: "same", after };
  return {
    kind: "changed",
    before,
    after,
    words: compareWords(blockText(before), blockText(after), patienceMs),
    moved,
  };
}

const lookOf = (block: Block): string => spelt(visibleNode(block));

/** The database gives the keys of an object back in an order of its own: equal values, equal strings. */
const spelt = (value: unknown): string => canonicalize(value) ?? "";

const blockText = (block: Block): string => plainLines(block).join("\n");
