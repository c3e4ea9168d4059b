import { useEffect } from "react";
import type { KindName } from "#features/kinds/kinds.ts";
import { LEAD } from "#features/kinds/lead.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { useBodyEditor } from "./body/body-editor.tsx";
import { filePlacesIn } from "./files/in-text.ts";
import { useFilesInText } from "./files/use-files-in-text.ts";
import type { Lead } from "./files/use-lead.ts";
import { useUploads } from "./files/use-uploads.ts";
import type { Text } from "./use-text.ts";

export type Body = ReturnType<typeof useBody>;

/**
 * The rich-text editor of a text that has a body.
 *
 * @param lead its lead picture, where the kind has one
 */
export function useBody<K extends KindName>(text: Text<K>, lead?: Lead) {
  const { kind, documentId, personId, first, readOnly, saver, holdBody } = text;
  const uploads = useUploads(`${personId}/${documentId}`, { whose: personId });
  const parts = useBodyEditor({ kind, body: first.body as BodyDoc, readOnly, uploads, onTyped: saver.typed });
  useFilesInText({ editor: parts.editor, lead, uploads, saver, readOnly });
  const { editor } = parts;
  const frame = lead?.frame;
  useEffect(() => {
    if (editor === null) return;
    holdBody({
      read: () => editor.state.doc.toJSON() as BodyDoc,
      show: (body) => void editor.commands.setContent(body, { emitUpdate: false }),
      underWay: () => {
        const [first] = uploads.underWay();
        if (first?.id === LEAD) return frame?.current ?? null;
        const at = filePlacesIn(editor.state.doc).find(({ node }) => node.attrs.id === first?.id)?.at;
        return at === undefined ? null : (editor.view.nodeDOM(at) as HTMLElement);
      },
    });
  }, [editor, holdBody, uploads, frame]);
  return { ...parts, lead };
}
