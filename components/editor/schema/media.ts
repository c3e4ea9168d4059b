import { mergeAttributes, Node } from "@tiptap/core";
import { attributesOf, shapeOf } from "./from-vocabulary.ts";

/** What is played, with its caption in the text; its other words are fields of its own. */
function played(name: "video" | "audio") {
  const mark = `data-${name}`;
  return Node.create({
    name,
    ...shapeOf(name),
    isolating: true,
    defining: true,
    draggable: true,
    addAttributes: () => attributesOf(name),
    parseHTML: () => [{ tag: `div[${mark}]`, contentElement: "p" }],
    renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes(HTMLAttributes, { [mark]: "" }), ["p", 0]],
  });
}

export const BodyVideo = played("video");
export const BodyAudio = played("audio");
