import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { markerOf } from "#features/text/markers.ts";

/** Shows each list item's marker while it is edited: `data-marker`, drawn by the style sheet. */
export const Markers = Extension.create({
  name: "markers",
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: new PluginKey("markers"),
      state: {
        init: (_, { doc }) => markersIn(doc),
        apply: (transaction, shown) => (transaction.docChanged ? markersIn(transaction.doc) : shown),
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
      },
    }),
  ],
});

function markersIn(doc: Node): DecorationSet {
  const shown: Decoration[] = [];
  doc.descendants((node, position) => {
    const { style, start = 1 } = node.attrs;
    const numbered = node.type.name === "orderedList";
    if (!numbered && node.type.name !== "bulletList") return !node.isTextblock;
    node.forEach((item, offset, index) => {
      const from = position + 1 + offset;
      shown.push(
        Decoration.node(from, from + item.nodeSize, { "data-marker": markerOf(style, numbered ? start + index : 1) }),
      );
    });
    return true;
  });
  return DecorationSet.create(doc, shown);
}
