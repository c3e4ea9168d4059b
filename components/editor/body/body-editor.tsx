import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { KindName } from "#features/kinds/kinds.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { Ask, type Question } from "../dialogs/ask.tsx";
import { askForLink, askForListStart, askForTableName } from "../dialogs/questions.ts";
import { Arrivals } from "../files/arrivals.tsx";
import { GalleryOffer } from "../files/gallery-offer.tsx";
import { BY_UPLOAD, fillWords } from "../files/in-text.ts";
import { LibraryDialog } from "../files/library-dialog.tsx";
import { Moves } from "../files/moves.tsx";
import { PhoneDialog } from "../files/phone-dialog.tsx";
import { PicturesPanel } from "../files/pictures-panel.tsx";
import type { Uploader } from "../files/uploader.ts";
import { whenSettled } from "../files/use-file.ts";
import type { Lead } from "../files/use-lead.ts";
import { EditedAudio, EditedVideo } from "../media/media-view.tsx";
import { Clipboard } from "../schema/clipboard.ts";
import { End } from "../schema/end.ts";
import { placeholderOf, withoutFiles } from "../schema/extensions.ts";
import { FocusAtOnce } from "../schema/focus-at-once.ts";
import { Markers } from "../schema/markers.ts";
import { type LeftOut as Left, Pasting } from "../schema/pasting.ts";
import { type Brought, figurePlace, putFiles, putKept } from "../schema/put-figures.ts";
import { WayOut } from "../schema/way-out.ts";
import { type FromLibrary, Toolbar } from "../toolbar/toolbar.tsx";
import { coveredEdges } from "../use-in-sight.ts";
import { EditedAttachment } from "./attachment-view.tsx";
import { EditedFigure } from "./figure-view.tsx";
import { EditedGallery } from "./gallery-view.tsx";
import { LeftOut } from "./left-out.tsx";

type Options = { kind: KindName; body: BodyDoc; readOnly: boolean; uploads: Uploader; onTyped: () => void };

/** The rich-text editor with its questions; `null` until the browser has it. */
export function useBodyEditor({ kind, body, readOnly, uploads, onTyped }: Options) {
  const t = useTranslations("editor");
  const [asking, setAsking] = useState<((editor: Editor) => Question) | null>(null);
  const [wordsOpen, setWordsOpen] = useState(false);
  const [phoneOpen, setPhoneOpen] = useState(false);
  const [libraryOpen, setLibraryOpen] = useState<FromLibrary | null>(null);
  const [offered, offer] = useState<readonly string[]>([]);
  const [left, setLeft] = useState<Left | null>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const extensions = useMemo(
    () => [
      ...withoutFiles,
      EditedFigure.configure({ uploads }),
      EditedGallery.configure({ uploads }),
      EditedAttachment.configure({ uploads }),
      EditedVideo.configure({ uploads }),
      EditedAudio.configure({ uploads }),
      Markers,
      Clipboard,
      Pasting.configure({ onPasted: setLeft, onFiles: (brought) => offer(bringAll(uploads, brought)) }),
      End,
      FocusAtOnce,
      placeholderOf(t("bodyHint", { kind })),
      WayOut.configure({
        onLink: () => setAsking(() => (at: Editor) => askForLink(at, t)),
        onToolbar: () => toolbar.current?.focus(),
        onEscape: () => {
          setLeft(null);
          offer([]);
        },
      }),
    ],
    [t, kind, uploads],
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
      const isOwn = transaction.getMeta("addToHistory") !== false || transaction.getMeta(BY_UPLOAD) === true;
      if (transaction.docChanged && isOwn) onTyped();
    },
    editorProps,
  });
  // Tiptap takes `editable` at the start only
  useEffect(() => editor?.setEditable(!readOnly, false), [editor, readOnly]);
  const ask = (question: (at: Editor) => Question) => setAsking(() => question);
  return {
    ...{ editor, uploads, asking, ask, close: () => setAsking(null), left, putAway: () => setLeft(null), toolbar },
    ...{ wordsOpen, openWords: setWordsOpen, phoneOpen, openPhone: setPhoneOpen },
    ...{ libraryOpen, openLibrary: setLibraryOpen, offered, offer },
  };
}

/** @returns the ids of their places */
function bringAll(uploads: Uploader, brought: readonly Brought[]): string[] {
  for (const { id, file } of brought) uploads.bring(id, file);
  return brought.map(({ id }) => id);
}

/** The worker has not read its words yet. */
const NO_WORDS = { caption: "", credit: "", alt: "", rights: { ai: "none" } } as const;

/** A picture that the site has already becomes a figure where the cursor is, and gets its file's words once they are known. */
function takeFile(editor: Editor, file: string): void {
  // It has been left: the picture is with the site's files, and nowhere in the text.
  if (editor.isDestroyed) return;
  const { view } = editor;
  const [id = ""] = putKept(view, figurePlace(view.state.selection.$to), [{ sha256: file, ...NO_WORDS }]);
  whenSettled(file, (said) => fillWords(view, id, said));
}

/** `lead` is absent where the kind has no lead picture. */
export type Parts = ReturnType<typeof useBodyEditor> & { lead?: Lead };

export function BodyToolbar({ parts }: { parts: Parts }): ReactNode {
  const t = useTranslations("editor");
  const { editor, uploads, ask, left, putAway, toolbar, openWords, openPhone, openLibrary, offered, offer } = parts;
  if (editor === null) return <div className="h-9 max-sm:h-11" />;
  return (
    <>
      <Toolbar
        ref={toolbar}
        editor={editor}
        onLink={() => ask((at) => askForLink(at, t))}
        onTableName={() => ask((at) => askForTableName(at, t))}
        onListStart={() => ask((at) => askForListStart(at, t))}
        onFiles={(files, how) => {
          const { view } = editor;
          offer(bringAll(uploads, putFiles(view, figurePlace(view.state.selection.$to), files, how)));
          view.focus();
        }}
        onPhone={() => openPhone(true)}
        onLibrary={openLibrary}
        onPictureWords={() => openWords(true)}
      />
      <LeftOut
        left={left}
        onClose={() => {
          putAway();
          editor.commands.focus();
        }}
      />
      <GalleryOffer editor={editor} ids={offered} onClose={() => offer([])} />
    </>
  );
}

export function BodyText({ parts }: { parts: Parts }): ReactNode {
  const { editor, uploads, lead, asking, close, wordsOpen, openWords } = parts;
  const { phoneOpen, openPhone, libraryOpen, openLibrary, offer } = parts;
  return (
    <>
      <EditorContent editor={editor} />
      {editor === null ? null : <Arrivals uploads={uploads} />}
      {editor === null ? null : <Moves editor={editor} />}
      {editor === null || !wordsOpen ? null : (
        <PicturesPanel
          {...{ editor, uploads, lead }}
          onClose={() => {
            openWords(false);
            editor.commands.focus();
          }}
        />
      )}
      {editor === null || !phoneOpen ? null : (
        <PhoneDialog
          onFile={(file) => takeFile(editor, file)}
          onClose={() => {
            openPhone(false);
            editor.commands.focus();
          }}
        />
      )}
      {editor === null || libraryOpen === null ? null : (
        <LibraryDialog
          kind={libraryOpen.kind}
          many
          onChosen={(files) => {
            const ids = putKept(editor.view, figurePlace(editor.state.selection.$to), files, libraryOpen);
            if (libraryOpen.kind === "picture") offer(ids);
          }}
          onClose={() => {
            openLibrary(null);
            editor.commands.focus();
          }}
        />
      )}
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
