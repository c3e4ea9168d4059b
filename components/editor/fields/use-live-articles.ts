import { useEffect, useState } from "react";
import { answerOf } from "#components/ui/answer-of.ts";
import { liveArticlesPath } from "#features/addresses/desk.ts";
import type { ArticleCalled } from "#features/search/called.ts";

/** Whoever types on is not asked for in between, in milliseconds. */
const SETTLES_MS = 150;

/** Live articles that are called as somebody types, or have that number. What was found stays until something else is. */
export function useLiveArticles(typed: string): readonly ArticleCalled[] {
  const [found, setFound] = useState<readonly ArticleCalled[]>([]);
  const words = typed.trim();
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(async () => {
      const answer = words === "" ? [] : await answerOf<ArticleCalled[]>(liveArticlesPath(words));
      if (!isOver && Array.isArray(answer)) setFound(answer);
    }, SETTLES_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [words]);
  return found;
}
