import { closeHistory } from "@tiptap/pm/history";
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { bareName, endingsOf, isDocument } from "#features/files/media.ts";
import { newBlockId } from "#features/text/block-id.ts";
import { cleanLine } from "#lib/nfc.ts";
import { figureFrom, type KeptWords } from "../files/in-text.ts";

/** A file that came in, and the figure or the attachment that stands for it. */
export type Brought = { id: string; file: File };

/** What a browser calls a picture; some systems know no name for those of phones and scanners. */
export function isPicture({ type, name }: File): boolean {
  return type.startsWith("image/") || (type === "" && /\.(?:jpe?g|png|webp|avif|gif|tiff?|heic|heif)$/i.test(name));
}

/** The same of a document. */
export function isDocumentFile({ type, name }: File): boolean {
  return isDocument(type) || DOCUMENT.test(name);
}

const DOCUMENT = new RegExp(`(?:${endingsOf("document").join("|").replaceAll(".", "\\.")})$`, "i");

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

/**
 * Puts a figure there for each picture, and an attachment for each document, in their order, as one step of undoing. The cursor
 * goes into the first caption, or behind the documents, so that what is typed takes the place of none of them.
 */
export function putFiles(
  view: EditorView,
  { from, to }: { from: number; to: number },
  files: readonly File[],
): Brought[] {
  const { tr, schema } = view.state;
  const { figure, attachment, paragraph } = schema.nodes;
  if (figure === undefined || attachment === undefined || paragraph === undefined) return [];
  const brought = files.map((file) => ({ id: newBlockId(), file }));
  const nodes = brought.map(({ id, file }) =>
    isDocumentFile(file) ? attachment.create({ id, title: titleFrom(file.name) }) : figure.create({ id }),
  );
  const isEnd = to === tr.doc.content.size && nodes.at(-1)?.type === attachment;
  closeHistory(tr).replaceWith(from, to, isEnd ? [...nodes, paragraph.create({ id: newBlockId() })] : nodes);
  let at = from;
  for (const node of nodes) {
    if (node.type === figure) break;
    at += node.nodeSize;
  }
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(at + 1, tr.doc.content.size)), 1)).scrollIntoView();
  view.dispatch(tr);
  view.dispatch(closeHistory(view.state.tr));
  return brought;
}

/** The same for files of the library, with the words that they have. @returns the ids of their figures, in their order */
export function putKept(
  view: EditorView,
  { from, to }: { from: number; to: number },
  files: readonly KeptWords[],
): string[] {
  const ids = files.map(() => newBlockId());
  const figures = files.flatMap((file, at) => figureFrom(view.state.schema, ids[at] ?? "", file) ?? []);
  const tr = closeHistory(view.state.tr).replaceWith(from, to, figures);
  tr.setSelection(TextSelection.create(tr.doc, from + 1)).scrollIntoView();
  view.dispatch(tr);
  view.dispatch(closeHistory(view.state.tr));
  return ids;
}

/** What readers read of a document until somebody says otherwise. */
const titleFrom = (name: string): string => cleanLine(bareName(name)).slice(0, 200);

const isEmptyLine = (node: Node): boolean => node.type.name === "paragraph" && node.content.size === 0;
