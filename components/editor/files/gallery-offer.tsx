import { type Editor, useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SmallButton } from "../small-button.tsx";
import { gatherRow, rowOf } from "./gallery-in-text.ts";

type Props = { editor: Editor; ids: readonly string[]; onClose: () => void };

/** Several pictures that came at once and stand behind each other may become a gallery: offered, until somebody says which. */
export function GalleryOffer({ editor, ids, onClose }: Props): ReactNode {
  const t = useTranslations("editor.gallery");
  const count = useEditorState({ editor, selector: ({ editor: { state } }) => rowOf(state.doc, ids)?.length ?? 0 });
  const done = (change?: () => void) => {
    change?.();
    onClose();
    editor.commands.focus();
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <p aria-live="polite" className={`text-sm ${count === 0 ? "" : "py-1"}`}>
        {count === 0 ? null : t("offer", { count })}
      </p>
      {count === 0 ? null : (
        <div className="flex flex-wrap gap-2 py-1">
          <SmallButton
            className="min-h-8"
            onClick={() => done(() => gatherRow(editor.view, rowOf(editor.state.doc, ids) ?? []))}
          >
            {t("offered")}
          </SmallButton>
          <SmallButton className="min-h-8 border-transparent" onClick={() => done()}>
            {t("leave")}
          </SmallButton>
        </div>
      )}
    </div>
  );
}
