import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";

/** A list that is cut in two goes on counting behind the cut: papers are quoted by their numbers. */
export const ListNumbers = Extension.create({
  name: "listNumbers",
  addProseMirrorPlugins: () => [listNumbers()],
});

export function listNumbers(): Plugin {
  return new Plugin({
    key: new PluginKey("listNumbers"),
    appendTransaction(transactions, before, after) {
      if (!transactions.some(({ docChanged }) => docChanged) || transactions.some(isWhole)) return null;
      return goneOn(before.doc, after);
    },
  });
}

/** Undoing brings the numbers back by itself; a text that was put in the place of another has its own. */
const isWhole = (transaction: Transaction): boolean =>
  transaction.getMeta("history$") !== undefined || transaction.getMeta("preventUpdate") !== undefined;

type Part = { parent: Node | null; next: number };

/** Counts on in each list whose first item stood in a list of which another part stands before it, side by side. */
function goneOn(before: Node, { doc, tr }: EditorState): Transaction | null {
  const stood = placesIn(before);
  const parts = new Map<Node, Part>();
  doc.descendants((node, position, parent) => {
    if (node.type.name !== "orderedList") return !node.isTextblock;
    const { start } = node.attrs;
    const list = stood.get(node.firstChild?.attrs.id);
    if (list === undefined) return true;
    const last = parts.get(list);
    const from = last?.parent === parent ? Math.min(last.next, 999) : start;
    if (from !== start) tr.setNodeAttribute(position, "start", from);
    parts.set(list, { parent, next: from + node.childCount });
    return true;
  });
  return tr.docChanged ? tr : null;
}

/** The ordered list in which each item stands, by the item's id. */
function placesIn(doc: Node): Map<unknown, Node> {
  const places = new Map<unknown, Node>();
  doc.descendants((node) => {
    if (node.type.name === "orderedList") for (const item of node.children) places.set(item.attrs.id, node);
    return !node.isTextblock;
  });
  return places;
}
