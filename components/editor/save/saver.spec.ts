import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { article } from "#features/kinds/article.ts";
import { emptyContent } from "#features/text/content.ts";
import type { SaveEvent } from "./state.ts";
import { aDesk, pass } from "./testing.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("one request is on its way at a time, and the latest words go next", async () => {
  const desk = aDesk();
  desk.type("a");
  await pass(1500);
  desk.type("b");
  desk.type("c");
  await pass(4000);
  expect(desk.requests).toHaveLength(1);
  await desk.answer(desk.saved(2));
  await pass(1500);
  expect(desk.requests.map(({ counter, base, content }) => [counter, base, content.headline])).toEqual([
    [1, 1, "a"],
    [3, 2, "abc"],
  ]);
});

it("a saver rests when the server has everything or says no, and not while it tries again by itself", async () => {
  const desk = aDesk();
  const rested = vi.fn();
  desk.type("a");
  desk.saver.left();
  void desk.saver.atRest().then(rested);
  await desk.answer({ type: "failed", at: Date.now() });
  expect(rested).not.toHaveBeenCalled();
  await pass(2000);
  await desk.answer(desk.saved(2));
  expect(rested).toHaveBeenCalledOnce();
  await desk.saver.atRest();

  desk.type("b");
  desk.saver.left();
  await desk.answer({ type: "refused", sentence: "Dài quá." });
  await desk.saver.atRest();
});

it("a request whose answer was lost is repeated word for word, and newer words follow it", async () => {
  const desk = aDesk();
  desk.type("a");
  await pass(1500);
  desk.type("b");
  await desk.answer({ type: "failed", at: Date.now() });
  expect(desk.saver.shown().kind).toBe("offline");
  await pass(2000);
  expect(desk.requests[1]).toBe(desk.requests[0]);
  await desk.answer(desk.saved(2));
  await pass(1500);
  expect(desk.requests[2]).toMatchObject({ counter: 2, base: 2, content: { headline: "ab" } });
  await desk.answer(desk.saved(3));
  expect(desk.saver.shown().kind).toBe("clean");
});

it("in a conflict nothing is sent until one text is chosen; mine then builds on theirs", async () => {
  const desk = aDesk();
  desk.type("a");
  await pass(1500);
  await desk.answer(desk.theirs({ headline: "khác" }));
  desk.type("b");
  await pass(60_000);
  expect(desk.requests).toHaveLength(1);
  expect(desk.copy()?.content.headline).toBe("ab");
  desk.saver.chooseMine();
  expect(desk.requests[1]).toMatchObject({ base: 5, replaces: true, content: { headline: "ab" } });
  await desk.answer(desk.saved(6));
  desk.type("c");
  await pass(1500);
  expect(desk.requests[2]).toMatchObject({ base: 6, replaces: false });
});

it("a text put in the place of what stands here lets that be saved first, and says that it replaces it", async () => {
  const desk = aDesk();
  desk.type("a");
  await pass(1500);
  desk.type("b");
  void desk.saver.replace(() => desk.put("khác"));
  await desk.answer(desk.saved(2));
  await desk.answer(desk.saved(3));
  expect(desk.copy()?.content.headline).toBe("khác");
  await pass(1500);
  expect(desk.requests.map(({ replaces, content }) => [replaces, content.headline])).toEqual([
    [false, "a"],
    [false, "ab"],
    [true, "khác"],
  ]);
  expect(desk.aside()).toEqual([]);
});

it.each(["failed", "refused", "out_of_date"] as const)(
  "a text that is replaced after a save that was answered %s stays in this browser beside the new one",
  async (type) => {
    const desk = aDesk();
    desk.type("a");
    await pass(1500);
    desk.type("b");
    void desk.saver.replace(() => desk.put("khác"));
    const answers = {
      failed: { type, at: Date.now() },
      refused: { type, sentence: "Không được." },
      out_of_date: desk.theirs({ headline: "của người khác" }),
    } as Record<typeof type, SaveEvent>;
    await desk.answer(answers[type]);
    await desk.answer(answers[type]);
    expect(desk.aside()).toEqual(["ab"]);
    expect(desk.copy()?.content.headline).toBe("khác");
  },
);

