import { describe, expect, it } from "vitest";
import { article } from "#features/kinds/article.ts";
import { emptyContent } from "#features/text/content.ts";
import { dueAt, firstState, type SaveEvent, type SaveState, step, turnedAway, unsaved } from "./state.ts";

const start = firstState(7, null, null);
const play = (...events: SaveEvent[]): SaveState => events.reduce(step, start);
const typed = (at: number): SaveEvent => ({ type: "typed", at });
const sent: SaveEvent = { type: "sent" };
const saved = (version: number, at = 0): SaveEvent => ({
  type: "saved",
  version,
  savedAt: "2026-11-22T03:27:00.000Z",
  at,
});
const theirs = { version: 9, content: emptyContent(article), savedBy: "Bình", savedAt: "2026-11-22T03:28:00.000Z" };

describe("autosave", () => {
  it("saves 1.5 s after the last key", () => {
    expect(dueAt(start)).toBeNull();
    expect(dueAt(play(typed(1000)))).toBe(2500);
    expect(dueAt(play(typed(1000), typed(2000)))).toBe(3500);
  });

  it("saves at least every 5 s while somebody types", () => {
    const keys = Array.from({ length: 40 }, (_, at) => typed(1000 + at * 200));
    expect(dueAt(play(...keys))).toBe(6000);
  });

  it("counts the 5 s anew after each save", () => {
    expect(dueAt(play(typed(1000), sent, typed(1400), saved(8, 2000), typed(6000)))).toBe(7000);
  });

  it("has one request on its way, and is not clean while newer words wait", () => {
    const state = play(typed(0), sent, typed(100));
    expect(dueAt(state)).toBeNull();
    expect(step(state, saved(8, 200))).toMatchObject({ kind: "dirty", base: 8 });
    expect(step(play(typed(0), sent), saved(8))).toMatchObject({ kind: "clean", base: 8 });
  });

  it("repeats a request that nobody answered, then sends what came after it", () => {
    const lost = play(typed(0), sent, { type: "failed", at: 500 }, typed(600));
    expect(lost.kind).toBe("offline");
    const repeated = step(lost, sent);
    expect(repeated.sentEdit).toBe(1);
    const answered = step(repeated, saved(8));
    expect(unsaved(answered)).toBe(true);
    expect(answered.kind).toBe("dirty");
  });

  it("waits longer after every failure, up to 30 s, and not at all once the person is back", () => {
    const fail = (at: number): SaveEvent[] => [sent, { type: "failed", at }];
    expect(dueAt(play(typed(0), ...fail(0)))).toBe(2000);
    expect(dueAt(play(typed(0), ...fail(0), ...fail(0)))).toBe(4000);
    const long = play(typed(0), ...Array.from({ length: 9 }, () => fail(0)).flat());
    expect(dueAt(long)).toBe(30_000);
    expect(dueAt(step(long, { type: "woken" }))).toBeLessThanOrEqual(5000);
  });

  it("sends nothing in a conflict, whatever is typed, until one text is chosen", () => {
    const conflict = play(typed(0), sent, { type: "out_of_date", theirs }, typed(100));
    expect(conflict).toMatchObject({ kind: "conflict", base: 7 });
    expect(dueAt(conflict)).toBeNull();
    expect(dueAt(step(conflict, { type: "woken" }))).toBeNull();
  });

  it("saves mine on top of theirs when I say so", () => {
    const mine = play(typed(0), sent, { type: "out_of_date", theirs }, { type: "mine_chosen", at: 100 });
    expect(mine).toMatchObject({ kind: "dirty", base: 9, theirs: null });
    expect(dueAt(mine)).toBeLessThanOrEqual(1500);
  });

  it("has nothing left to save when theirs is chosen", () => {
    const state = play(typed(0), sent, { type: "out_of_date", theirs }, typed(50), { type: "theirs_chosen" });
    expect(state).toMatchObject({ kind: "clean", base: 9, savedBy: "Bình" });
    expect(unsaved(state)).toBe(false);
  });

  it("keeps what is typed after the session ended, and tries again when the person is back", () => {
    const out = play(typed(0), sent, { type: "signed_out" }, typed(100));
    expect(out.kind).toBe("signed_out");
    expect(dueAt(out)).toBeNull();
    expect(dueAt(step(out, { type: "woken" }))).not.toBeNull();
  });

  it("is clean, and not typing, when somebody comes back who has nothing unsaved", () => {
    expect(step(play({ type: "signed_out" }), { type: "woken" }).kind).toBe("clean");
  });

  it("builds on a newer text that it was given, unless words wait or it is no newer", () => {
    const renewed: SaveEvent = { type: "renewed", version: 9, savedAt: null, savedBy: "Bình" };
    expect(step(start, renewed)).toMatchObject({ kind: "clean", base: 9, savedBy: "Bình" });
    expect(step(play(typed(0)), renewed)).toMatchObject({ kind: "dirty", base: 7 });
    expect(step(start, { ...renewed, version: 7 })).toBe(start);
  });

  it("tries a refused text again once it was changed", () => {
    const refused = play(typed(0), sent, { type: "refused", sentence: "Tiêu đề dài quá 300 ký tự." });
    expect(refused).toMatchObject({ kind: "refused", sentence: "Tiêu đề dài quá 300 ký tự." });
    expect(dueAt(refused)).toBeNull();
    expect(dueAt(step(refused, typed(100)))).not.toBeNull();
  });

  it("knows that the server said no to what is on the screen, until it takes it", () => {
    const refused = play(typed(0), sent, { type: "refused", sentence: "Sapo dài quá 3000 ký tự." });
    const again = step(step(refused, typed(100)), sent);
    for (const state of [refused, again, step(again, { type: "failed", at: 200 })])
      expect(turnedAway(state)).toBe(true);
    for (const state of [start, play(typed(0)), step(again, saved(8))]) expect(turnedAway(state)).toBe(false);
  });
});
