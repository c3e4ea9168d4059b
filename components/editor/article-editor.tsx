"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from "react";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { parseContent } from "#features/text/content.ts";
import type { Content } from "#features/text/kind.ts";
import { BodyText, BodyToolbar, useBodyEditor } from "./body/body-editor.tsx";
import { Conflict } from "./dialogs/conflict.tsx";
import { LeftBehind, LeftToCopy } from "./dialogs/left-behind.tsx";
import { type Fields, fieldsOf, isBlank } from "./fields/fields.ts";
import { HeadFields } from "./fields/head-fields.tsx";
import { SideFields } from "./fields/side-fields.tsx";
import type { ArticleEditorProps } from "./props.ts";
import { unsaved } from "./save/state.ts";
import { SaveStatus } from "./save-status.tsx";
import { useAutosave } from "./use-autosave.ts";
import { useInSight } from "./use-in-sight.ts";
import { useTitle } from "./use-title.ts";
import "./editor.css";

/** One article being written: its fields, its body, and the promise that nothing typed is lost. */
export function ArticleEditor(props: ArticleEditorProps) {
  const { documentId, personId, version, content, readOnly = false, savedAt, savedBy, onSaved } = props;
  const t = useTranslations("editor");
  const {
    saver,
    shown,
    first: begun,
  } = useAutosave({
    kind: "article",
    documentId,
    personId,
    version,
    savedAt,
    savedBy,
    content,
    readOnly,
    refusedSentence: t("status.refusedBare"),
  });
  const first = begun as ArticleContent;
  const [fields, setFields] = useState<Fields>(() => fieldsOf(first));
  const screen = useRef({ fields, body: (): BodyDoc => first.body });
  const read = useCallback(
    (): ArticleContent => ({ version: article.version, ...screen.current.fields, body: screen.current.body() }),
    [],
  );
  const parts = useBodyEditor({ body: first.body, readOnly, onTyped: saver.typed });
  const { editor } = parts;
  const [comparing, setComparing] = useState(false);
  const [begins] = useState(() => !readOnly && isBlank(content));
  useTitle(fields.headline);
  useInSight(editor);

  useEffect(() => {
    if (editor !== null) screen.current.body = () => editor.state.doc.toJSON() as BodyDoc;
  }, [editor]);
  useEffect(() => {
    if (shown.kind === "conflict") setComparing(true);
  }, [shown.kind]);
  useEffect(() => {
    if (first !== content && !unsaved(saver.shown())) onSaved?.(parseContent(article, saver.text()));
    return saver.onSaved((saved) => onSaved?.(parseContent(article, saved)));
  }, [saver, onSaved, first, content]);
  useEffect(() => saver.shownBy(read), [saver, read]);
  // The page was refreshed. What was typed since stays: its own save will find the newer text.
  const refreshed = useEffectEvent(() => {
    if (saver.renew(version, { savedAt, savedBy, content })) load(content);
  });
  useEffect(() => {
    if (version > 0) refreshed();
  }, [version]);
  useImperativeHandle(props.ref, () => ({
    flush: saver.flush,
    signedOut: saver.signedOut,
    stands: () => ({ version: saver.shown().base, unsaved: unsaved(saver.shown()) }),
  }));

  function show(next: Fields): void {
    screen.current.fields = next;
    setFields(next);
  }

  function change(part: Partial<Fields>): void {
    show({ ...screen.current.fields, ...part });
    saver.typed();
  }

  function load(text: Content): void {
    const loaded = text as ArticleContent;
    show(fieldsOf(loaded));
    editor?.commands.setContent(loaded.body, { emitUpdate: false });
  }

  const field = { fields, onChange: change, readOnly };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+S is pressed wherever the cursor is
    <div
      className="article-editor text-(--ink)"
      onKeyDown={(event) => {
        if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void saver.flush();
      }}
    >
      {readOnly ? null : (
        <div className="editor-bar sticky top-(--desk-top,0px) z-10 -mx-2 mb-4 border-b px-2 border-(--line) bg-(--paper) py-1">
          <SaveStatus shown={shown} onRetry={saver.wake} onCompare={() => setComparing(true)} />
          <BodyToolbar parts={parts} />
        </div>
      )}
      {readOnly ? <LeftToCopy kind="article" {...{ personId, documentId, content }} tab={saver.tab} /> : null}
      {readOnly || editor === null ? null : (
        <LeftBehind
          kind="article"
          {...{ personId, documentId, read }}
          content={first}
          tab={saver.tab}
          onRestore={(text) => saver.replace(() => load(text))}
        />
      )}
      {comparing && shown.theirs !== null ? (
        <Conflict
          kind="article"
          mine={read()}
          theirs={shown.theirs}
          onMine={() => {
            setComparing(false);
            void saver.chooseMine();
          }}
          onTheirs={(text) => {
            setComparing(false);
            load(text);
            saver.chooseTheirs();
          }}
          onClose={() => setComparing(false)}
        />
      ) : null}
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,48rem)_minmax(18rem,22rem)] lg:justify-between">
        <div className="min-w-0 sm:rounded-lg sm:border sm:border-(--line) sm:bg-(--field) sm:px-8 sm:py-6">
          <HeadFields {...field} begins={begins} onDone={() => editor?.commands.focus("start")} />
          <div className="mt-4">
            <BodyText parts={parts} />
          </div>
        </div>
        <SideFields {...field} {...props} readOnly={readOnly} />
      </div>
    </div>
  );
}
