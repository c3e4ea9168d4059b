import { type Content, parseContent, upgradeContent } from "#features/text/content.ts";
import { visibleForm } from "#features/text/visible-form.ts";
import { Refusal } from "#lib/refusal.ts";
import { wordsIn } from "./words-in.ts";

/** Words that the server does not have yet, kept by this browser. `at`: ISO instant. */
export type LocalCopy = { base: number; content: Content; at: string };

/** Whose copy, of which article, from which tab. */
export type CopyKey = { personId: number; articleId: number; tab: string };

/** A text of today's vocabulary, which can be put back. */
export type LeftText = { tab: string; at: string | null; content: Content };
/** What cannot be put back as it is: its words, to be copied out, and why (null: nobody can say). */
export type LeftWords = { tab: string; at: string | null; words: string; sentence: string | null };

export type LeftBehind = { texts: LeftText[]; words: LeftWords[] };

const PREFIX = "toasoan.unsaved";

const keyOf = ({ personId, articleId, tab }: CopyKey): string => `${PREFIX}.${personId}.${articleId}.${tab}`;

/** @returns false when this browser cannot keep it (no room, or storage switched off): then nothing may be promised. */
export function keep(key: CopyKey, copy: LocalCopy): boolean {
  try {
    localStorage.setItem(keyOf(key), JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

export function forget(key: CopyKey): void {
  try {
    localStorage.removeItem(keyOf(key));
  } catch {
    // storage is switched off: nothing was kept either
  }
}

/**
 * Copies that other tabs than this one left behind, newest first. Only what was read and says what the server says is
 * cleared away: a copy that cannot be read may hold words that are nowhere else. Tabs in `alive` still look after theirs.
 */
export function leftBehind(
  { personId, articleId, tab: here }: CopyKey,
  server: Content | null,
  alive: ReadonlySet<string>,
): LeftBehind {
  const prefix = keyOf({ personId, articleId, tab: "" });
  const left: LeftBehind = { texts: [], words: [] };
  for (const key of storedKeys()) {
    const tab = key.slice(prefix.length);
    if (!key.startsWith(prefix) || tab === here || alive.has(tab)) continue;
    const copy = read(key, tab);
    if (copy === null) continue;
    if ("words" in copy) left.words.push(copy);
    else if (server !== null && sameText(withSlugOf(server, copy.content), server))
      forget({ personId, articleId, tab });
    else left.texts.push(copy);
  }
  return { texts: left.texts.toSorted(newestFirst), words: left.words.toSorted(newestFirst) };
}

export function sameText(a: Content, b: Content): boolean {
  return JSON.stringify(sorted(visibleForm(a))) === JSON.stringify(sorted(visibleForm(b)));
}

/** An address that nobody typed is made at the first submit; the copy says the same without it. */
const withSlugOf = (server: Content, copy: Content): Content =>
  copy.slug === "" ? { ...copy, slug: server.slug } : copy;

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function read(key: string, tab: string): LeftText | LeftWords | null {
  const stored = localStorage.getItem(key);
  if (stored === null) return null;
  const { content, at } = opened(stored);
  const known = { tab, at: typeof at === "string" && !Number.isNaN(Date.parse(at)) ? at : null };
  try {
    const kept = content as Content;
    return { ...known, content: parseContent(upgradeContent(kept, kept.bodyVersion)) };
  } catch (error) {
    const sentence = error instanceof Refusal ? error.sentence : null;
    return { ...known, words: wordsIn(content) || stored, sentence };
  }
}

function opened(stored: string): { content?: unknown; at?: unknown } {
  try {
    return JSON.parse(stored) ?? {};
  } catch {
    return {};
  }
}

const newestFirst = (a: { at: string | null }, b: { at: string | null }) => (b.at ?? "").localeCompare(a.at ?? "");

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
