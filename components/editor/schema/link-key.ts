import { Extension } from "@tiptap/core";

/**
 * Ctrl+K asks for an address. It asks a frame later: a selection that was made by the key before reaches the editor by
 * an event of its own, which may come after this key.
 */
export const LinkKey = Extension.create<{ onLink: () => void }>({
  name: "linkKey",
  addOptions: () => ({ onLink: () => undefined }),
  addKeyboardShortcuts() {
    return {
      "Mod-k": () => {
        requestAnimationFrame(() => setTimeout(this.options.onLink));
        return true;
      },
    };
  },
});
