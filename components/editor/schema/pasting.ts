import { Extension } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import type { Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { cleanPasted, UNREAD } from "./clean-pasted.ts";

/** What of a paste did not come in: a picture or a file with nothing else, pictures beside words, or all but the words. */
export type LeftOut = { kind: "picture" | "file" | "looks" } | { kind: "pictures"; count: number };

type Told = { onPasted: (left: LeftOut | null) => void };

/**
 * What is pasted, or dropped from elsewhere, comes in with all its words and as one step of undoing; what cannot come in
 * is told. Last in line: others only look at the event, or make of what was read what fits the place.
 */
export const Pasting = Extension.create<Told>({
  name: "pasting",
  priority: 1,
  addOptions: () => ({ onPasted: () => undefined }),
  addProseMirrorPlugins() {
    return [pasting(this.options.onPasted)];
  },
});

function pasting(onPasted: Told["onPasted"]): Plugin {
  /** How many letters the HTML has that is being read. */
  let expected = 0;

  const readHtml = (view: EditorView, html: string, text: string, event: Event): LeftOut | null => {
    const { html: cleaned, words, pictures } = cleanPasted(html);
    const isBlank = words.trim() === "";
    if (isBlank && pictures > 0) return { kind: "picture" };
    if (cleaned.trim() === "") view.pasteText(text, event as ClipboardEvent);
    else {
      expected = lettersOf(words);
      view.pasteHTML(cleaned, event as ClipboardEvent);
    }
    return pictures > 0 ? { kind: "pictures", count: pictures } : null;
  };

  const bringIn = (view: EditorView, data: DataTransfer, event: Event): boolean => {
    const [html, text] = [data.getData("text/html"), data.getData("text/plain")];
    if (html === "" && isFilesAlone(data, text)) {
      const isPicture = [...data.files].every((file) => file.type.startsWith("image/"));
      onPasted({ kind: isPicture ? "picture" : "file" });
      return true;
    }
    closeStep(view);
    if (html === "") {
      onPasted(null);
      return false;
    }
    let left: LeftOut | null;
    try {
      left = readHtml(view, html, text, event);
    } catch {
      expected = 0;
      view.pasteText(text.trim() === "" ? wordsOf(html) : text.trim(), event as ClipboardEvent);
      left = { kind: "looks" };
    } finally {
      expected = 0;
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
        return slice;
      },
      handleDOMEvents: {
        paste(view, event) {
          // A browser is left alone while an input method composes, as the library leaves it.
          if (event.clipboardData === null || !view.editable || view.composing) return false;
          const done = bringIn(view, event.clipboardData, event);
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
          const done = bringIn(view, event.dataTransfer, event);
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
