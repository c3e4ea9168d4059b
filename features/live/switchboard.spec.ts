import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { HistoryLook } from "./store.ts";
import { makeSwitchboard } from "./switchboard.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const PERSON = { siteId: 1, personId: 1 };
const ID = 7;

/** A history that grows, and rings only when it is told to. */
function aHistory() {
  let wake = () => {};
  let typed = 1;
  let moved: number[] = [];
  return {
    open: async (onWake: () => void) => {
      wake = onWake;
      return {
        hangUp: () => undefined,
        async look(): Promise<HistoryLook> {
          const look = { mark: "", moved, versions: { [ID]: typed } };
          moved = [];
          return look;
        },
      };
    },
    type() {
      typed += 1;
    },
    move({ rings }: { rings: boolean }) {
      moved = [ID];
      if (rings) wake();
    },
  };
}

test("an open page is told within 2 s that somebody typed or did something, at whatever moment, also when nothing rings", async () => {
  const history = aHistory();
  const board = makeSwitchboard({
    open: history.open,
    inForce: async (sessions) => new Set(sessions),
    sees: async () => [{ ...PERSON, documentIds: [ID] }],
  });
  const heard: string[] = [];
  const page = { ...PERSON, documentId: ID, sessionId: "s" };
  board.join({ ...page, tell: (word) => void heard.push(word), end: () => void heard.push("end") });
  await vi.advanceTimersByTimeAsync(0);
  expect(heard).toEqual(["ready"]);
  for (const after of [0, 1, 999, 1_000, 1_001, 3_500])
    for (const happen of [history.type, () => history.move({ rings: false })]) {
      await vi.advanceTimersByTimeAsync(after);
      heard.length = 0;
      happen();
      await vi.advanceTimersByTimeAsync(2_000);
      expect([after, heard]).toEqual([after, ["changed"]]);
    }
  heard.length = 0;
  history.move({ rings: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(heard).toEqual(["changed"]);
  const closed = board.close();
  await vi.runAllTimersAsync();
  await closed;
});
