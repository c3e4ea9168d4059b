import { Extension } from "@tiptap/core";
import { Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { Block } from "#features/text/body.ts";
import { plainLines } from "#features/text/plain.ts";
import { NODES } from "#features/text/vocabulary.ts";
import { cleanPasted, cleanPastedText } from "./clean-pasted.ts";

/** What comes in is composed and freed of Word's leavings; what goes out as text carries its list markers. */
export const Clipboard = Extension.create({
  name: "clipboard",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("clipboard"),
      props: {
        transformPastedText: cleanPastedText,
        transformPastedHTML: cleanPasted,
        transformPasted: wholeBlocks,
        clipboardTextSerializer: (slice, view) => linesOf(slice, view).join("\n"),
      },
    }),
  ],
});

/** Several blocks pasted into an empty paragraph replace it, so that the first of them keeps its looks too. */
function wholeBlocks(slice: Slice, { state: { selection } }: EditorView): Slice {
  const intoEmpty = selection.empty && selection.$from.parent.content.size === 0;
  return intoEmpty && slice.content.childCount > 1 ? new Slice(slice.content, 0, 0) : slice;
}

function linesOf(slice: Slice, view: EditorView): string[] {
  const lines: string[] = [];
  slice.content.forEach((node, _, index) => {
    if (!(NODES as Record<string, { group?: string }>)[node.type.name]?.group?.startsWith("block")) {
      lines.push(node.textContent);
      return;
    }
    const block = node.toJSON() as Block;
    if (index === 0 && block.type === "orderedList") block.attrs.start += itemsBefore(view);
    lines.push(...plainLines(block));
  });
  return lines;
}

/** A copy that begins at the third point says (3), not (1). */
function itemsBefore({ state }: EditorView): number {
  const { $from } = state.selection;
  const depth = Array.from({ length: $from.depth }, (_, at) => at + 1).find(
    (at) => $from.node(at).type.name === "orderedList",
  );
  return depth === undefined ? 0 : $from.index(depth);
}
