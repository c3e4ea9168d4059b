import type { Editor } from "@tiptap/core";
import { useEffect, useEffectEvent } from "react";
import { LEAD } from "#features/kinds/lead.ts";
import type { BodyDoc } from "#features/text/body.ts";
import type { Content } from "#features/text/kind.ts";
import type { Saver } from "../save/saver.ts";
import type { FileView } from "./file-view.ts";
import { filePlacesIn, fillWords, setFile, uploadsOf, withFile } from "./in-text.ts";
import type { Uploader } from "./uploader.ts";
import { whenSettled } from "./use-file.ts";
import type { Lead } from "./use-lead.ts";

/** `lead` is absent where the kind has no lead picture. */
type Options = { editor: Editor | null; lead?: Lead; uploads: Uploader; saver: Saver; readOnly: boolean };

/** Holds files that are on their way and the text together, while it is edited and after the editor was left. */
export function useFilesInText({ editor, lead, uploads, saver, readOnly }: Options): void {
  const hasLead = lead !== undefined;
  const hold = useEffectEvent((at: Editor, id: string, file: string): boolean => {
    if (id !== LEAD || lead === undefined) return setFile(at.view, id, file);
    lead.set({ file, ...ANEW });
    return true;
  });
  const fill = useEffectEvent((at: Editor, id: string, said: FileView): void => {
    if (id === LEAD) lead?.fill(said);
    else fillWords(at.view, id, said);
  });
  useEffect(() => {
    if (editor === null) return;
    if (readOnly) return uploads.figuresAre(new Set());
    const look = () => {
      const ids = filePlacesIn(editor.state.doc).flatMap(({ node }) => uploadsOf(node));
      uploads.figuresAre(new Set(hasLead ? [LEAD, ...ids] : ids));
    };
    const changed = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) look();
    };
    const ends = [
      uploads.heldBy(
        (id, file) => hold(editor, id, file),
        (id, file) => intoLeftText(saver, id, file),
      ),
      uploads.onArrived((id, file) => {
        ends.push(whenSettled(file, (said) => fill(editor, id, said)));
      }),
      stayWhenDroppedBeside(editor),
    ];
    editor.on("transaction", changed);
    look();
    return () => {
      editor.off("transaction", changed);
      for (const end of ends) end();
    };
  }, [editor, hasLead, uploads, saver, readOnly]);
}

/** The editor was left: its saver goes on with the text, and saves the file into it. */
function intoLeftText(saver: Saver, id: string, file: string): boolean {
  const text = saver.text();
  const changed = id === LEAD ? withLeadFile(text, file) : withBodyFile(text, id, file);
  if (changed === null) return false;
  saver.shownBy(() => changed);
  saver.typed();
  return true;
}

function withBodyFile(text: Content, id: string, file: string): Content | null {
  const body = withFile(text.body as BodyDoc, id, file);
  return body === null ? null : { ...text, body };
}

function withLeadFile(text: Content, file: string): Content | null {
  const { lead } = text as Content & { lead?: object };
  return lead === undefined ? null : ({ ...text, lead: { ...lead, file, ...ANEW } } as Content);
}

/** What was cut of another picture, kept in sight of it, and said of how it was made, is nothing of this one. */
export const ANEW = { cut: "", focus: null, ai: "none" } as const;

/** What takes a file that is let go over it, beside the text. */
export const TAKES_FILES = "data-takes-files";

/** A file that is let go beside the text would be opened by the browser in place of the page. */
function stayWhenDroppedBeside(editor: Editor): () => void {
  const gone = new AbortController();
  const stay = (event: DragEvent) => {
    const isFile = event.dataTransfer?.types.includes("Files") === true;
    if (!isFile || (event.target instanceof Node && editor.view.dom.contains(event.target))) return;
    if (event.target instanceof Element && event.target.closest(`[${TAKES_FILES}]`) !== null) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "none";
  };
  window.addEventListener("dragover", stay, { signal: gone.signal });
  window.addEventListener("drop", stay, { signal: gone.signal });
  return () => gone.abort();
}
