import { useEffect, useState, useSyncExternalStore } from "react";
import type { Content } from "#features/text/content.ts";
import { forget, keep } from "./save/local-copy.ts";
import { makeSaver, type Saver, type Shown } from "./save/saver.ts";
import { send } from "./save/send.ts";
import { firstState, turnedAway, unsaved } from "./save/state.ts";
import { newTab, sayAlive } from "./save/tab.ts";

type Options = {
  articleId: number;
  personId: number;
  version: number;
  savedAt: string | null;
  savedBy: string | null;
  read: () => Content;
  /** For a refusal that came without a sentence. */
  refusedSentence: string;
};

/** Autosave for the screen: the saver, and the moments at which a browser may take the page away. */
export function useAutosave(options: Options): { saver: Saver; shown: Shown } {
  const [saver] = useState(() => startSaver(options));
  const shown = useSyncExternalStore(saver.subscribe, saver.shown, saver.shown);
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    sayAlive(saver.tab, signal);
    const leave = () => void saver.flush();
    const back = () => saver.wake();
    const seen = () => (document.visibilityState === "hidden" ? leave() : back());
    const warn = (event: BeforeUnloadEvent) => {
      saver.copyNow();
      const now = saver.shown();
      if (unsaved(now) && (!now.kept || turnedAway(now))) event.preventDefault();
    };
    document.addEventListener("visibilitychange", seen, { signal });
    window.addEventListener("pagehide", leave, { signal });
    window.addEventListener("blur", leave, { signal });
    window.addEventListener("focus", back, { signal });
    window.addEventListener("online", back, { signal });
    window.addEventListener("beforeunload", warn, { signal });
    return () => {
      gone.abort();
      void saver.flush();
      saver.stop();
    };
  }, [saver]);
  return { saver, shown };
}

function startSaver({ articleId, personId, version, savedAt, savedBy, read, refusedSentence }: Options): Saver {
  const tab = newTab();
  const key = { personId, articleId, tab };
  return makeSaver({
    tab,
    first: firstState(version, savedAt, savedBy),
    read,
    send: (request) => send(key, request, refusedSentence),
    keep: (copy) => keep(key, copy),
    keepAside: (copy) => keep({ ...key, tab: newTab() }, copy),
    forget: () => forget(key),
  });
}
