import { type Content, parseContent } from "#features/text/content.ts";
import { visibleForm } from "#features/text/visible-form.ts";

/** Words that the server does not have yet, kept by this browser. `at`: ISO instant. */
export type LocalCopy = { base: number; content: Content; at: string };

/** Whose copy, of which article, from which tab. */
export type CopyKey = { personId: number; articleId: number; tab: string };

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
 * Copies that earlier tabs left behind, newest first. Copies that say what the server says are cleared away;
 * tabs in `alive` still look after theirs.
 */
export function leftBehind(
  { personId, articleId }: Omit<CopyKey, "tab">,
  server: Content,
  alive: ReadonlySet<string>,
): { tab: string; copy: LocalCopy }[] {
  const prefix = keyOf({ personId, articleId, tab: "" });
  const tabs = storedKeys().flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
  const found = tabs.flatMap((tab) => {
    if (alive.has(tab)) return [];
    const copy = read(keyOf({ personId, articleId, tab }));
    if (copy !== null && !sameText(copy.content, server)) return [{ tab, copy }];
    forget({ personId, articleId, tab });
    return [];
  });
  return found.toSorted((a, b) => b.copy.at.localeCompare(a.copy.at));
}

export function sameText(a: Content, b: Content): boolean {
  return JSON.stringify(sorted(visibleForm(a))) === JSON.stringify(sorted(visibleForm(b)));
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function read(key: string): LocalCopy | null {
  try {
    const { base, content, at } = JSON.parse(localStorage.getItem(key) ?? "null") as LocalCopy;
    return typeof base === "number" && typeof at === "string" ? { base, at, content: parseContent(content) } : null;
  } catch {
    return null;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
