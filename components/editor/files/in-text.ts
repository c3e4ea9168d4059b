import { closeHistory } from "@tiptap/pm/history";
import type { Node, Schema } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { bareName, mediaOf } from "#features/files/media.ts";
import { labelOfMedia, saysLess } from "#features/text/ai-label.ts";
import type { Block, BodyDoc } from "#features/text/body.ts";
import {
  BESIDE,
  type Beside,
  type FilePlace,
  isFilePlace,
  isPlace,
  filePlacesIn as placesInBody,
} from "#features/text/figures.ts";
import { type AiLabel, MEDIA_LIMITS } from "#features/text/vocabulary.ts";
import { cleanLine } from "#lib/nfc.ts";
import { captionOf, putCaption } from "./caption.ts";
import type { FileView } from "./file-view.ts";
import { fitting, oneLine } from "./words-of-file.ts";

export type Place = { node: Node; at: number };

/** By what an upload is known that comes beside the file of a place: its poster, its subtitles. */
export const besideId = (id: string, which: Beside): string => `${id}/${which}`;

/** The place that an upload is for, and what of it. */
function partsOf(uploadId: string): { id: string; which: Beside | null } {
  const [id = "", said] = uploadId.split("/");
  return { id, which: BESIDE.find((one) => one === said) ?? null };
}

/** By what all uploads are known that a place may have. */
export function uploadsOf({ type, attrs }: Node): string[] {
  return type.name === "video" ? [attrs.id, ...BESIDE.map((which) => besideId(attrs.id, which))] : [attrs.id];
}

/** A file that the site has, and what it says of itself. */
export type KeptWords = Pick<FileView, "sha256" | "caption" | "credit" | "alt"> & {
  rights: Pick<FileView["rights"], "ai">;
} & Partial<Pick<FileView, "mediaType" | "name">>;

/** The places of files in a text, in their order; those in galleries, too. */
export function filePlacesIn(doc: Node): Place[] {
  const found: Place[] = [];
  doc.forEach((node, at) => {
    if (isFilePlace(node.type.name)) found.push({ node, at });
    if (node.type.name === "gallery")
      node.forEach((figure, from) => void found.push({ node: figure, at: at + 1 + from }));
  });
  return found;
}

/** The figures alone. */
export const figuresIn = (doc: Node): Place[] => filePlacesIn(doc).filter(({ node }) => node.type.name === "figure");

/** Marks what an upload does to the text: nobody takes it back by undoing, and yet it has to be saved. */
export const BY_UPLOAD = "byUpload";

/** Gives a place its file, or what belongs to it, wherever it stands by now. @returns false where it stands nowhere */
export function setFile(view: EditorView, uploadId: string, file: string): boolean {
  const { id, which } = partsOf(uploadId);
  const figure = figureOf(view, id);
  if (figure === undefined) return false;
  const tr = view.state.tr.setNodeAttribute(figure.at, which ?? "file", which === null ? file : { file });
  if (which === null) beAnew(tr, figure, "none");
  view.dispatch(tr.setMeta("addToHistory", false).setMeta(BY_UPLOAD, true));
  return true;
}

/** What was cut of another picture is no part of this one, and how that was made says nothing of it. @param ai what this one says */
function beAnew(tr: Transaction, { node, at }: Place, ai: AiLabel): void {
  if ("cut" in node.attrs) tr.setNodeAttribute(at, "cut", "");
  if ("ai" in node.attrs) tr.setNodeAttribute(at, "ai", ai);
}

