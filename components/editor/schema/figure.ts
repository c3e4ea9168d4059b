import { type Editor, mergeAttributes, Node } from "@tiptap/core";
import { inGallery, moveInGallery, type Spot } from "../files/gallery-in-text.ts";
import { attributesOf, shapeOf } from "./from-vocabulary.ts";
import { figurePlace } from "./put-figures.ts";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    figure: {
      /** Puts a figure whose picture is still awaited after the block the cursor is in, or in an empty paragraph's place. */
      insertFigure: () => ReturnType;
    };
  }
  interface EditorEvents {
    /** A picture of a gallery was moved, or could not be: it stands at `spot` now. */
    pictureMoved: { id: string; spot: Spot };
  }
}

/** Moves a picture of a gallery by so many places, and tells whoever listens. @returns false for one that is in no gallery */
export function stepInGallery(editor: Editor, id: string, by: number): boolean {
  const found = inGallery(editor.state.doc, id);
  if (found === null) return false;
  const spot = moveInGallery(editor.view, id, found.at + by) ?? found;
  editor.emit("pictureMoved", { id, spot: { at: spot.at, of: spot.of } });
  return true;
}

export const BodyFigure = Node.create({
  name: "figure",
  ...shapeOf("figure"),
  isolating: true,
  defining: true,
  draggable: true,
  addAttributes: () =>
    attributesOf("figure", { alt: (element) => element.querySelector("img")?.getAttribute("alt") ?? "" }),
  parseHTML: () => [
    { tag: "figure", contentElement: (figure: HTMLElement) => figure.querySelector("figcaption") ?? figure },
  ],
  renderHTML: ({ HTMLAttributes }) => ["figure", mergeAttributes(HTMLAttributes), ["figcaption", 0]],

  addCommands() {
    return {
      insertFigure:
        () =>
        ({ state, chain }) => {
          const place = figurePlace(state.selection.$to);
          return chain()
            .insertContentAt(place, { type: this.name })
            .setTextSelection(place.from + 1)
            .scrollIntoView()
            .run();
        },
    };
  },

  addKeyboardShortcuts() {
    const step = (by: number) => () => {
      const { parent } = this.editor.state.selection.$from;
      return parent.type === this.type && stepInGallery(this.editor, parent.attrs.id, by);
    };
    return { "Alt-ArrowUp": step(-1), "Alt-ArrowDown": step(1) };
  },
});
