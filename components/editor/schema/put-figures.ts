import { closeHistory } from "@tiptap/pm/history";
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { bareName, endingsOf, isDocument } from "#features/files/media.ts";
import { newBlockId } from "#features/text/block-id.ts";
import { cleanLine } from "#lib/nfc.ts";
import { galleryOf } from "../files/gallery-in-text.ts";
import { figureFrom, filePlacesIn, type KeptWords } from "../files/in-text.ts";

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

/** Where something goes in a text, in place of what stands there. */
type Span = { from: number; to: number };

/** Where a figure goes from a place in the text: behind the picture of a gallery, behind the block, or for an empty line. */
export function figurePlace($pos: ResolvedPos): Span {
  if ($pos.depth > 1 && $pos.node(1).type.name === "gallery") return { from: $pos.after(2), to: $pos.after(2) };
  const to = $pos.depth === 0 ? $pos.pos : $pos.after(1);
  // An empty line is taken up rather than left standing above.
  return { from: $pos.depth === 1 && isEmptyLine($pos.parent) ? $pos.before(1) : to, to };
}

/** The same for what is let go over the text: in front of the block in whose upper half that is, else behind it. */
export function placeUnder(view: EditorView, { clientX: left, clientY: top }: MouseEvent): Span {
  const { doc } = view.state;
  const found = view.posAtCoords({ left, top });
  if (found === null) return { from: doc.content.size, to: doc.content.size };
  const $pos = doc.resolve(found.inside < 0 ? found.pos : found.inside + 1);
  if ($pos.depth === 0) return { from: $pos.pos, to: $pos.pos };
  if ($pos.node(1).type.name === "gallery") return placeInGallery(view, $pos.before(1), { left, top });
  const block = view.nodeDOM($pos.before(1));
  if (isEmptyLine($pos.node(1)) || !(block instanceof Element)) return figurePlace($pos);
  const { top: above, height } = block.getBoundingClientRect();
  const at = top < above + height / 2 ? $pos.before(1) : $pos.after(1);
  return { from: at, to: at };
}

/** Among the pictures of a gallery: in front of the one in whose left half it is, or behind it. */
function placeInGallery(view: EditorView, at: number, { left, top }: { left: number; top: number }): Span {
  let place = at + (view.state.doc.nodeAt(at)?.nodeSize ?? 2) - 1;
  view.state.doc.nodeAt(at)?.forEach((figure, from) => {
    const drawn = view.nodeDOM(at + 1 + from);
    if (!(drawn instanceof Element)) return;
    const { left: start, right, top: above, bottom } = drawn.getBoundingClientRect();
    if (left < start || left > right || top < above || top > bottom) return;
    place = at + 1 + from + (left < (start + right) / 2 ? 0 : figure.nodeSize);
  });
  return { from: place, to: place };
}

/** `gathered`: the pictures are to be a gallery; in one that is there they are pictures of that one. */
type How = { gathered?: boolean };

/**
 * Puts a figure there for each picture, and an attachment for each document, in their order, as one step of undoing. The cursor
 * goes into the first caption, or behind the documents, so that what is typed takes the place of none of them.
 */
export function putFiles(view: EditorView, place: Span, files: readonly File[], how: How = {}): Brought[] {
  const { schema } = view.state;
  const { figure, attachment } = schema.nodes;
  if (figure === undefined || attachment === undefined) return [];
  const brought = files.map((file) => ({ id: newBlockId(), file }));
  const nodes = brought.map(({ id, file }) =>
    isDocumentFile(file) ? attachment.create({ id, title: titleFrom(file.name) }) : figure.create({ id }),
  );
  put(view, place, nodes, how);
  return brought;
}

/** The same for files of the library, with the words that they have. @returns the ids of their figures, in their order */
export function putKept(view: EditorView, place: Span, files: readonly KeptWords[], how: How = {}): string[] {
  const ids = files.map(() => newBlockId());
  const figures = files.flatMap((file, at) => figureFrom(view.state.schema, ids[at] ?? "", file) ?? []);
  put(view, place, figures, how);
  return ids;
}

function put(view: EditorView, { from, to }: Span, nodes: readonly Node[], { gathered = false }: How): void {
  const { tr, schema } = view.state;
  const pictures = nodes.filter(({ type }) => type.name === "figure");
  const others = nodes.filter((node) => !pictures.includes(node));
  const $from = tr.doc.resolve(from);
  const end = $from.parent.type.name === "gallery" ? $from.after() : null;
  const blocks = gathered && pictures.length > 0 ? [galleryOf(schema, pictures), ...others] : nodes;
  // Documents are no pictures of a gallery: they stand behind it.
  const lastly = others.length > 0 && others.at(-1) === nodes.at(-1) && (end ?? to) === tr.doc.content.size;
  const line = lastly ? [schema.node("paragraph", { id: newBlockId() })] : [];
  closeHistory(tr);
  if (end === null) tr.replaceWith(from, to, [...blocks, ...line]);
  else tr.insert(end, [...others, ...line]).insert(from, pictures);
  const first = filePlacesIn(tr.doc).find(({ node }) => node.attrs.id === pictures[0]?.attrs.id)?.at;
  const behind = (end ?? from) + others.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  const cursor = Math.min((first ?? behind) + 1, tr.doc.content.size);
  tr.setSelection(TextSelection.near(tr.doc.resolve(cursor), 1)).scrollIntoView();
  view.dispatch(tr);
  view.dispatch(closeHistory(view.state.tr));
}

/** What readers read of a document until somebody says otherwise. */
const titleFrom = (name: string): string => cleanLine(bareName(name)).slice(0, 200);

const isEmptyLine = (node: Node): boolean => node.type.name === "paragraph" && node.content.size === 0;