it("a stale save that says what is there already is no conflict", async () => {
  const desk = aDesk();
  desk.type("a ");
  await pass(1500);
  await desk.answer(desk.theirs({ headline: "a" }));
  expect(desk.saver.shown()).toMatchObject({ kind: "clean", base: 5 });
});

it("a text is not replaced when what stands on the screen can be kept nowhere", async () => {
  const desk = aDesk({ hasRoom: false });
  desk.type("a");
  const replaced = desk.saver.replace(() => desk.put("khác"));
  await desk.answer({ type: "failed", at: Date.now() });
  expect(await replaced).toBe(false);
  await pass(2000);
  expect(desk.requests.map(({ content }) => content.headline)).toEqual(["a", "a"]);
});

it("a text of the other side that is chosen is told to whoever follows what is saved", async () => {
  const desk = aDesk();
  const told: string[] = [];
  desk.saver.onSaved(({ headline }) => told.push(String(headline)));
  desk.type("a");
  await pass(1500);
  await desk.answer(desk.theirs({ headline: "khác" }));
  desk.saver.chooseTheirs();
  expect(told).toEqual(["khác"]);
});

it("flush sends at once and says whether the server has everything", async () => {
  const desk = aDesk();
  desk.type("a");
  const done = desk.saver.flush();
  expect(desk.requests).toHaveLength(1);
  await desk.answer(desk.saved(2));
  await expect(done).resolves.toBe(true);
  desk.type("b");
  const failed = desk.saver.flush();
  await desk.answer({ type: "failed", at: Date.now() });
  await expect(failed).resolves.toBe(false);
});

it("flush waits for what is on its way and sends the rest", async () => {
  const desk = aDesk();
  desk.type("a");
  await pass(1500);
  desk.type("b");
  const done = desk.saver.flush();
  await desk.answer(desk.saved(2));
  await desk.answer(desk.saved(3));
  await expect(done).resolves.toBe(true);
  expect(desk.requests[1]?.content.headline).toBe("ab");
});

it("after a new sign-in the words that waited are sent", async () => {
  const desk = aDesk();
  desk.type("a");
  await pass(1500);
  await desk.answer({ type: "signed_out" });
  await pass(60_000);
  expect(desk.requests).toHaveLength(1);
  desk.saver.wake();
  await pass(0);
  expect(desk.requests).toHaveLength(2);
});

it("an editor that is left hands its words on: they are sent, and the next editor begins with them", async () => {
  const desk = aDesk();
  desk.type("a");
  desk.saver.left();
  desk.put("màn hình của trang khác");
  expect(desk.saver.knowsMoreThan(1)).toBe(true);
  expect(desk.saver.text().headline).toBe("a");
  expect(desk.requests).toMatchObject([{ content: { headline: "a" } }]);
  await desk.answer({ type: "failed", at: Date.now() });
  await pass(2000);
  expect(desk.requests).toHaveLength(2);
  await desk.answer(desk.saved(2));
  expect(desk.saver.knowsMoreThan(1)).toBe(true);
  expect(desk.saver.knowsMoreThan(2)).toBe(false);
});

it("a newer text of the server's is taken over when nothing is unsaved, and never over typed words", async () => {
  const desk = aDesk();
  const newer = {
    savedAt: "2026-11-28T03:00:00.000Z",
    savedBy: "Bình",
    content: { ...emptyContent(article), headline: "mới" },
  };
  expect(desk.saver.renew(1, newer)).toBe(false);
  expect(desk.saver.renew(4, newer)).toBe(true);
  desk.type("a");
  expect(desk.saver.renew(5, newer)).toBe(false);
  await pass(1500);
  expect(desk.requests).toMatchObject([{ base: 4 }]);
});
