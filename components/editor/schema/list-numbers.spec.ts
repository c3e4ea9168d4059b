import { getSchema } from "@tiptap/core";
import { history, redo, undo } from "@tiptap/pm/history";
import { Node } from "@tiptap/pm/model";
import { liftListItem, sinkListItem } from "@tiptap/pm/schema-list";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { plainLines } from "#features/text/plain.ts";
import { schemaExtensions } from "./extensions.ts";
import { listNumbers } from "./list-numbers.ts";

const schema = getSchema(schemaExtensions);
const { listItem } = schema.nodes;
if (listItem === undefined) throw new Error("the editor knows list items");

const paragraph = (words: string) => ({ type: "paragraph", content: [{ type: "text", text: words }] });
const item = (words: string, ...inner: unknown[]) => ({
  type: "listItem",
  attrs: { id: `item-${words}` },
  content: [paragraph(words), ...inner],
});
const list = (style: string, start: number, ...content: unknown[]) => ({
  type: "orderedList",
  attrs: { style, start },
  content,
});

/** An editor with the cursor in the item that says `words`. */
function at(words: string, ...content: unknown[]): EditorState {
  const doc = Node.fromJSON(schema, { type: "doc", content });
  let position = 0;
  doc.descendants((node, pos) => {
    if (node.text === words) position = pos;
  });
  return EditorState.create({
    doc,
    plugins: [listNumbers(), history()],
    selection: TextSelection.create(doc, position),
  });
}

function after(state: EditorState, command: ReturnType<typeof liftListItem>): EditorState {
  let next = state;
  command(state, (transaction) => {
    next = state.apply(transaction);
  });
  return next;
}

const lines = ({ doc }: EditorState): string[] => doc.toJSON().content.flatMap(plainLines);
const out = liftListItem(listItem);

test("an item that is taken out of a list leaves the numbers behind it as they go on", () => {
  const state = at("B", list("(1)", 4, item("A"), item("B"), item("C"), item("D")));
  expect(lines(after(state, out))).toEqual(["(4) A", "B", "(5) C", "(6) D"]);
});

test("without its first item a list begins where it began", () => {
  expect(lines(after(at("A", list("1.", 3, item("A"), item("B"))), out))).toEqual(["A", "3. B"]);
});

test("what goes a level deeper or comes out of it is counted on its own", () => {
  const inner = list("1.", 1, item("x"), item("y"), item("z"));
  expect(lines(after(at("y", list("1.", 1, item("A", inner))), out))).toEqual(["1. A", "1. x", "2. y", "1. z"]);
  const state = at("B", list("1.", 1, item("A"), item("B"), item("C")));
  expect(lines(after(state, sinkListItem(listItem)))).toEqual(["1. A", "1. B", "2. C"]);
});

test("a number that somebody gave a list stays, and so does a text that is put in the place of another", () => {
  const state = at("B", list("1.", 1, item("A")), paragraph("giữa"), list("1.", 1, item("B")));
  expect(lines(state.apply(state.tr.insertText("ba ")))).toEqual(["1. A", "giữa", "1. ba B"]);
  const whole = at("A", list("1.", 1, item("A"), item("B")));
  const parted = Node.fromJSON(schema, {
    type: "doc",
    content: [list("1.", 1, item("A")), paragraph("giữa"), list("1.", 1, item("B"))],
  });
  const put = whole.tr.replaceWith(0, whole.doc.content.size, parted.content).setMeta("preventUpdate", true);
  expect(lines(whole.apply(put))).toEqual(["1. A", "giữa", "1. B"]);
});

test("undoing and doing again bring back the numbers that were there", () => {
  const state = at("B", list("1.", 1, item("A"), item("B"), item("C")));
  const cut = after(state, out);
  expect(lines(after(cut, undo))).toEqual(lines(state));
  expect(lines(after(after(cut, undo), redo))).toEqual(lines(cut));
  const apart = at("B", list("1.", 1, item("A")), paragraph("giữa"), list("1.", 1, item("B")));
  const { nodeSize = 0 } = apart.doc.firstChild ?? {};
  const joined = apart.apply(apart.tr.delete(nodeSize, nodeSize + apart.doc.child(1).nodeSize).join(nodeSize));
  expect(lines(joined)).toEqual(["1. A", "2. B"]);
  expect(lines(after(joined, undo))).toEqual(lines(apart));
});
