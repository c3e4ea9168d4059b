import { ABBREVIATIONS } from "./abbreviations.ts";
import type { BodyDoc } from "./body.ts";

const WORDS = new Map(ABBREVIATIONS.map(({ short, words }) => [short, words]));
const A_WORD = /[\p{L}\p{N}]+/gu;

type Json = { type?: string; text?: string; content?: unknown } & Record<string, unknown>;

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
    const all: Json[] = [];
    let from = 0;
    for (const { 0: short, index } of node.text.matchAll(A_WORD)) {
      const words = WORDS.get(short);
      if (words === undefined || said.has(short)) continue;
      said.add(short);
      if (index > from) all.push({ ...node, text: node.text.slice(from, index) });
      all.push({ ...node, text: short, words });
      from = index + short.length;
    }
    return from === 0
      ? [node]
      : [...all, ...(from < node.text.length ? [{ ...node, text: node.text.slice(from) }] : [])];
  }
}

const isNode = (value: unknown): value is Json => typeof value === "object" && value !== null;
const isText = (value: unknown): value is Json & { text: string } =>
  isNode(value) && value.type === "text" && typeof value.text === "string";
