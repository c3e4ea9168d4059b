import type { Editor } from "@tiptap/core";
import { useEffect } from "react";
import type { BodyDoc } from "#features/text/body.ts";
import type { Saver } from "../save/saver.ts";
import { figuresIn, fillWords, setFile, withFile } from "./in-text.ts";
import type { Uploader } from "./uploader.ts";
import { whenSettled } from "./use-file.ts";

type Options = { editor: Editor | null; uploads: Uploader; saver: Saver; readOnly: boolean };

/** Holds pictures that are on their way and the text together, while it is edited and after the editor was left. */
export function useFilesInText({ editor, uploads, saver, readOnly }: Options): void {
  useEffect(() => {
    if (editor === null) return;
    if (readOnly) return uploads.figuresAre(new Set());
    const look = () => uploads.figuresAre(new Set(figuresIn(editor.state.doc).map(({ node }) => node.attrs.id)));
    const changed = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) look();
    };
    const ends = [
      uploads.heldBy(
        (id, file) => setFile(editor.view, id, file),
        (id, file) => intoLeftText(saver, id, file),
      ),
      uploads.onArrived((id, file) => {
        ends.push(whenSettled(file, (said) => fillWords(editor.view, id, said)));
      }),
      stayWhenDroppedBeside(editor),
    ];
    editor.on("transaction", changed);
    look();
    return () => {
      editor.off("transaction", changed);
      for (const end of ends) end();
    };
  }, [editor, uploads, saver, readOnly]);
}

/** The editor was left: its saver goes on with the text, and saves the picture into it. */
function intoLeftText(saver: Saver, id: string, file: string): boolean {
  const text = saver.text();
  const body = withFile(text.body as BodyDoc, id, file);
  if (body === null) return false;
  const changed = { ...text, body };
  saver.shownBy(() => changed);
  saver.typed();
  return true;
}

/** A file that is let go beside the text would be opened by the browser in place of the page. */
function stayWhenDroppedBeside(editor: Editor): () => void {
  const gone = new AbortController();
  const stay = (event: DragEvent) => {
    const isFile = event.dataTransfer?.types.includes("Files") === true;
    if (!isFile || (event.target instanceof Node && editor.view.dom.contains(event.target))) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "none";
  };
  window.addEventListener("dragover", stay, { signal: gone.signal });
  window.addEventListener("drop", stay, { signal: gone.signal });
  return () => gone.abort();
}
