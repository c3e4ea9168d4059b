import { useEffect, useState } from "react";
import type { Content } from "#features/text/content.ts";
import { forget, type LocalCopy, leftBehind } from "./save/local-copy.ts";
import { aliveTabs } from "./save/tab.ts";

type Options = { personId: number; articleId: number; content: Content; readOnly: boolean };

/** The newest words that an earlier tab of this person could not save, and how to be done with them. */
export function useLeftBehind({ personId, articleId, content, readOnly }: Options) {
  const [found, setFound] = useState<{ tab: string; copy: LocalCopy }[]>([]);
  const [first] = useState(content);
  useEffect(() => {
    if (readOnly) return;
    let here = true;
    void aliveTabs().then((alive) => {
      if (here) setFound(leftBehind({ personId, articleId }, first, alive));
    });
    return () => {
      here = false;
    };
  }, [personId, articleId, first, readOnly]);

  function done(): void {
    const [newest, ...others] = found;
    if (newest !== undefined) forget({ personId, articleId, tab: newest.tab });
    setFound(others);
  }

  return { copy: found[0]?.copy ?? null, done };
}
