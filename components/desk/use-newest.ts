import { useRouter } from "next/navigation";
import { type RefObject, useEffect } from "react";
import type { EditorHandle } from "#components/editor/props.ts";
import { askStanding } from "#components/editor/save/standing.ts";

type Page = { documentId: number; personId: number; textKey: string };

/**
 * Keeps the page of an article as new as the server's: however one came to it (the router, Back and the browser's own
 * caches keep pages of an hour ago), and whenever it is looked at again. Only an answer that says that something changed
 * refreshes it: a refresh that fails would put an error in the place of the editor.
 */
export function useNewest({ documentId, personId, textKey }: Page, editor: RefObject<EditorHandle | null>): void {
  const { refresh } = useRouter();
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    async function look(): Promise<void> {
      const now = await askStanding(documentId);
      const here = editor.current?.stands();
      if (signal.aborted || now === null || here === undefined) return;
      if (now === "signed_out") return editor.current?.signedOut();
      const isOld = now.key !== textKey || (now.version ?? 0) > here.version;
      if (isOld && now.personId === personId && !here.unsaved) refresh();
    }
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look(), { signal });
    window.addEventListener("pageshow", ({ persisted }) => persisted && look(), { signal });
    void look();
    return () => left.abort();
  }, [documentId, personId, textKey, editor, refresh]);
}
