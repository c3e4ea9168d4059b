import { type Editor, findParentNode } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import type { Align } from "#features/text/body.ts";
import { BULLET_STYLES, type BulletStyle, type NumberStyle, typedMarker } from "#features/text/markers.ts";

export type ListStyle = NumberStyle | BulletStyle;

/** The gallery around the cursor. */
export const galleryAround = findParentNode((node) => node.type.name === "gallery");

const listTypeOf = (style: ListStyle): "bulletList" | "orderedList" =>
  BULLET_STYLES.some((bullet) => bullet === style) ? "bulletList" : "orderedList";

/** The list around the cursor, the innermost. */
export const listAround = findParentNode((node) => node.type.name === "bulletList" || node.type.name === "orderedList");

/**
 * Makes the selected paragraphs a list of this style, or gives the list around the cursor the style.
 * Markers that were typed by hand ("(3) …") are taken off and the list starts where they did.
 */
export function setListStyle(editor: Editor, style: ListStyle): void {
  const type = listTypeOf(style);
  const around = listAround(editor.state.selection);
  const chain = editor.chain().focus();
  if (around !== undefined) {
    const { id, start } = around.node.attrs;
    chain
      .command(({ tr, state }) => {
        tr.setNodeMarkup(around.pos, state.schema.nodes[type], {
          id,
          style,
          ...(start === undefined ? {} : { start }),
        });
        return true;
      })
      .run();
    return;
  }
  const typed = typedStart(editor);
  const numbered = type === "orderedList";
  chain
    .command(({ tr, state }) => {
      const { from, to } = state.selection;
      state.doc.nodesBetween(from, to, (node, position) => {
        if (node.type.name !== "paragraph") return;
        const length = typedMarker(node.textContent)?.length ?? 0;
        if (length > 0) tr.delete(tr.mapping.map(position + 1), tr.mapping.map(position + 1 + length));
      });
      return true;
    })
    .command(({ can, commands }) => can().wrapInList(type) || commands.clearNodes())
    .wrapInList(type, numbered ? { style, start: typed ?? 1 } : { style })
    .command(({ tr }) => {
      joinNeighbours(tr, numbered ? typed : null);
      return true;
    })
    .run();
}

/** The list around the cursor becomes one with those of its style right before and behind it, unless typed numbers say otherwise. */
function joinNeighbours(tr: Transaction, typed: number | null): void {
  const made = listAround(tr.selection);
  if (made === undefined) return;
  const end = made.pos + made.node.nodeSize;
  const [before, behind] = [tr.doc.resolve(made.pos).nodeBefore, tr.doc.resolve(end).nodeAfter];
  const fits = (first: Node | null, second: Node | null) =>
    first?.type === second?.type &&
    first?.attrs.style === second?.attrs.style &&
    (typed === null || second?.attrs.start === first?.attrs.start + first?.childCount);
  if (fits(made.node, behind)) tr.join(end);
  if (fits(before, made.node)) tr.join(made.pos);
}

/** Takes the selected paragraphs out of their lists. */
export function leaveList(editor: Editor): void {
  for (let around = listAround(editor.state.selection); around !== undefined; ) {
    if (!editor.chain().focus().liftListItem("listItem").run()) return;
    around = listAround(editor.state.selection);
  }
}

export function setStart(editor: Editor, start: number): void {
  const around = listAround(editor.state.selection);
  if (around?.node.type.name !== "orderedList") return;
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      tr.setNodeAttribute(around.pos, "start", start);
      return true;
    })
    .run();
}

export function setAlign(editor: Editor, align: Align): void {
  editor.chain().focus().updateAttributes("paragraph", { align }).updateAttributes("heading", { align }).run();
}

/** Puts an empty paragraph after the outermost block around the cursor: the way on from a table at the end. */
export function addParagraphAfter(editor: Editor): void {
  const { $to } = editor.state.selection;
  const after = $to.depth === 0 ? $to.pos : $to.after(1);
  editor
    .chain()
    .insertContentAt(after, { type: "paragraph" })
    .setTextSelection(after + 1)
    .focus()
    .scrollIntoView()
    .run();
}

/** The number that was typed by hand in front of the first line; null when there was none. */
function typedStart(editor: Editor): number | null {
  const { doc, selection } = editor.state;
  let first: string | null = null;
  doc.nodesBetween(selection.from, selection.to, (node) => {
    if (node.type.name === "paragraph") first ??= node.textContent;
  });
  return typedMarker(first ?? "")?.number ?? null;
}
