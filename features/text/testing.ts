import { newBlockId } from "./block-id.ts";
import type { Block, BodyDoc, Inline, ListItem, Paragraph, TableCell } from "./body.ts";
import type { Kind } from "./kind.ts";

const SENTENCE = "Hội nghị trao đổi về việc triển khai nhiệm vụ năm học mới, các đại biểu thảo luận sôi nổi. ";

/** The most that a body may have, less what stands around it, in bytes. */
export const NEARLY_2_MB = 2 * 1024 * 1024 - 4_096;

export const aParagraph = (text: string): Paragraph => ({
  type: "paragraph",
  attrs: { id: newBlockId(), align: null },
  content: [{ type: "text", text }],
});

/** Bodies that come in many small pieces, and in few large ones, at least so long as JSON, in bytes. */
export const LONG_BODIES = {
  "paragraphs of some lines": (bytes) => filled(bytes, (at) => aParagraph(`${SENTENCE.repeat(4)}${at}`)),
  "one paragraph": (bytes) => ({
    type: "doc",
    content: [aParagraph(SENTENCE.repeat(bytes / Buffer.byteLength(SENTENCE)))],
  }),
  "words in turns bold and plain": (bytes) =>
    filled(bytes, (at) => ({
      ...aParagraph(""),
      content: Array.from(
        { length: 40 },
        (_, one): Inline =>
          one % 2 ? { type: "text", text: `chữ ${at} ` } : { type: "text", text: "đậm ", marks: [{ type: "bold" }] },
      ),
    })),
  "lists in a list": (bytes) =>
    filled(bytes, (at) => aList([anItem(`${at}`), anItem(SENTENCE, aList([anItem("Mục")]))])),
  "a table of small cells": (bytes) => ({
    type: "doc",
    content: [
      {
        type: "table",
        attrs: { id: newBlockId(), caption: "" },
        content: pieces(bytes, (row) => ({
          type: "tableRow",
          attrs: { id: newBlockId() },
          content: Array.from({ length: 5 }, (_, at) => aCell(`${row}.${at}`)),
        })),
      },
    ],
  }),
} satisfies Record<string, (bytes: number) => BodyDoc>;

function filled(bytes: number, make: (at: number) => Block): BodyDoc {
  return { type: "doc", content: pieces(bytes, make) };
}

/** As many as fit. */
function pieces<T>(bytes: number, make: (at: number) => T): T[] {
  const made: T[] = [];
  for (let left = bytes - 200; ; ) {
    const piece = make(made.length);
    left -= Buffer.byteLength(JSON.stringify(piece)) + 1;
    if (left < 0) return made;
    made.push(piece);
  }
}

function aList(content: ListItem[]): Extract<Block, { type: "bulletList" }> {
  return { type: "bulletList", attrs: { id: newBlockId(), style: "-" }, content };
}

function anItem(text: string, ...more: Extract<Block, { type: "bulletList" }>[]): ListItem {
  return { type: "listItem", attrs: { id: newBlockId() }, content: [aParagraph(text), ...more] };
}

function aCell(text: string): TableCell {
  return { type: "tableCell", attrs: { id: newBlockId(), colspan: 1, rowspan: 1 }, content: [aParagraph(text)] };
}

/**
 * An upgrade from a version 0, in which texts shouted.
 *
 * @returns takes it away again
 */
export function shouting({ upgrades }: Pick<Kind, "upgrades">): () => void {
  upgrades[0] = (content) => JSON.parse(JSON.stringify(content).replaceAll("HỘI THAO", "hội thao"));
  return () => {
    delete upgrades[0];
  };
}
