import { type Editor, mergeAttributes, Node } from "@tiptap/core";
import { inGallery, moveInGallery, type Spot, spotOf } from "../files/gallery-in-text.ts";
import { removeFigure } from "../files/in-text.ts";
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
    const inCaption = () => this.editor.state.selection.$from.parent.type === this.type;
    const spot = () => spotOf(this.editor.state.doc, this.editor.state.selection.$from.before());
    const step = (by: number) => () => {
      const { parent } = this.editor.state.selection.$from;
      return parent.type === this.type && stepInGallery(this.editor, parent.attrs.id, by);
    };
    return {
      "Alt-ArrowUp": step(-1),
      "Alt-ArrowDown": step(1),
      Enter: () => {
        if (!inCaption()) return false;
        const { $to } = this.editor.state.selection;
        const at = spot();
        // From one caption of a gallery to the next one, and from the last one out of it.
        if (at !== null && at.at < at.of - 1) return this.editor.commands.setTextSelection($to.after() + 1);
        const after = at === null ? $to.after() : $to.after(-1);
        return this.editor
          .chain()
          .insertContentAt(after, { type: "paragraph" })
          .setTextSelection(after + 1)
          .run();
      },
      "Shift-Enter": () => inCaption() && this.editor.commands.insertContent({ type: "hardBreak" }),
      Backspace: () => {
        const { $from, empty } = this.editor.state.selection;
        if (!inCaption() || !empty || $from.parentOffset > 0) return false;
        if ($from.parent.content.size > 0 || $from.parent.attrs.file !== null) return true;
        if (spot() !== null) {
          removeFigure(this.editor.view, $from.parent.attrs.id, { ifBlank: true });
          return true;
        }
        return this.editor.chain().setNode("paragraph").run();
      },
    };
  },
});
