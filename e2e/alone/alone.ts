import { expect, type Page, test as playwright } from "@playwright/test";
import type { SaveAnswer, SaveRequest } from "#components/editor/props.ts";
import type { ArticleContent } from "#features/kinds/article.ts";
import { ADDRESS } from "./bundle.ts";
import type { Kept } from "./page.tsx";

export { expect };

/** The editor on a page of its own, with an article that nobody has written in yet. */
export type Alone = {
  page: Page;
  body: ReturnType<Page["locator"]>;
  /** Types where the body's text ends. */
  write(words: string): Promise<void>;
  /** Waits until what is typed is saved. */
  saved(): Promise<void>;
  /** Opens the article again, as it was saved. */
  openAgain(): Promise<void>;
  /** Saves, and gives the body as HTML that readers would get of it. */
  readersBody(): Promise<string>;
};

export const test = playwright.extend<{ alone: Alone }>({
  alone: async ({ page }, use) => {
    let kept: Kept = { version: 0, content: null };
    await page.route("/kept", (route) => route.fulfill({ json: kept }));
    await page.route("/api/drafts/1", (route) => {
      const { base, content } = route.request().postDataJSON() as SaveRequest;
      kept = { version: base + 1, content: content as ArticleContent };
      const answer: SaveAnswer = { version: kept.version, savedAt: new Date().toISOString() };
      return route.fulfill({ json: answer });
    });
    await page.route("/tags", (route) =>
      route.fulfill({ json: { ok: true, value: { id: 9, name: route.request().postData() } } }),
    );
    await page.route("/api/journal-key", (route) =>
      route.fulfill({ json: { id: "1", key: Buffer.alloc(32, 1).toString("base64") } }),
    );
    const body = page.locator(".body-text[contenteditable=true]");
    const open = async () => {
      await page.goto("/page.html");
      await body.waitFor();
    };
    const saved = async () => {
      await page.keyboard.press("Control+s");
      await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "clean");
    };
    await open();
    await use({
      ...{ page, body, saved, openAgain: open },
      async write(words) {
        await body.click();
        await page.keyboard.press("Control+End");
        await page.keyboard.type(words);
      },
      async readersBody() {
        await saved();
        if (kept.content === null) throw new Error("nothing was saved");
        return page.evaluate((sent) => window.readersBody(sent), kept.content);
      },
    });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  baseURL: ({}, use) => use(process.env[ADDRESS]),
});
