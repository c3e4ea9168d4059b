import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";

/**
 * What a cell cannot hold is pasted there as the paragraphs it is made of: left as it is, it would tear the table in two.
 * Cells and whole tables are the table's own business.
 */
export function intoCell(slice: Slice, { state: { selection, schema } }: Pick<EditorView, "state">): Slice {
  const { $from } = selection;
  const cell = Array.from({ length: $from.depth }, (_, at) => $from.node(at + 1)).find(isCell);
  const isTable = slice.content.childCount === 1 && isTablePart(slice.content.firstChild);
  if (cell === undefined || isTable || cell.type.contentMatch.matchFragment(slice.content) !== null) return slice;
  const paragraph = schema.nodes.paragraph;
  if (paragraph === undefined || slice.content.firstChild?.isInline) return slice;
  const flow: Node[] = [];
  const add = (node: Node): void => {
    if (node.isTextblock) flow.push(paragraph.create(null, node.content));
    else if (/^(?:bullet|ordered)List$/.test(node.type.name)) flow.push(node);
    else for (const child of node.children) add(child);
  };
  for (const node of slice.content.content) add(node);
  return new Slice(Fragment.from(flow), Math.min(slice.openStart, 1), Math.min(slice.openEnd, 1));
}

const isCell = ({ type }: Node): boolean => type.name === "tableCell" || type.name === "tableHeader";

const isTablePart = (node: Node | null): boolean => node !== null && node.type.spec.tableRole !== undefined;
