import { type Editor, Extension } from "@tiptap/core";
import { type Spot, spotOf } from "../files/gallery-in-text.ts";
import { removeFigure } from "../files/in-text.ts";

/** Blocks whose words are a caption. */
const CAPTIONED: readonly string[] = ["figure", "video", "audio"];

/** Whether the cursor is in a caption. */
export const inCaption = (editor: Editor): boolean => CAPTIONED.includes(editor.state.selection.$from.parent.type.name);

/** Where in a gallery the picture stands in whose caption the cursor is; null in every other caption. */
const spot = ({ state }: Editor): Spot | null => spotOf(state.doc, state.selection.$from.before());

/** Keys in a caption: Enter leaves it, Shift+Enter breaks its line, and Backspace at its beginning takes away an empty place alone. */
export const CaptionKeys = Extension.create({
  name: "captionKeys",
  addKeyboardShortcuts() {
    const { editor } = this;
    return {
      Enter: () => {
        if (!inCaption(editor)) return false;
        const { $to } = editor.state.selection;
        const at = spot(editor);
        // From one caption of a gallery to the next one, and from the last one out of it.
        if (at !== null && at.at < at.of - 1) return editor.commands.setTextSelection($to.after() + 1);
        const after = at === null ? $to.after() : $to.after(-1);
        return editor
          .chain()
          .insertContentAt(after, { type: "paragraph" })
          .setTextSelection(after + 1)
          .run();
      },
      "Shift-Enter": () => inCaption(editor) && editor.commands.insertContent({ type: "hardBreak" }),
      Backspace: () => {
        const { $from, empty } = editor.state.selection;
        if (!inCaption(editor) || !empty || $from.parentOffset > 0) return false;
        if ($from.parent.content.size > 0 || $from.parent.attrs.file !== null) return true;
        if (spot(editor) !== null) {
          removeFigure(editor.view, $from.parent.attrs.id, { ifBlank: true });
          return true;
        }
        return editor.chain().setNode("paragraph").run();
      },
    };
  },
});
