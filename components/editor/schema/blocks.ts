import { Blockquote } from "@tiptap/extension-blockquote";
import { Heading } from "@tiptap/extension-heading";
import { Paragraph } from "@tiptap/extension-paragraph";
import { attributesOf, shapeOf } from "./from-vocabulary.ts";

const align = (element: HTMLElement) => element.style.textAlign || element.getAttribute("align") || null;

export const BodyParagraph = Paragraph.extend({
  ...shapeOf("paragraph"),
  addAttributes: () => attributesOf("paragraph", { align }),
});

/** Pasted headings of other levels become the nearest that an article may have: level 1 is its headline. */
export const BodyHeading = Heading.extend({
  ...shapeOf("heading"),
  addAttributes: () => ({ ...attributesOf("heading", { align }), level: { default: 2, rendered: false } }),
  parseHTML: () =>
    [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(4, Math.max(2, level)) } })),
}).configure({ levels: [2, 3, 4] });

export const BodyQuote = Blockquote.extend(shapeOf("blockquote"));
