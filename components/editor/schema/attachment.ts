import { mergeAttributes, Node } from "@tiptap/core";
import { attributesOf, shapeOf } from "./from-vocabulary.ts";

/** A document that is handed out. It has no words in the text: its title and its summary are fields of its own. */
export const BodyAttachment = Node.create({
  name: "attachment",
  ...shapeOf("attachment"),
  atom: true,
  draggable: true,
  addAttributes: () => attributesOf("attachment"),
  parseHTML: () => [{ tag: "div[data-attachment]" }],
  renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes(HTMLAttributes, { "data-attachment": "" })],
  renderText: ({ node }) => [node.attrs.title, node.attrs.summary].filter((text) => text !== "").join("\n"),
});
