"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { answerOf } from "#components/ui/answer-of.ts";
import { documentChangesPath } from "#features/addresses/desk.ts";
import type { DocumentChange } from "#features/live/changes.ts";
import { hasDialog } from "./is-at-rest.ts";

/** The newest line of the history, and the version of the open text, that the page shows. */
type Props = { documentId: number; seq: number; version: number | null };

/**
 * Draws a page anew that is old as it comes before somebody: Back shows a page as it was, without asking anybody, and so
 * do the browser's own caches. What changes later is told and not drawn (`DocumentChanged`), also once a dialog is open.
 */
export function NewAsShown({ documentId, seq, version }: Props) {
  const { refresh } = useRouter();
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    async function look(): Promise<void> {
      const answer = await answerOf<{ change: DocumentChange | null }>(
        documentChangesPath(documentId, { seq, version }),
      );
      if (signal.aborted || answer === null || answer === "signed_out" || hasDialog(document)) return;
      if (answer.change !== null) refresh();
    }
    window.addEventListener("pageshow", ({ persisted }) => persisted && look(), { signal });
    void look();
    return () => left.abort();
  }, [documentId, seq, version, refresh]);
  return null;
}
