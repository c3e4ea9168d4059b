import { ABBREVIATIONS, type Abbreviation } from "./abbreviations.ts";
import type { BodyDoc } from "./body.ts";

const WORDS = new Map(ABBREVIATIONS.map(({ short, words }) => [short, words]));
const A_WORD = /[\p{L}\p{N}]+/gu;

type Json = { type?: string; text?: string; content?: unknown } & Record<string, unknown>;

/** A piece of a text; an abbreviation with its words. No letter of the text is lost between them. */
type Piece = { text: string; words?: string };

/**
 * A body for drawing, in which each common abbreviation says its words where it stands first: its text is a node of its own with
 * `words`. Nothing of it is kept or signed, and no letter changes.
 */
export function withWords(body: BodyDoc): BodyDoc {
  const said = new Set<string>();
  return drawn(body) as BodyDoc;

  function drawn(node: unknown): unknown {
    if (!isNode(node) || !Array.isArray(node.content)) return node;
    return { ...node, content: node.content.flatMap((child) => (isText(child) ? parts(child) : [drawn(child)])) };
  }

  function parts(node: Json & { text: string }): Json[] {
    return cut(node.text, said).map((piece) => ({ ...node, ...piece }));
  }
}

/** The same of a line of words: a headline, say. */
export const lineWithWords = (text: string): Piece[] => cut(text, new Set());

/** The abbreviations of these texts with their words, each once, in the order in which they come. */
export function abbreviationsIn(texts: readonly string[]): Abbreviation[] {
  const said = new Set<string>();
  const pieces = texts.flatMap((text) => cut(text, said));
  return pieces.flatMap(({ text, words }) => (words === undefined ? [] : [{ short: text, words }]));
}

/** @param said which have said their words already; those that do here come to it */
function cut(text: string, said: Set<string>): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: short, index } of text.matchAll(A_WORD)) {
    const words = WORDS.get(short);
    if (words === undefined || said.has(short)) continue;
    said.add(short);
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ text: short, words });
    from = index + short.length;
  }
  return from > 0 && from === text.length ? pieces : [...pieces, { text: text.slice(from) }];
}

const isNode = (value: unknown): value is Json => typeof value === "object" && value !== null;
const isText = (value: unknown): value is Json & { text: string } =>
  isNode(value) && value.type === "text" && typeof value.text === "string";
