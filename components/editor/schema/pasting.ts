import { Extension } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { kindOfFile } from "#features/files/media.ts";
import { newBlockId } from "#features/text/block-id.ts";
import { cleanPasted, UNREAD } from "./clean-pasted.ts";
import { type Brought, figurePlace, hasPlace, placeUnder, putFiles } from "./put-figures.ts";

/**
 * What of a paste did not come in as it was: files for which a text has no place; all but the words; pictures of which only an address
 * came, so that they are awaited; and pictures for which there was no place.
 */
export type LeftOut = { kind: "files" | "awaited" | "pictures"; count: number } | { kind: "looks" };

type Told = {
  onPasted: (left: LeftOut | null) => void;
  /** Files that have their places in the text now. */
  onFiles: (brought: Brought[]) => void;
};

/**
 * What is pasted, or dropped from elsewhere, comes in with all its words and as one step of undoing, its pictures as figures;
 * what cannot come in is told. Last in line: others only look at the event, or make of what was read what fits the place.
 */
export const Pasting = Extension.create<Told>({
  name: "pasting",
  priority: 1,
  addOptions: () => ({ onPasted: () => undefined, onFiles: () => undefined }),
  addProseMirrorPlugins() {
    return [pasting(this.options)];
  },
});

type Place = { from: number; to: number };

function pasting({ onPasted, onFiles }: Told): Plugin {
  /** How many letters the HTML has that is being read. */
  let expected = 0;
  /** The pictures of its figures, and those that have a figure that is known again. */
  let pictures: readonly (File | null)[] = [];
  let brought: Brought[] = [];

  const readHtml = (view: EditorView, html: string, text: string, files: readonly File[], event: Event) => {
    const cleaned = cleanPasted(html);
    const { words } = cleaned;
    pictures = withFiles(
      cleaned.pictures,
      words.trim() === "" ? files.filter((file) => kindOfFile(file) === "picture") : [],
    );
    brought = [];
    if (cleaned.html.trim() === "") view.pasteText(text, event as ClipboardEvent);
    else {
      expected = lettersOf(words);
      view.pasteHTML(cleaned.html, event as ClipboardEvent);
    }
    const lost = pictures.filter((file) => file !== null).length - brought.length;
    if (brought.length > 0) onFiles(brought);
    if (lost > 0) return { kind: "pictures", count: lost } as const;
    const awaited = cleaned.awaited - brought.length;
    return awaited > 0 ? ({ kind: "awaited", count: awaited } as const) : null;
  };

  const bringFiles = (view: EditorView, files: readonly File[], place: () => Place): void => {
    const those = files.filter(hasPlace);
    if (those.length > 0) {
      onFiles(putFiles(view, place(), those));
      view.focus();
    }
    const others = files.length - those.length;
    onPasted(others > 0 ? { kind: "files", count: others } : null);
  };

  const bringIn = (view: EditorView, data: DataTransfer, event: Event, place: () => Place): boolean => {
    const [html, text] = [data.getData("text/html"), data.getData("text/plain")];
    if (html === "" && isFilesAlone(data, text)) {
      bringFiles(view, [...data.files], place);
      return true;
    }
    closeStep(view);
    if (html === "") {
      onPasted(null);
      return false;
    }
    let left: LeftOut | null;
    try {
      left = readHtml(view, html, text, [...data.files], event);
    } catch {
      expected = 0;
      view.pasteText(text.trim() === "" ? wordsOf(html) : text.trim(), event as ClipboardEvent);
      left = { kind: "looks" };
    } finally {
      expected = 0;
      pictures = [];
    }
    closeStep(view);
    onPasted(left);
    return true;
  };

  return new Plugin({
    key: new PluginKey("pasting"),
    props: {
      transformPasted(slice) {
        if (lettersIn(slice) < expected) throw new Error("the editor would lose words of what is pasted");
        const named = withIds(slice, pictures);
        brought = named.brought;
        return named.slice;
      },
      handleDOMEvents: {
        paste(view, event) {
          // A browser is left alone while an input method composes, as the library leaves it.
          if (event.clipboardData === null || !view.editable || view.composing) return false;
          const done = bringIn(view, event.clipboardData, event, () => figurePlace(view.state.selection.$to));
          if (done) event.preventDefault();
          return done;
        },
        drop(view, event) {
          if (event.dataTransfer === null || !view.editable || view.dragging !== null) return false;
          const isHtml = event.dataTransfer.getData("text/html") !== "";
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (isHtml && at !== null) {
            const place = TextSelection.near(view.state.doc.resolve(at.pos));
            view.dispatch(view.state.tr.setSelection(place));
            view.focus();
          }
          const done = bringIn(view, event.dataTransfer, event, () => placeUnder(view, event));
          if (done) event.preventDefault();
          return done;
        },
      },
    },
  });
}

/** Some systems put the names of copied files beside them as text. */
function isFilesAlone({ files }: DataTransfer, text: string): boolean {
  const names = [...files].map(({ name }) => name);
  return files.length > 0 && text.split(/[\r\n]+/).every((line) => line.trim() === "" || names.includes(line.trim()));
}

/** A browser that copies a picture of a page gives its address as HTML, and its bytes as a file. */
function withFiles(pictures: readonly (File | null)[], files: readonly File[]): readonly (File | null)[] {
  return pictures.length === files.length ? files : pictures;
}

/**
 * Names the figures for which bytes came, so that these find them; none, where not each figure has come so far. Their
 * neighbours are named as well: an empty block gives its id to the next one that has none (Tiptap's UniqueID).
 */
function withIds(slice: Slice, pictures: readonly (File | null)[]): { slice: Slice; brought: Brought[] } {
  const isFigure = (node: Node): boolean => node.type.name === "figure";
  const blocks = slice.content.content;
  if (pictures.every((file) => file === null) || blocks.filter(isFigure).length !== pictures.length) {
    return { slice, brought: [] };
  }
  const brought: Brought[] = [];
  let at = 0;
  const named = blocks.map((node) => {
    if (node.type.spec.attrs?.id === undefined) return node;
    const file = isFigure(node) ? pictures[at++] : null;
    const id = newBlockId();
    if (file) brought.push({ id, file });
    return node.type.create({ ...node.attrs, id }, node.content, node.marks);
  });
  return { slice: new Slice(Fragment.from(named), slice.openStart, slice.openEnd), brought };
}

const closeStep = (view: EditorView): void => view.dispatch(closeHistory(view.state.tr));

const lettersOf = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

function lettersIn({ content }: Slice): number {
  let letters = 0;
  content.descendants((node) => {
    letters += lettersOf(node.text ?? node.attrs.caption ?? "");
  });
  return letters;
}

function wordsOf(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of body.querySelectorAll(UNREAD)) element.remove();
  return body.textContent?.trim() ?? "";
}
