import { Extension } from "@tiptap/core";
import { type Fragment, Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { Block } from "#features/text/body.ts";
import { plainLines } from "#features/text/plain.ts";
import { NODES } from "#features/text/vocabulary.ts";
import { cleanPastedText } from "./clean-pasted.ts";
import { intoCell } from "./into-cell.ts";

/** What comes in is made to fit its place; what goes out as text carries its list markers. */
export const Clipboard = Extension.create({
  name: "clipboard",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("clipboard"),
      props: {
        transformPastedText: cleanPastedText,
        transformPasted: (slice, view) => wholeBlocks(intoCell(slice, view), view),
        transformCopied: fromWhereItBegins,
        clipboardTextSerializer: (slice) => linesOf(slice).join("\n"),
      },
    }),
  ],
});

/** Several blocks pasted into an empty paragraph replace it, so that the first of them keeps its looks too. */
function wholeBlocks(slice: Slice, { state: { selection } }: EditorView): Slice {
  const intoEmpty = selection.empty && selection.$from.parent.content.size === 0;
  return intoEmpty && slice.content.childCount > 1 ? new Slice(slice.content, 0, 0) : slice;
}

function linesOf(slice: Slice): string[] {
  const lines: string[] = [];
  slice.content.forEach((node) => {
    if ((NODES as Record<string, { group?: string }>)[node.type.name]?.group?.startsWith("block"))
      lines.push(...plainLines(node.toJSON() as Block));
    else lines.push(node.textContent);
  });
  return lines;
}

/** A copy that begins at the third point says (3), not (1). */
function fromWhereItBegins(slice: Slice, { state: { selection } }: EditorView): Slice {
  if (!(selection instanceof TextSelection)) return slice;
  const { $from } = selection;
  const renumbered = (content: Fragment, depth: number): Fragment => {
    const first = content.firstChild;
    if (first === null || depth > slice.openStart) return content;
    const { type, attrs, marks } = first;
    const start = type.name === "orderedList" ? { start: Math.min(attrs.start + $from.index(depth), 999) } : {};
    return content.replaceChild(0, type.create({ ...attrs, ...start }, renumbered(first.content, depth + 1), marks));
  };
  return new Slice(renumbered(slice.content, 1), slice.openStart, slice.openEnd);
}
