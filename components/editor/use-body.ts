import { useEffect } from "react";
import type { KindName } from "#features/kinds/kinds.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { useBodyEditor } from "./body/body-editor.tsx";
import type { Text } from "./use-text.ts";

/** The rich-text editor of a text that has a body. */
export function useBody<K extends KindName>({ kind, first, readOnly, saver, holdBody }: Text<K>) {
  const parts = useBodyEditor({ kind, body: first.body as BodyDoc, readOnly, onTyped: saver.typed });
  const { editor } = parts;
  useEffect(() => {
    if (editor === null) return;
    holdBody({
      read: () => editor.state.doc.toJSON() as BodyDoc,
      show: (body) => void editor.commands.setContent(body, { emitUpdate: false }),
    });
  }, [editor, holdBody]);
  return parts;
}
