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

/** Counts on in each list whose first item stood further down in a list that still stands before it. */
function goneOn(before: Node, { doc, tr }: EditorState): Transaction | null {
  const stood = placesIn(before);
  const parts = new Map<Node, Part>();
  doc.descendants((node, position, parent) => {
    if (node.type.name !== "orderedList") return !node.isTextblock;
    const { start, style } = node.attrs;
    const was = stood.get(node.firstChild?.attrs.id);
    if (was === undefined) return true;
    const last = parts.get(was.list);
    const isCutOff = was.index > 0 && start === was.list.attrs.start && style === was.list.attrs.style;
    const from = isCutOff && last?.parent === parent ? Math.min(last?.next ?? start, 999) : start;
    if (from !== start) tr.setNodeAttribute(position, "start", from);
    parts.set(was.list, { parent, next: from + node.childCount });
    return true;
  });
  return tr.docChanged ? tr : null;
}

/** Where each item of an ordered list stands, by its id. */
function placesIn(doc: Node): Map<unknown, { list: Node; index: number }> {
  const places = new Map<unknown, { list: Node; index: number }>();
  doc.descendants((node) => {
    if (node.type.name === "orderedList")
      node.forEach((item, _, index) => {
        places.set(item.attrs.id, { list: node, index });
      });
    return !node.isTextblock;
  });
  return places;
}
