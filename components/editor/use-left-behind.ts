import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { KindName } from "#features/kinds/kinds.ts";
import type { Content } from "#features/text/kind.ts";
import { type CopyKey, type LeftBehind, leftBehind } from "./save/copies.ts";
import { copiesOf, forget } from "./save/journal.ts";
import { askStanding } from "./save/standing.ts";
import { aliveTabs } from "./save/tab.ts";
import { passedOf } from "./save/unsent.ts";

/** `tab`: this one, whose words are on the screen. `content`: what the server has of the article, if anything. */
type Options = CopyKey & { kind: KindName; content: Content | null };

/**
 * The newest words that an earlier tab of this person could not save, and how to be done with them. `looked`: resolves
 * once the page shows what was found.
 */
export function useLeftBehind({ kind, personId, documentId, tab: here, content }: Options) {
  const [{ texts, words }, setLeft] = useState<LeftBehind>({ texts: [], words: [], done: [] });
  const [first] = useState(content);
  const looking = useRef(Promise.resolve());
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function look(): Promise<void> {
      const { tabs, until } = await aliveTabs(here);
      const kept = (await copiesOf(personId)).filter((copy) => {
        return copy.documentId === documentId && copy.tab !== here && !tabs.has(copy.tab);
      });
      const passed = await passedOf(documentId, kept, askStanding);
      if (stopped) return;
      const left = leftBehind(kept, { kind, content: first, passed });
      for (const tab of left.done) void forget({ personId, documentId, tab });
      flushSync(() => setLeft(left));
      if (until !== null) timer = setTimeout(look, Math.max(1_000, until - Date.now()));
    }
    looking.current = look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [kind, personId, documentId, here, first]);

  function done(tab: string): void {
    void forget({ personId, documentId, tab });
    setLeft((left) => ({
      ...left,
      texts: left.texts.filter((text) => text.tab !== tab),
      words: left.words.filter((text) => text.tab !== tab),
    }));
  }

  return { text: texts[0] ?? null, words: words[0] ?? null, done, looked: () => looking.current };
}
