import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { attributesOf, shapeOf } from "./from-vocabulary.ts";

const span = (name: string) => (element: HTMLElement) => Number(element.getAttribute(name) ?? 1);
const spans = { colspan: span("colspan"), rowspan: span("rowspan") };

/** Widths are the reader's browser's business: no column widths are kept. */
export const BodyTable = Table.extend({
  ...shapeOf("table"),
  addAttributes: () =>
    attributesOf("table", { caption: (element) => element.querySelector("caption")?.textContent ?? "" }),
  renderHTML({ node, HTMLAttributes }) {
    const name = node.attrs.caption === "" ? [] : [["caption", { contenteditable: "false" }, node.attrs.caption]];
    return ["div", { class: "table-scroll" }, ["table", HTMLAttributes, ...name, ["tbody", 0]]];
  },
}).configure({ View: null, resizable: false });

export const BodyTableRow = TableRow.extend(shapeOf("tableRow"));

export const BodyTableCell = TableCell.extend({
  ...shapeOf("tableCell"),
  addAttributes: () => withSpans("tableCell"),
});

export const BodyTableHeader = TableHeader.extend({
  ...shapeOf("tableHeader"),
  addAttributes: () => withSpans("tableHeader"),
});

/** Spans are HTML's own attributes: the browser must see them, and pasted tables have them. */
function withSpans(name: "tableCell" | "tableHeader") {
  const { colspan, rowspan } = attributesOf(name, spans);
  return { colspan: { ...colspan, renderHTML: undefined }, rowspan: { ...rowspan, renderHTML: undefined } };
}
