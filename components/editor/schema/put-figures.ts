import { closeHistory } from "@tiptap/pm/history";
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { bareName, type FileKind, kindOfFile } from "#features/files/media.ts";
import { newBlockId } from "#features/text/block-id.ts";
import { cleanLine } from "#lib/nfc.ts";
import { galleryOf } from "../files/gallery-in-text.ts";
import { filePlacesIn, type KeptWords, placeFor } from "../files/in-text.ts";

/** A file that came in, and the block that stands for it. */
export type Brought = { id: string; file: File };

/** What stands for a file of each kind; subtitles stand for nothing by themselves. */
const PLACES: Readonly<Record<FileKind, string | null>> = {
  ...{ picture: "figure", document: "attachment", video: "video", audio: "audio" },
  subtitles: null,
};

/** Whether a file has a place of its own in a text, as far as its name says what it is. */
export function hasPlace(file: File): boolean {
  const kind = kindOfFile(file);
  return kind !== null && PLACES[kind] !== null;
}

/** What is chosen where pictures are is one, until the server says that it is none. */
const placeOf = (file: File): string | null => PLACES[kindOfFile(file) ?? "picture"];

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
 * Puts a figure there for each picture, an attachment for each document and so on, in their order, as one step of undoing. The
 * cursor goes into the first caption, or behind what has none, so that what is typed takes the place of none of them.
 */
export function putFiles(view: EditorView, place: Span, files: readonly File[], how: How = {}): Brought[] {
  const { nodes: types } = view.state.schema;
  const brought = files.filter((file) => placeOf(file) !== null).map((file) => ({ id: newBlockId(), file }));
  const nodes = brought.flatMap(({ id, file }) => types[placeOf(file) ?? ""]?.create(beginning(id, file)) ?? []);
  put(view, place, nodes, how);
  return brought;
}

/** What readers read of a file that is no picture, until somebody says otherwise. */
function beginning(id: string, file: File) {
  return placeOf(file) === "figure" ? { id } : { id, title: cleanLine(bareName(file.name)).slice(0, 200) };
}

/** The same for files of the library, with the words that they have. @returns the ids of their places, in their order */
export function putKept(view: EditorView, place: Span, files: readonly KeptWords[], how: How = {}): string[] {
  const ids = files.map(() => newBlockId());
  const places = files.flatMap((file, at) => placeFor(view.state.schema, ids[at] ?? "", file) ?? []);
  put(view, place, places, how);
  return ids;
}

function put(view: EditorView, { from, to }: Span, nodes: readonly Node[], { gathered = false }: How): void {
  if (nodes.length === 0) return;
  const { tr, schema } = view.state;
  const pictures = nodes.filter(({ type }) => type.name === "figure");
  const others = nodes.filter((node) => !pictures.includes(node));
  const $from = tr.doc.resolve(from);
  const end = $from.parent.type.name === "gallery" ? $from.after() : null;
  const blocks = gathered && pictures.length > 0 ? [galleryOf(schema, pictures), ...others] : nodes;
  // What is no picture stands behind a gallery, and behind what has no caption one goes on in a line.
  const isEnd = nodes.at(-1)?.isAtom === true && (end ?? to) === tr.doc.content.size;
  const line = isEnd ? [schema.node("paragraph", { id: newBlockId() })] : [];
  closeHistory(tr);
  if (end === null) tr.replaceWith(from, to, [...blocks, ...line]);
  else tr.insert(end, [...others, ...line]).insert(from, pictures);
  const captioned = pictures[0] ?? others.find(({ isAtom }) => !isAtom);
  const first = filePlacesIn(tr.doc).find(({ node }) => node.attrs.id === captioned?.attrs.id)?.at;
  const behind = (end ?? from) + others.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  const cursor = Math.min((first ?? behind) + 1, tr.doc.content.size);
  tr.setSelection(TextSelection.near(tr.doc.resolve(cursor), 1)).scrollIntoView();
  view.dispatch(tr);
  view.dispatch(closeHistory(view.state.tr));
}

const isEmptyLine = (node: Node): boolean => node.type.name === "paragraph" && node.content.size === 0;
