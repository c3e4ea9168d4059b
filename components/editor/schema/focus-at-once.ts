import { commands, Extension } from "@tiptap/core";

/**
 * The text has the focus before the next key. Tiptap's own command gives it with the next frame, and what is typed before that is
 * lost in the button that was pressed; it goes on doing so, for the dialogs that take the focus back while they close.
 */
export const FocusAtOnce = Extension.create({
  name: "focusAtOnce",
  addCommands: () => ({
    focus: (position, options) => (props) => {
      const { editor, view, dispatch } = props;
      const isTaken = commands.focus(position, options)(props);
      if (dispatch !== undefined && position !== false)
        queueMicrotask(() => {
          if (!editor.isDestroyed) view.focus();
        });
      return isTaken;
    },
  }),
});
