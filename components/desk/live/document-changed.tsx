"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";
import { calledOf } from "#components/desk/called.ts";
import { Button } from "#components/ui/button.tsx";
import { documentChangesPath, livePath } from "#features/addresses/desk.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import type { DocumentChange } from "#features/live/changes.ts";
import { FloatingLine } from "./floating-line.tsx";
import { useListening } from "./use-listening.ts";

type Props = {
  documentId: number;
  kind: KindName;
  /** The newest line of the history that this page shows. */
  seq: number;
  /** Of the open text that this page shows; null where it shows another one. */
  version: number | null;
  /** What an editor knows by now, which saves on. It settles by itself what else is typed, and who types in it knows it. */
  versionNow?: () => number;
  /** Keeps what is typed before the page is drawn anew. */
  beforeReload?: () => Promise<unknown>;
  /** Where there is no bar with buttons, over the foot of the page. */
  floats?: boolean;
};

/** What this person has just pressed here is drawn before it need be told, in milliseconds. */
const OWN_PRESS_MS = 3_000;

/** Says, before anybody presses, that this page is not the newest any more, and who did what. It takes no focus and changes no text. */
export function DocumentChanged(props: Props) {
  const { documentId, kind, seq, version, versionNow, beforeReload, floats = false } = props;
  const t = useTranslations("desk.live");
  const { refresh } = useRouter();
  const [change, setChange] = useState<DocumentChange | null>(null);
  const [reloading, startReloading] = useTransition();
  const drawn = `${seq} ${version}`;
  const [drawnBefore, setDrawnBefore] = useState(drawn);
  if (drawn !== drawnBefore) {
    setDrawnBefore(drawn);
    setChange(null);
  }

  useListening<{ change: DocumentChange | null }>(
    livePath(documentId),
    () => documentChangesPath(documentId, { seq, version: versionNow?.() ?? version }),
    (answer) => {
      const isOwnTyping = versionNow !== undefined && answer.change?.what === "typed" && answer.change.byMe;
      setChange(isOwnTyping ? null : answer.change);
    },
  );
  const tells = useInTime(change);

  const line =
    tells === null ? null : (
      <>
        <span className="min-w-0">
          {t("document", {
            ...calledOf(kind),
            by: tells.byMe ? t("you") : (tells.by ?? t("clock")),
            did: t(`did.${tells.what}`),
          })}{" "}
          {tells.what === "typed" ? t("oldText") : t("oldPage")}
        </span>
        <Button
          look="quiet"
          className="-ms-4"
          aria-disabled={reloading}
          onClick={() =>
            startReloading(async () => {
              await beforeReload?.();
              startReloading(refresh);
            })
          }
        >
          {t(reloading ? "reloading" : "reload")}
        </Button>
      </>
    );
  if (floats) return <FloatingLine>{line}</FloatingLine>;
  return (
    <div role="status" className="empty:mb-0">
      {line === null ? null : (
        <div className="flex flex-wrap items-center gap-x-4 rounded-md border-l-4 border-warn bg-field px-4 py-1 font-semibold text-warn">
          {line}
        </div>
      )}
    </div>
  );
}

/** What this person did themselves is told only when the page was not drawn anew by then. */
function useInTime(change: DocumentChange | null): DocumentChange | null {
  const [late, setLate] = useState<DocumentChange | null>(null);
  useEffect(() => {
    if (!change?.byMe) return;
    const timer = setTimeout(() => setLate(change), OWN_PRESS_MS);
    return () => clearTimeout(timer);
  }, [change]);
  return change?.byMe ? (late === change ? change : null) : change;
}
