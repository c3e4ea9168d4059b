import { type ReactNode, useEffect, useState } from "react";
import { calledOf } from "#components/desk/called.ts";
import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import type { Content } from "#features/text/kind.ts";
import { BodyToolbar, type Parts } from "./body/body-editor.tsx";
import { Conflict } from "./dialogs/conflict.tsx";
import { LeftBehind, LeftToCopy } from "./dialogs/left-behind.tsx";
import { SaveStatus } from "./save-status.tsx";
import { useInSight } from "./use-in-sight.ts";
import type { Text } from "./use-text.ts";
import { useTitle } from "./use-title.ts";
import "./editor.css";

type Props<K extends KindName> = {
  text: Text<K>;
  /** Absent where the kind has no body. */
  body?: Parts;
  /** What a text says, for two of them side by side; absent where its title and its body are enough. */
  showFields?: (content: Content) => ReactNode;
  children: ReactNode;
};

/** What stands around every text that is written, whatever its kind: where it is saved, and what becomes of other copies. */
export function EditorFrame<K extends KindName>({ text, body, showFields, children }: Props<K>) {
  const { kind, documentId, personId, content, readOnly, first, saver, shown, read, load } = text;
  const [comparing, setComparing] = useState(false);
  useTitle(String((text.fields as Record<string, unknown>)[kindOf({ kind }).title]));
  useInSight(body?.editor ?? null);
  useEffect(() => {
    if (shown.kind === "conflict") setComparing(true);
  }, [shown.kind]);
  const isReady = body === undefined || body.editor !== null;
  const copies = { kind, personId, documentId, tab: saver.tab };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+S is pressed wherever the cursor is
    <div
      className="text-editor text-(--ink)"
      onKeyDown={(event) => {
        if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void saver.flush();
      }}
    >
      {readOnly ? null : (
        <div className="editor-bar sticky top-(--desk-top,0px) z-10 -mx-2 mb-4 border-b px-2 border-(--line) bg-(--paper) py-1">
          <SaveStatus
            what={calledOf(kind).What}
            shown={shown}
            onRetry={saver.wake}
            onCompare={() => setComparing(true)}
          />
          {body === undefined ? null : <BodyToolbar parts={body} />}
        </div>
      )}
      {readOnly ? <LeftToCopy {...copies} content={content} /> : null}
      {readOnly || !isReady ? null : (
        <LeftBehind
          {...{ ...copies, read, showFields }}
          ref={text.leftNotice}
          onAnswered={text.tellShown}
          content={first}
          onRestore={(other) => saver.replace(() => load(other))}
        />
      )}
      {comparing && shown.theirs !== null ? (
        <Conflict
          {...{ kind, showFields }}
          mine={read()}
          theirs={shown.theirs}
          onMine={() => {
            setComparing(false);
            void saver.chooseMine();
          }}
          onTheirs={(other) => {
            setComparing(false);
            load(other);
            saver.chooseTheirs();
          }}
          onClose={() => setComparing(false)}
        />
      ) : null}
      {/* Nothing is sent from here. It is a form so that the browser, going back, does not fill in what stood there before: it
          does so at any moment, also after React, and the next key would put the old words over the newer text. */}
      <form autoComplete="off" onSubmit={(event) => event.target === event.currentTarget && event.preventDefault()}>
        {children}
      </form>
    </div>
  );
}
