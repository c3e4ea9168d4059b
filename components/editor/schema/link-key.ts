import { Extension } from "@tiptap/core";

/** Ctrl+K asks for an address. */
export const LinkKey = Extension.create<{ onLink: () => void }>({
  name: "linkKey",
  addOptions: () => ({ onLink: () => undefined }),
  addKeyboardShortcuts() {
    return {
      "Mod-k": () => {
        this.options.onLink();
        return true;
      },
    };
  },
});