/** The same in a text that no editor shows; null where it has no such place. */
export function withFile(body: BodyDoc, uploadId: string, file: string): BodyDoc | null {
  const { id, which } = partsOf(uploadId);
  if (!placesInBody(body).some(({ attrs }) => attrs.id === id)) return null;
  const filled = <P extends FilePlace>(place: P): P => {
    if (place.attrs.id !== id) return place;
    if (place.type === "figure") return { ...place, attrs: { ...place.attrs, file, cut: "", ai: "none" } };
    if (which !== null) return { ...place, attrs: { ...place.attrs, [which]: { file } } };
    return { ...place, attrs: { ...place.attrs, file, ...(place.type === "attachment" ? {} : { ai: "none" }) } };
  };
  const content = body.content.map((block): Block => {
    if (block.type === "gallery") return { ...block, content: block.content.map(filled) };
    return isPlace(block) ? filled(block) : block;
  });
  return { ...body, content };
}

/** Gives a place another file that belongs to it, or takes it away, as one step of undoing. */
export function setBeside(view: EditorView, id: string, which: Beside, file: KeptWords | null): void {
  const place = figureOf(view, id);
  if (place === undefined) return;
  const tr = closeHistory(view.state.tr).setNodeAttribute(place.at, which, file && { file: file.sha256 });
  if (file !== null) addLabel(tr, place, which, file);
  view.dispatch(tr);
  view.dispatch(closeHistory(view.state.tr));
}

/** Where less is said than has to be because of a file, the label says it. */
function addLabel(tr: Transaction, { node, at }: Place, which: Beside | null, { rights: { ai } }: KeptWords): void {
  if (!("ai" in node.attrs) || which === "subtitles") return;
  const needed = which === null ? ai : labelOfMedia({ file: "none", poster: ai });
  if (saysLess(node.attrs.ai, needed)) tr.setNodeAttribute(at, "ai", needed);
}

/**
 * Sets one word of a gallery, or of the place of a file. Never all attributes in one step: undoing it would bring back the others
 * as they were, and take away a picture that has come meanwhile.
 */
export function setWord(
  view: EditorView,
  id: string,
  name: "alt" | "credit" | "decorative" | "ai" | "title" | "summary" | "caption" | "transcript" | "speechless",
  value: string | boolean,
): void {
  const figure = figureOf(view, id) ?? galleriesIn(view.state.doc).find(({ node }) => node.attrs.id === id);
  if (figure !== undefined) view.dispatch(view.state.tr.setNodeAttribute(figure.at, name, value));
}

/** Gives all figures that say none one source, as one step of undoing. */
export function setCredits(view: EditorView, credit: string): void {
  const tr = closeHistory(view.state.tr);
  for (const { node, at } of figuresIn(tr.doc)) {
    if (node.attrs.credit.trim() === "") tr.setNodeAttribute(at, "credit", credit);
  }
  if (!tr.docChanged) return;
  view.dispatch(tr);
  view.dispatch(closeHistory(view.state.tr));
}

/** Turns and cuts a figure's picture, as one step of undoing. @param cut as texts spell it */
export function setCut(view: EditorView, id: string, cut: string): void {
  const figure = figureOf(view, id);
  if (figure === undefined || figure.node.attrs.cut === cut) return;
  view.dispatch(closeHistory(view.state.tr).setNodeAttribute(figure.at, "cut", cut));
  view.dispatch(closeHistory(view.state.tr));
}

/** Where a figure says nothing yet, it says what its file does, as one step of undoing. */
export function fillWords(view: EditorView, uploadId: string, file: KeptWords): void {
  if (view.composing) {
    view.dom.addEventListener("compositionend", () => setTimeout(() => fillWords(view, uploadId, file)), {
      once: true,
    });
    return;
  }
  const { id, which } = partsOf(uploadId);
  const figure = view.isDestroyed ? undefined : figureOf(view, id);
  if (figure === undefined || figure.node.isAtom) return;
  const { attrs } = figure.node;
  if ((which === null ? attrs.file : attrs[which]?.file) !== file.sha256) return;
  const tr = closeHistory(view.state.tr);
  if (which === null) addWords(tr, figure, file);
  else addLabel(tr, figure, which, file);
  if (!tr.docChanged) return;
  view.dispatch(tr);
  view.dispatch(closeHistory(view.state.tr));
}

