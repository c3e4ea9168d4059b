import { closeHistory } from "@tiptap/pm/history";
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { newBlockId } from "#features/text/block-id.ts";

/** A picture that came in, and the figure that stands for it. */
export type Brought = { id: string; file: File };

/** What a browser calls a picture; some systems know no name for those of phones and scanners. */
export function isPicture({ type, name }: File): boolean {
  return type.startsWith("image/") || (type === "" && /\.(?:jpe?g|png|webp|avif|gif|tiff?|heic|heif)$/i.test(name));
}

/** Where a figure goes from a place in the text: behind the block, or for an empty line. */
export function figurePlace($pos: ResolvedPos): { from: number; to: number } {
  const to = $pos.depth === 0 ? $pos.pos : $pos.after(1);
  // An empty line is taken up rather than left standing above.
  return { from: $pos.depth === 1 && isEmptyLine($pos.parent) ? $pos.before(1) : to, to };
}

/** The same for what is let go over the text: in front of the block in whose upper half that is, else behind it. */
export function placeUnder(
  view: EditorView,
  { clientX: left, clientY: top }: MouseEvent,
): { from: number; to: number } {
  const { doc } = view.state;
  const found = view.posAtCoords({ left, top });
  if (found === null) return { from: doc.content.size, to: doc.content.size };
  const $pos = doc.resolve(found.inside < 0 ? found.pos : found.inside + 1);
  if ($pos.depth === 0) return { from: $pos.pos, to: $pos.pos };
  const block = view.nodeDOM($pos.before(1));
  if (isEmptyLine($pos.node(1)) || !(block instanceof Element)) return figurePlace($pos);
  const { top: above, height } = block.getBoundingClientRect();
  const at = top < above + height / 2 ? $pos.before(1) : $pos.after(1);
  return { from: at, to: at };
}

/** Puts a figure for each file there, in their order, as one step of undoing; the cursor goes into the first caption. */
export function putFigures(view: EditorView, place: { from: number; to: number }, files: readonly File[]): Brought[] {
  const brought = files.map((file) => ({ id: newBlockId(), file }));
  putNodes(
    view,
    place,
    brought.map(({ id }) => ({ id })),
  );
  return brought;
}

/** The same of a file that the site has already. @returns the figure's id */
export function putFigureOf(view: EditorView, place: { from: number; to: number }, file: string): string {
  const id = newBlockId();
  putNodes(view, place, [{ id, file }]);
  return id;
}

function putNodes(
  view: EditorView,
  { from, to }: { from: number; to: number },
  figures: readonly { id: string; file?: string }[],
): void {
  const { tr, schema } = view.state;
  const type = schema.nodes.figure;
  if (type === undefined) throw new Error("a text without figures was asked to hold one");
  closeHistory(tr).replaceWith(
    from,
    to,
    figures.map((attrs) => type.create(attrs)),
  );
  tr.setSelection(TextSelection.create(tr.doc, from + 1)).scrollIntoView();
  view.dispatch(tr);
  view.dispatch(closeHistory(view.state.tr));
}

const isEmptyLine = (node: Node): boolean => node.type.name === "paragraph" && node.content.size === 0;
