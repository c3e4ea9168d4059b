import { Extension } from "@tiptap/core";

type Options = {
  onLink: () => void;
  /** Tab belongs to lists and tables while the cursor is in one. */
  onToolbar: () => void;
  /** What was said about the text has been read. */
  onEscape: () => void;
};

/**
 * The keys that lead out of the text. Ctrl+K asks for an address, Alt+F10 goes to the toolbar, Escape puts away what is
 * said above it. Ctrl+K asks a frame later: a selection that was made by the key before reaches the editor by an event
 * of its own, which may come after this key.
 */
export const WayOut = Extension.create<Options>({
  name: "wayOut",
  addOptions: () => ({ onLink: () => undefined, onToolbar: () => undefined, onEscape: () => undefined }),
  addKeyboardShortcuts() {
    return {
      "Mod-k": () => {
        requestAnimationFrame(() => setTimeout(this.options.onLink));
        return true;
      },
      "Alt-F10": () => {
        this.options.onToolbar();
        return true;
      },
      Escape: () => {
        this.options.onEscape();
        return false;
      },
    };
  },
});