/** Gives a place a file of the library, and its words where it says nothing yet, as one step of undoing. */
export function chooseFile(view: EditorView, id: string, file: KeptWords): void {
  const figure = figureOf(view, id);
  if (figure === undefined) return;
  const tr = closeHistory(view.state.tr).setNodeAttribute(figure.at, "file", file.sha256);
  beAnew(tr, figure, file.rights.ai);
  addWords(tr, figure, file);
  view.dispatch(tr);
  view.dispatch(closeHistory(view.state.tr));
}

/** The place of a file of the library, with its words. */
export function placeFor(schema: Schema, id: string, file: KeptWords): Node | undefined {
  const caption = oneLine(file.caption);
  const words = caption === "" ? null : schema.text(caption);
  const credit = fitting("credit", file.credit);
  const { ai } = file.rights;
  const kind = mediaOf(file.mediaType ?? "")?.kind;
  if (kind === "video" || kind === "audio") {
    const title = cleanLine(bareName(file.name ?? "")).slice(0, MEDIA_LIMITS.title);
    return schema.nodes[kind]?.create({ id, file: file.sha256, credit, title, ai }, words);
  }
  return schema.nodes.figure?.create({ id, file: file.sha256, credit, alt: fitting("alt", file.alt), ai }, words);
}

function addWords(tr: Transaction, figure: Place, file: KeptWords): void {
  const { alt, credit, decorative } = figure.node.attrs;
  if (credit === "" && file.credit !== "") tr.setNodeAttribute(figure.at, "credit", fitting("credit", file.credit));
  if (figure.node.type.name === "figure") {
    if (alt === "" && !decorative && file.alt !== "") tr.setNodeAttribute(figure.at, "alt", fitting("alt", file.alt));
  }
  addLabel(tr, figure, null, file);
  if (captionOf(figure.node).trim() === "" && file.caption !== "") putCaption(tr, figure, oneLine(file.caption));
}

/** Makes a caption say something else; what stays the same keeps its looks. */
export function setCaption(view: EditorView, id: string, caption: string): void {
  const figure = figureOf(view, id);
  if (figure === undefined) return;
  const { tr } = view.state;
  putCaption(tr, figure, caption);
  if (tr.docChanged) view.dispatch(tr);
}

/**
 * Takes out the place of a file, as one step of undoing; with the last picture of a gallery goes that gallery.
 *
 * @param ifBlank only where there is neither a file nor a word that somebody wrote: all but a figure has its title from the start
 */
export function removeFigure(view: EditorView, id: string, { ifBlank = false } = {}): void {
  const figure = figureOf(view, id);
  if (figure === undefined) return;
  const { node, at } = figure;
  const { file, poster = null, subtitles = null, ...words } = node.attrs;
  const { alt = "", credit = "", summary = "", transcript = "" } = words;
  const hasWords = `${alt}${credit}${summary}${transcript}${captionOf(node)}`.trim() !== "";
  if (ifBlank && (hasWords || [file, poster, subtitles].some((one) => one !== null))) return;
  const gallery = galleriesIn(view.state.doc).find((one) => one.at < at && at < one.at + one.node.nodeSize);
  const isLast = gallery?.node.childCount === 1;
  if (ifBlank && isLast && gallery.node.attrs.caption !== "") return;
  const gone = gallery !== undefined && isLast ? gallery : figure;
  view.dispatch(closeHistory(view.state.tr).delete(gone.at, gone.at + gone.node.nodeSize));
  view.dispatch(closeHistory(view.state.tr));
}

/** The galleries of a text, in their order. */
export function galleriesIn(doc: Node): Place[] {
  const found: Place[] = [];
  doc.forEach((node, at) => {
    if (node.type.name === "gallery") found.push({ node, at });
  });
  return found;
}

function figureOf(view: EditorView, id: string): Place | undefined {
  return filePlacesIn(view.state.doc).find(({ node }) => node.attrs.id === id);
}
