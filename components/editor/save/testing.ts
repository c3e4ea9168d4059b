import { vi } from "vitest";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import { emptyContent } from "#features/text/content.ts";
import type { SaveRequest } from "../props.ts";
import type { LocalCopy } from "./copies.ts";
import { makeSaver } from "./saver.ts";
import { firstState, type SaveEvent } from "./state.ts";

/** `keyComes`: until then nothing can be sealed, and so nothing is kept. */
type Browser = { hasRoom: boolean; keyComes?: Promise<void> };

/** A screen with one field, and a server that answers what the test tells it to. */
export function aDesk(browser: Browser = { hasRoom: true }) {
  let headline = "";
  const requests: SaveRequest[] = [];
  const answers: ((event: SaveEvent) => void)[] = [];
  let copy: LocalCopy | null = null;
  const aside: string[] = [];
  const copies: string[] = [];
  const saver = makeSaver({
    kind: "article",
    tab: "tab-1",
    first: firstState(1, null, null),
    content: emptyContent(article),
    send(request) {
      requests.push(request);
      return new Promise((answer) => answers.push(answer));
    },
    async keep(given) {
      await browser.keyComes;
      if (browser.hasRoom) copy = given;
      copies.push(given.content.headline as string);
      return browser.hasRoom;
    },
    async keepAside(given) {
      if (browser.hasRoom) aside.push(given.content.headline as string);
      return browser.hasRoom;
    },
    forget() {
      copy = null;
    },
  });
  saver.shownBy(() => ({ ...emptyContent(article), headline }));
  return {
    saver,
    requests,
    copies,
    copy: () => copy,
    aside: () => aside,
    type(words: string) {
      headline += words;
      saver.typed();
    },
    put(words: string) {
      headline = words;
    },
    async answer(event: SaveEvent) {
      answers.shift()?.(event);
      await vi.advanceTimersByTimeAsync(0);
    },
    saved: (version: number): SaveEvent => ({
      type: "saved",
      version,
      savedAt: new Date().toISOString(),
      at: Date.now(),
    }),
    theirs: (content: Partial<ArticleContent>, version = 5): SaveEvent => ({
      type: "out_of_date",
      theirs: {
        version,
        content: { ...emptyContent(article), ...content },
        savedBy: "Bình",
        savedAt: new Date().toISOString(),
      },
    }),
  };
}

/** Lets time go by, under vitest's own clock. */
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
