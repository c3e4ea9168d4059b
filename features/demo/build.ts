import { type LeadPicture, NO_LEAD } from "#features/kinds/lead.ts";
import { newBlockId } from "#features/text/block-id.ts";
import type { Block, Figure, Flow, Inline, Paragraph, TableCell } from "#features/text/body.ts";
import type { BulletStyle, NumberStyle } from "#features/text/markers.ts";
import { type DocumentName, documentCalled } from "./documents.ts";
import { type PictureName, pictureCalled } from "./pictures.ts";

/** Short names for writing the demo's texts. `*words*` are bold. */
const id = () => ({ id: newBlockId() });

const inlines = (text: string): Inline[] =>
  text
    .split(/(\*[^*]+\*)/)
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith("*")
        ? { type: "text", text: part.slice(1, -1), marks: [{ type: "bold" }] }
        : { type: "text", text: part },
    );

export const p = (text: string): Paragraph => ({
  type: "paragraph",
  attrs: { ...id(), align: null },
  content: inlines(text),
});

/** The same paragraph in other words. */
export const reworded = (paragraph: Paragraph, change: (words: string) => string): Paragraph => ({
  ...paragraph,
  content: paragraph.content?.map((one) => (one.type === "text" ? { ...one, text: change(one.text) } : one)),
});

export const h2 = (text: string): Block => ({
  type: "heading",
  attrs: { ...id(), level: 2, align: null },
  content: inlines(text),
});

export const quote = (...lines: string[]): Block => ({ type: "blockquote", attrs: id(), content: lines.map(p) });

export const numbered = (style: NumberStyle, ...items: string[]): Flow => ({
  type: "orderedList",
  attrs: { ...id(), style, start: 1 },
  content: items.map((item) => ({ type: "listItem", attrs: id(), content: [p(item)] })),
});

export const bullets = (style: BulletStyle, ...items: string[]): Flow => ({
  type: "bulletList",
  attrs: { ...id(), style },
  content: items.map((item) => ({ type: "listItem", attrs: id(), content: [p(item)] })),
});

/** A picture in the text, captioned as the table of pictures says unless this use says otherwise. */
export const figure = (name: PictureName, words?: string): Figure => {
  const { sha256, caption, credit, alt } = pictureCalled(name);
  return {
    type: "figure",
    attrs: { ...id(), file: sha256, alt, decorative: false, credit },
    content: inlines(words ?? caption),
  };
};

/** Pictures that belong together, and what they are called together. */
export const gallery = (caption: string, ...pictures: Figure[]): Block => ({
  type: "gallery",
  attrs: { ...id(), caption },
  content: pictures,
});
/** A document that the text hands out, called as the table of documents says. */
export const handout = (name: DocumentName): Block => {
  const { sha256, title, summary } = documentCalled(name);
  return { type: "attachment", attrs: { ...id(), file: sha256, title, summary } };
};

/** A picture above the text and beside its headline, captioned as {@link figure}. */
export const lead = (name: PictureName, words?: string): LeadPicture => {
  const { sha256, caption, credit, alt } = pictureCalled(name);
  return { ...NO_LEAD, file: sha256, caption: words ?? caption, credit, alt };
};

/** A picture that is awaited: its caption stands already, for staff alone. */
export const awaited = (words: string): Block => ({
  type: "figure",
  attrs: { ...id(), file: null, alt: "", decorative: false, credit: "" },
  content: inlines(words),
});

/** The first row names the columns. */
export const table = (name: string, ...rows: string[][]): Block => ({
  type: "table",
  attrs: { ...id(), caption: name },
  content: rows.map((row, at) => ({
    type: "tableRow",
    attrs: id(),
    content: row.map((text) => cell(at === 0 ? "tableHeader" : "tableCell", text)),
  })),
});

const cell = (type: TableCell["type"], text: string): TableCell => ({
  type,
  attrs: { ...id(), colspan: 1, rowspan: 1 },
  content: [p(text)],
});
