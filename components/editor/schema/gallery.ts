import { mergeAttributes, Node } from "@tiptap/core";
import { attributesOf, shapeOf } from "./from-vocabulary.ts";

/** Pictures that belong together. Their words are those of its figures; its own caption is a field. */
export const BodyGallery = Node.create({
  name: "gallery",
  ...shapeOf("gallery"),
  isolating: true,
  defining: true,
  draggable: true,
  addAttributes: () => attributesOf("gallery"),
  parseHTML: () => [{ tag: "div[data-gallery]" }],
  renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes(HTMLAttributes, { "data-gallery": "" }), 0],
});
