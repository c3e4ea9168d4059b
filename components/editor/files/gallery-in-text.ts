import { closeHistory } from "@tiptap/pm/history";
import type { Node, ResolvedPos, Schema } from "@tiptap/pm/model";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { newBlockId } from "#features/text/block-id.ts";
import { filePlacesIn, galleriesIn, type Place } from "./in-text.ts";

/** Where a picture stands in its gallery: which one it is, from 0 on, and of how many. */
export type Spot = { at: number; of: number };

/** Where the figure at a place of a text stands in a gallery; null where it stands in none. */
export function spotOf(doc: Node, place: number | undefined): Spot | null {
  if (place === undefined || place >= doc.content.size) return null;
  const $place = doc.resolve(place);
  return $place.parent.type.name === "gallery" ? { at: $place.index(), of: $place.parent.childCount } : null;
}

/** The spot of a figure by its id, and its gallery. */
export function inGallery(doc: Node, id: string): (Spot & { figure: Place; gallery: Place }) | null {
  const figure = filePlacesIn(doc).find(({ node }) => node.attrs.id === id);
  const spot = spotOf(doc, figure?.at);
  const gallery = galleriesIn(doc).findLast(({ at }) => figure !== undefined && at < figure.at);
  return figure === undefined || spot === null || gallery === undefined ? null : { ...spot, figure, gallery };
}

/**
 * Moves a picture within its gallery, as one step of undoing; the cursor stays in its caption.
 *
 * @param to which one it is to be, from 0 on
 * @returns its new spot; null where there is none
 */
export function moveInGallery(view: EditorView, id: string, to: number): Spot | null {
  const found = inGallery(view.state.doc, id);
  if (found === null || to < 0 || to >= found.of || to === found.at) return null;
  const { figure, gallery, at: from, of } = found;
  const { tr, selection } = view.state;
  const others = childrenOf(gallery.node).toSpliced(from, 1);
  const place = gallery.at + 1 + others.slice(0, to).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  closeHistory(tr)
    .delete(figure.at, figure.at + figure.node.nodeSize)
    .insert(place, figure.node);
  const within = selection.from - figure.at;
  if (within > 0 && within < figure.node.nodeSize) tr.setSelection(TextSelection.create(tr.doc, place + within));
  closed(view, tr);
  return { at: to, of };
}

/** Takes a picture out of its gallery and puts it behind it, as a picture of its own and as one step of undoing. */
export function liftFromGallery(view: EditorView, id: string): void {
  const found = inGallery(view.state.doc, id);
  if (found === null) return;
  const { figure, gallery } = found;
  if (found.of === 1) {
    splitGallery(view, gallery.node.attrs.id);
    return;
  }
  const end = gallery.at + gallery.node.nodeSize;
  const tr = closeHistory(view.state.tr).insert(end, figure.node);
  closed(view, tr.delete(figure.at, figure.at + figure.node.nodeSize));
}

/** Makes the pictures of a gallery single ones; its caption stands in front of them as a paragraph. One step of undoing. */
export function splitGallery(view: EditorView, id: string): void {
  const gallery = galleriesIn(view.state.doc).find(({ node }) => node.attrs.id === id);
  if (gallery === undefined) return;
  const { schema, tr } = view.state;
  const { caption } = gallery.node.attrs;
  const words = caption === "" ? null : schema.nodes.paragraph?.create({ id: newBlockId() }, schema.text(caption));
  const blocks = [...(words ? [words] : []), ...childrenOf(gallery.node)];
  closed(view, closeHistory(tr).replaceWith(gallery.at, gallery.at + gallery.node.nodeSize, blocks));
}

/** Takes out a gallery with all its pictures, as one step of undoing. */
export function removeGallery(view: EditorView, id: string): void {
  const gallery = galleriesIn(view.state.doc).find(({ node }) => node.attrs.id === id);
  if (gallery === undefined) return;
  closed(view, closeHistory(view.state.tr).delete(gallery.at, gallery.at + gallery.node.nodeSize));
}

/** Single pictures that follow each other: of those with these ids the longest row; null where no two do. */
export function rowOf(doc: Node, ids: readonly string[]): Place[] | null {
  const rows = rowsIn(doc, ({ attrs }) => ids.includes(attrs.id));
  return rows.toSorted((one, other) => other.length - one.length)[0] ?? null;
}

/** The same around a place in the text, of whatever ids. */
export function rowAround({ pos, doc }: ResolvedPos): Place[] | null {
  const holds = (row: Place[]) => row.some(({ node, at }) => at <= pos && pos <= at + node.nodeSize);
  return rowsIn(doc, () => true).find(holds) ?? null;
}

/** Makes a row of single pictures a gallery, as one step of undoing. */
export function gatherRow(view: EditorView, row: readonly Place[]): void {
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined) return;
  const gallery = galleryOf(
    view.state.schema,
    row.map(({ node }) => node),
  );
  closed(view, closeHistory(view.state.tr).replaceWith(first.at, last.at + last.node.nodeSize, gallery));
}

/** A gallery of these figures. */
export const galleryOf = (schema: Schema, figures: readonly Node[]): Node =>
  schema.node("gallery", { id: newBlockId() }, [...figures]);

function rowsIn(doc: Node, isMeant: (figure: Node) => boolean): Place[][] {
  const rows: Place[][] = [[]];
  doc.forEach((node, at) => {
    if (node.type.name === "figure" && isMeant(node)) rows.at(-1)?.push({ node, at });
    else rows.push([]);
  });
  return rows.filter((row) => row.length > 1);
}

function closed(view: EditorView, tr: Transaction): void {
  view.dispatch(tr);
  view.dispatch(closeHistory(view.state.tr));
}

const childrenOf = (gallery: Node): Node[] => [...gallery.children];
