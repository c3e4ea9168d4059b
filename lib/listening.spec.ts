import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Connection, keepListening } from "./listening.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const RETRY_MS = 250;
const OPENS_WITHIN_MS = 2_000;

type Opened = { line: Connection; wake: () => void; lose: (error: Error) => void };

/** Somebody who listens to what the test opens for them. @param opens what comes of each try, by its number */
function aListener(opens: (nth: number, line: Connection) => Promise<Connection>) {
  const opened: Opened[] = [];
  const happened: string[] = [];
  const over = new AbortController();
  const done = keepListening(
    {
      open(wake, lose) {
        const line = { hangUp: () => void happened.push("hung up") };
        opened.push({ line, wake, lose });
        return opens(opened.length, line);
      },
      ...{ opensWithinMs: OPENS_WITHIN_MS, retryMs: RETRY_MS, over: over.signal },
      onAway: (error) => happened.push(`away: ${(error as Error).message}`),
      onBack: () => happened.push("back"),
    },
    async (_, rung, hears) => {
      while (!over.signal.aborted) {
        hears();
        happened.push("heard");
        await rung(60_000);
      }
    },
  );
  const stop = () => {
    over.abort();
    return done;
  };
  return { opened, happened, stop };
}

test("a line that breaks is hung up, and another one opened at once", async () => {
  const { opened, happened, stop } = aListener(async (_, line) => line);
  await vi.advanceTimersByTimeAsync(0);
  opened[0]?.wake();
  await vi.advanceTimersByTimeAsync(0);
  opened[0]?.lose(new Error("cut"));
  // What breaks says so more than once.
  opened[0]?.lose(new Error("ended"));
  await vi.advanceTimersByTimeAsync(0);
  expect(happened).toEqual(["heard", "heard", "hung up", "away: cut", "back", "heard"]);
  await stop();
  expect(happened.at(-1)).toBe("hung up");
});

test("while none can be opened it is told once, and tried at once and then after each pause", async () => {
  const { opened, happened, stop } = aListener((nth, line) =>
    nth <= 4 ? Promise.reject(new Error("refused")) : Promise.resolve(line),
  );
  await vi.advanceTimersByTimeAsync(0);
  expect(opened).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(RETRY_MS - 1);
  expect(opened).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1 + RETRY_MS);
  expect(opened).toHaveLength(4);
  expect(happened).toEqual(["away: refused"]);
  await vi.advanceTimersByTimeAsync(RETRY_MS);
  expect(happened).toEqual(["away: refused", "back", "heard"]);
  await stop();
});

test("one that opens too late is hung up, and not listened on", async () => {
  const late = Promise.withResolvers<void>();
  const { happened, stop } = aListener(async (nth, line) => {
    if (nth === 1) await late.promise;
    return line;
  });
  await vi.advanceTimersByTimeAsync(OPENS_WITHIN_MS + 1);
  expect(happened).toEqual([expect.stringMatching(/^away: .*within 2000 ms/), "back", "heard"]);
  late.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(happened.slice(3)).toEqual(["hung up"]);
  await stop();
  expect(happened.slice(3)).toEqual(["hung up", "hung up"]);
});

test("who stops waits neither for a bell nor for the next try", async () => {
  const quiet = aListener(async (_, line) => line);
  const refused = aListener(() => Promise.reject(new Error("refused")));
  await vi.advanceTimersByTimeAsync(0);
  await Promise.all([quiet.stop(), refused.stop()]);
  expect(quiet.happened).toEqual(["heard", "hung up"]);
});
