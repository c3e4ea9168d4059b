import { Fragment, type Node, type Schema } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";

/** A caption as one types it: with the ends of its lines. */
export const captionOf = (figure: Node): string => figure.textBetween(0, figure.content.size, "\n", "\n");

/**
 * Has a place say something else in its caption; what stays the same keeps its looks. Each letter and each end of a line is one place
 * in the text, so that both are counted alike.
 */
export function putCaption(tr: Transaction, { node, at }: { node: Node; at: number }, caption: string): void {
  const before = captionOf(node);
  const most = Math.min(before.length, caption.length);
  let same = 0;
  while (same < most && before[same] === caption[same]) same += 1;
  let tail = 0;
  while (tail < most - same && before.at(-1 - tail) === caption.at(-1 - tail)) tail += 1;
  const from = at + 1 + same;
  const to = at + 1 + before.length - tail;
  const words = caption.slice(same, caption.length - tail);
  if (from < to || words !== "") tr.replaceWith(from, to, inlines(node.type.schema, words, tr, from));
}

function inlines(schema: Schema, words: string, tr: Transaction, at: number): Fragment {
  const marks = tr.doc.resolve(at).marks();
  const lines = words.split("\n").map((line) => (line === "" ? null : schema.text(line, marks)));
  const nodes = lines.flatMap((line, index) => [index === 0 ? null : (schema.nodes.hardBreak?.create() ?? null), line]);
  return Fragment.from(nodes.filter((node) => node !== null));
}
