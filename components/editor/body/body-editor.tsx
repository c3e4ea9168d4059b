import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { KindName } from "#features/kinds/kinds.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { Ask, type Question } from "../dialogs/ask.tsx";
import { askForLink, askForListStart, askForTableName } from "../dialogs/questions.ts";
import { Clipboard } from "../schema/clipboard.ts";
import { End } from "../schema/end.ts";
import { placeholderOf, withoutFigure } from "../schema/extensions.ts";
import { Markers } from "../schema/markers.ts";
import { type LeftOut as Left, Pasting } from "../schema/pasting.ts";
import { WayOut } from "../schema/way-out.ts";
import { Toolbar } from "../toolbar/toolbar.tsx";
import { coveredEdges } from "../use-in-sight.ts";
import { EditedFigure } from "./figure-view.tsx";
import { LeftOut } from "./left-out.tsx";

type Options = { kind: KindName; body: BodyDoc; readOnly: boolean; onTyped: () => void };

/** The rich-text editor with its questions; `null` until the browser has it. */
export function useBodyEditor({ kind, body, readOnly, onTyped }: Options) {
  const t = useTranslations("editor");
  const [asking, setAsking] = useState<((editor: Editor) => Question) | null>(null);
  const [left, setLeft] = useState<Left | null>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const extensions = useMemo(
    () => [
      ...withoutFigure,
      EditedFigure,
      Markers,
      Clipboard,
      Pasting.configure({ onPasted: setLeft }),
      End,
      placeholderOf(t("bodyHint", { kind })),
      WayOut.configure({
        onLink: () => setAsking(() => (at: Editor) => askForLink(at, t)),
        onToolbar: () => toolbar.current?.focus(),
        onEscape: () => setLeft(null),
      }),
    ],
    [t, kind],
  );
  // one object for good: new options make the view start over, which would drop a selection of cells
  const editorProps = useMemo(
    () => ({
      attributes: {
        "aria-label": t("body", { kind }),
        "aria-description": t("bodyKeys"),
        role: "textbox",
        "aria-multiline": "true",
        class: "body-text reader-type",
      },
      scrollThreshold: coveredEdges,
      scrollMargin: coveredEdges,
    }),
    [t, kind],
  );
  const editor = useEditor({
    extensions,
    content: body,
    editable: !readOnly,
    immediatelyRender: false,
    onUpdate: ({ transaction }) => {
      if (transaction.docChanged && transaction.getMeta("addToHistory") !== false) onTyped();
    },
    editorProps,
  });
  // Tiptap takes `editable` at the start only
  useEffect(() => editor?.setEditable(!readOnly, false), [editor, readOnly]);
  const ask = (question: (at: Editor) => Question) => setAsking(() => question);
  return { editor, asking, ask, close: () => setAsking(null), left, putAway: () => setLeft(null), toolbar };
}

type Parts = ReturnType<typeof useBodyEditor>;

export function BodyToolbar({ parts: { editor, ask, left, putAway, toolbar } }: { parts: Parts }): ReactNode {
  const t = useTranslations("editor");
  if (editor === null) return <div className="h-9 max-sm:h-11" />;
  return (
    <>
      <Toolbar
        ref={toolbar}
        editor={editor}
        onLink={() => ask((at) => askForLink(at, t))}
        onTableName={() => ask((at) => askForTableName(at, t))}
        onListStart={() => ask((at) => askForListStart(at, t))}
      />
      <LeftOut
        left={left}
        onClose={() => {
          putAway();
          editor.commands.focus();
        }}
      />
    </>
  );
}

export function BodyText({ parts: { editor, asking, close } }: { parts: Parts }): ReactNode {
  return (
    <>
      <EditorContent editor={editor} />
      {editor === null || asking === null ? null : (
        <Ask
          question={asking(editor)}
          onClose={() => {
            close();
            editor.commands.focus();
          }}
        />
      )}
    </>
  );
}
