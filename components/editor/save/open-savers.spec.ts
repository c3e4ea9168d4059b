import { expect, it, vi } from "vitest";
import { article } from "#features/kinds/article.ts";
import { emptyContent } from "#features/text/content.ts";
import { openSaver } from "./open-savers.ts";
import { makeSaver } from "./saver.ts";
import { firstState, type SaveEvent } from "./state.ts";

let documentId = 0;

/** An editor of the article: the page was drawn of `version`. */
function anEditor(version: number, { answer, readOnly = false }: { answer?: SaveEvent; readOnly?: boolean } = {}) {
  const content = { ...emptyContent(article), headline: `trang ${version}` };
  return openSaver({ documentId, personId: 1, version, content, readOnly }, () =>
    makeSaver({
      kind: "article",
      tab: `tab-${version}`,
      first: firstState(version, null, null),
      content,
      send: async () => answer ?? { type: "failed", at: 0 },
      keep: async () => true,
      keepAside: async () => true,
      forget: () => undefined,
    }),
  );
}

async function typeIn({ saver }: ReturnType<typeof anEditor>, headline: string): Promise<void> {
  saver.shownBy(() => ({ ...emptyContent(article), headline }));
  saver.typed();
  saver.left();
  await vi.advanceTimersByTimeAsync(0);
}

function inABrowser(): void {
  documentId += 1;
  vi.useFakeTimers();
  vi.stubGlobal("window", { addEventListener: () => undefined });
}

const saved: SaveEvent = { type: "saved", version: 2, savedAt: "2026-11-28T03:00:00.000Z", at: 0 };

it("an editor begins with what was typed here, where the page is older, until the page is as new", async () => {
  inABrowser();
  try {
    const first = anEditor(1, { answer: saved });
    await typeIn(first, "đã lưu");
    const back = anEditor(1);
    expect(back.saver).toBe(first.saver);
    expect(back.content.headline).toBe("đã lưu");
    expect(anEditor(2).content.headline).toBe("trang 2");
  } finally {
    vi.useRealTimers();
  }
});

it("words that no save took are there in the next editor, and one saver goes on with them", async () => {
  inABrowser();
  try {
    const first = anEditor(1);
    await typeIn(first, "chưa lưu");
    expect(anEditor(5).saver).toBe(first.saver);
    expect(anEditor(5).content.headline).toBe("chưa lưu");
    expect(anEditor(5, { readOnly: true }).content.headline).toBe("trang 5");
  } finally {
    vi.clearAllTimers();
    vi.useRealTimers();
  }
});

it("on the server, where it would be everybody's, no saver is kept", async () => {
  documentId += 1;
  vi.useFakeTimers();
  try {
    const first = anEditor(1, { answer: saved });
    await typeIn(first, "của một người");
    expect(anEditor(1).content.headline).toBe("trang 1");
  } finally {
    vi.useRealTimers();
  }
});
