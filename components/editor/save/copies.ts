import canonicalize from "canonicalize";
import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import { parseContent, upgradeContent } from "#features/text/content.ts";
import type { Content } from "#features/text/kind.ts";
import { visibleForm } from "#features/text/visible-form.ts";
import { Refusal } from "#lib/refusal.ts";
import { wordsIn } from "./words-in.ts";

/** Words that the server does not have yet, kept by this browser. `edit`: number of the last one in it; `at`: ISO instant. */
export type LocalCopy = { base: number; edit: number; content: Content; at: string };

/** Whose copy, of which article, from which tab. */
export type CopyKey = { personId: number; documentId: number; tab: string };

/** A copy as the journal gives it back: what it holds is looked at before it is believed. */
export type Kept = { tab: string; edit: number; text: string };

/** A text of today's vocabulary, which can be put back. */
export type LeftText = { tab: string; at: string | null; content: Content };
/** What cannot be put back as it is: its words, to be copied out, and why (null: nobody can say). */
export type LeftWords = { tab: string; at: string | null; words: string; sentence: string | null };

/** `done`: tabs whose copies the server has passed, or says the same as. */
export type LeftBehind = { texts: LeftText[]; words: LeftWords[]; done: string[] };

type Server = {
  kind: KindName;
  /** What the server has of the article, if anything. */
  content: Content | null;
  /** Number of the last edit that it has of each tab. */
  passed: Readonly<Record<string, number>>;
};

/**
 * What is left of earlier tabs, newest first. Only what the server has passed, or what was read and says what the server
 * says, is done with: a copy that cannot be read may hold words that are nowhere else.
 */
export function leftBehind(kept: readonly Kept[], server: Server): LeftBehind {
  const left: LeftBehind = { texts: [], words: [], done: [] };
  for (const one of kept) {
    const copy = read(server.kind, one);
    if ((server.passed[one.tab] ?? 0) >= one.edit) left.done.push(one.tab);
    else if ("words" in copy) left.words.push(copy);
    else if (
      server.content !== null &&
      sameText(server.kind, withSlugOf(server.kind, server.content, copy.content), server.content)
    )
      left.done.push(one.tab);
    else left.texts.push(copy);
  }
  return { ...left, texts: left.texts.toSorted(newestFirst), words: left.words.toSorted(newestFirst) };
}

export function sameText(kind: KindName, a: Content, b: Content): boolean {
  const form = (text: Content) => canonicalize(visibleForm(kindOf({ kind }), text));
  return form(a) === form(b);
}

/** An address that nobody typed is made at the first submit; the copy says the same without it. */
function withSlugOf(kind: KindName, server: Content, copy: Content): Content {
  const { slug } = kindOf({ kind });
  return slug !== null && copy[slug] === "" ? { ...copy, [slug]: server[slug] } : copy;
}

function read(name: KindName, { tab, text }: Kept): LeftText | LeftWords {
  const kind = kindOf({ kind: name });
  const { content, at } = opened(text);
  const known = { tab, at: typeof at === "string" && !Number.isNaN(Date.parse(at)) ? at : null };
  try {
    return {
      ...known,
      content: parseContent(kind, upgradeContent(kind, content, Number((content as Content).version))),
    };
  } catch (error) {
    const sentence = error instanceof Refusal ? error.sentence : null;
    return { ...known, words: wordsIn(kind, content) || text, sentence };
  }
}

function opened(text: string): { content?: unknown; at?: unknown } {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

const newestFirst = (a: { at: string | null }, b: { at: string | null }) => (b.at ?? "").localeCompare(a.at ?? "");
