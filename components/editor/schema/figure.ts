import { mergeAttributes, Node } from "@tiptap/core";
import { attributesOf, shapeOf } from "./from-vocabulary.ts";
import { figurePlace } from "./put-figures.ts";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    figure: {
      /** Puts a figure whose picture is still awaited after the block the cursor is in, or in an empty paragraph's place. */
      insertFigure: () => ReturnType;
    };
  }
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
    return {
      Enter: () => {
        if (!inCaption()) return false;
        const after = this.editor.state.selection.$to.after();
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
        return this.editor.chain().setNode("paragraph").run();
      },
    };
  },
});
