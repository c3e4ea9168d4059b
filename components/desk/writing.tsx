"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useRef, useState, useTransition } from "react";
import { useFileStates } from "#components/editor/files/use-file.ts";
import type { EditorHandle } from "#components/editor/props.ts";
import { TextEditor, type TextToEdit } from "#components/editor/text-editor.tsx";
import { RightsStrip } from "#components/rights/rights-strip.tsx";
import { Button } from "#components/ui/button.tsx";
import { Note } from "#components/ui/note.tsx";
import { reviewPath } from "#features/addresses/desk.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import type { Press } from "#features/moves/presses.ts";
import { usesOf } from "#features/text/figures.ts";
import type { Gap, GapFacts } from "#features/text/gaps.ts";
import { type Content, titleOf } from "#features/text/kind.ts";
import { partsOf } from "#features/text/picture-cut.ts";
import { calledOf } from "./called.ts";
import { GapList } from "./gap-list.tsx";
import { DocumentChanged } from "./live/document-changed.tsx";
import type { Circumstances } from "./moves/looks.ts";
import { MoveBar, type Stop } from "./moves/move-bar.tsx";
import type { PressOptions } from "./moves/press-fields.tsx";
import type { Target } from "./moves/press-form.tsx";
import { showPlace } from "./show-place.ts";
import { useNewest } from "./use-newest.ts";

type Props = Circumstances & {
  /** What the page was drawn of: another text or another right to type has another one. */
  textKey: string;
  /** The newest line of the history that the page shows. */
  seq: number;
  editor: TextToEdit;
  /** The text waits for a decision, which is taken on the reader's page. */
  deciding: boolean;
  gapFacts: GapFacts;
  target: Target;
  presses: readonly Press[];
  options: PressOptions;
  isMine: boolean;
};

/** The text, what is missing in it, and what can be done with it: they follow what is typed. */
export function Writing({ editor, textKey, seq, deciding, gapFacts, target, ...moves }: Props) {
  const t = useTranslations("desk");
  const handle = useRef<EditorHandle>(null);
  const [saved, setSaved] = useState<Content>(editor.content);
  const router = useRouter();
  const shown = usesOf(kindOf(editor), saved);
  const known = useFileStates(shown);
  // Asked of the picture, however it is cut.
  const pictures = [...new Set(shown.map((use) => partsOf(use).file))];
  const files = new Map([...(gapFacts.files ?? []), ...known]);
  const gaps = kindOf(editor).gaps(saved, { ...gapFacts, files });
  const stops = gaps.filter(({ blocks }) => blocks !== "advice").length;
  // Only as the page opens: what moves while one types is in the way.
  const [opened] = useState(stops > 0 && titleOf(kindOf(editor), saved) !== "");
  const typing = editor.readOnly !== true;
  const [leaving, startLeaving] = useTransition();
  const [stayed, setStayed] = useState<string | null>(null);
  const flush = async () => (await handle.current?.flush()) ?? true;

  /** The text leaves the writer only with all that is typed, here or in a visit that could not save. */
  async function unsaved(): Promise<Stop | null> {
    setStayed(null);
    if (!(await flush())) return { sentence: t("press.unsaved", calledOf(editor.kind)), at: null };
    const at = (await handle.current?.leftBehind()) ?? null;
    if (at === null) return null;
    at.scrollIntoView({ block: "center" });
    at.focus({ preventScroll: true });
    return { sentence: t("press.leftBehind", calledOf(editor.kind)), at };
  }

  /** And with all its pictures; who only looks at it keeps them coming. */
  async function stopped(): Promise<Stop | null> {
    const at = handle.current?.picturesUnderWay() ?? null;
    if (at === null) return unsaved();
    at.scrollIntoView({ block: "center" });
    return { sentence: t("press.picturesUnderWay"), at };
  }

  const onSaved = useCallback((text: Content) => {
    setSaved(text);
    setStayed(null);
  }, []);

  // The reader's page shows what the server has; words that it lacks keep the writer here.
  const look = () =>
    startLeaving(async () => {
      const stop = typing ? await unsaved() : null;
      if (stop === null) router.push(reviewPath(target.documentId));
      else setStayed(stop.sentence);
    });

  useNewest({ documentId: editor.documentId, personId: editor.personId, textKey }, handle);

  return (
    <>
      {typing ? (
        <details className="group mb-4 rounded-lg border border-line bg-field" open={opened}>
          <summary className="flex min-h-11 list-none items-center gap-2 px-4 py-2 font-semibold">
            <span aria-hidden="true" className="text-ink-soft group-open:rotate-90">
              ▸
            </span>
            <span className="flex flex-wrap gap-x-2">
              <h2>{t("gaps.title")}</h2>
              <span className={stops > 0 ? "text-danger" : gaps.length > 0 ? "text-ink-soft" : "text-ok"}>
                {gaps.length === 0 ? t("gaps.nothing") : t("gaps.count", { stops, all: gaps.length })}
              </span>
            </span>
          </summary>
          <div className="px-4 pb-4">
            <GapList gaps={gaps} onGoTo={(gap: Gap) => showPlace(gap, saved)} />
          </div>
        </details>
      ) : null}
      <TextEditor text={editor} onSaved={onSaved} ref={handle} />
      {typing ? (
        <div className="mt-4">
          <RightsStrip hashes={pictures} />
        </div>
      ) : null}
      <MoveBar
        target={target}
        {...moves}
        stopped={typing ? stopped : undefined}
        text={saved}
        note={
          <>
            {stayed === null ? null : <Note look="problem">{stayed}</Note>}
            <DocumentChanged
              documentId={editor.documentId}
              kind={editor.kind}
              seq={seq}
              version={editor.version}
              versionNow={() => handle.current?.stands().version ?? editor.version}
              beforeReload={flush}
            />
          </>
        }
        beside={
          <Button className="max-sm:grow max-lg:px-2 max-lg:text-sm" disabled={leaving} onClick={look}>
            {t(deciding ? "toDecide" : "toReview")}
          </Button>
        }
      />
    </>
  );
}
