import { useEffect, useState, useSyncExternalStore } from "react";
import type { KindName } from "#features/kinds/kinds.ts";
import type { Content } from "#features/text/kind.ts";
import { forget, keep, prepare, renew } from "./save/journal.ts";
import { openSaver } from "./save/open-savers.ts";
import { makeSaver, type Saver, type Shown } from "./save/saver.ts";
import { send } from "./save/send.ts";
import { firstState } from "./save/state.ts";
import { newTab, sayAlive, sayLeft } from "./save/tab.ts";

type Options = {
  kind: KindName;
  documentId: number;
  personId: number;
  version: number;
  savedAt: string | null;
  savedBy: string | null;
  content: Content;
  readOnly: boolean;
  /** For a refusal that came without a sentence. */
  refusedSentence: string;
};

/**
 * Autosave for the screen: the saver, the moments at which a browser may take the page away, and the text to begin with,
 * which is newer than the page's where this browser knows a newer one.
 */
export function useAutosave(options: Options): { saver: Saver; shown: Shown; first: Content } {
  const [{ saver, content: first }] = useState(() => openSaver(options, () => startSaver(options)));
  const { personId } = options;
  const shown = useSyncExternalStore(saver.subscribe, saver.shown, saver.shown);
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    sayAlive(saver.tab);
    const leave = () => void saver.flush();
    const back = () => {
      void renew(personId).then((isNew) => (isNew ? saver.copyNow() : undefined));
      saver.wake();
    };
    void prepare(personId);
    const seen = () => (document.visibilityState === "hidden" ? leave() : back());
    document.addEventListener("visibilitychange", seen, { signal });
    window.addEventListener("blur", leave, { signal });
    window.addEventListener("focus", back, { signal });
    window.addEventListener("online", back, { signal });
    return () => {
      gone.abort();
      saver.left();
      sayLeft(saver.tab, saver.atRest());
    };
  }, [saver, personId]);
  return { saver, shown, first };
}

function startSaver({
  kind,
  documentId,
  personId,
  version,
  savedAt,
  savedBy,
  content,
  refusedSentence,
}: Options): Saver {
  const tab = newTab();
  const key = { personId, documentId, tab };
  return makeSaver({
    kind,
    tab,
    first: firstState(version, savedAt, savedBy),
    content,
    send: (request) => send(key, request, refusedSentence),
    keep: (copy) => keep(key, copy),
    keepAside: (copy) => keep({ ...key, tab: newTab() }, copy),
    forget: () => void forget(key),
  });
}
