import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Word } from "#features/live/changes.ts";
import { ASK_EVERY_MS, listen } from "./listening.ts";

/** A connection that says what the test says. */
class Stream {
  isClosed = false;
  #heard: Record<string, () => void> = {};
  addEventListener(word: string, hear: () => void) {
    this.#heard[word] = hear;
  }
  close() {
    this.isClosed = true;
  }
  say(word: Word | "error") {
    this.#heard[word]?.();
  }
}

let streams: Stream[];
let asked: number;
let isVisible: boolean;
let isSignedIn: boolean;
let page: ReturnType<typeof listen>;
const last = () => streams.at(-1) as Stream;
/** Lets answers arrive. */
const turn = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  [streams, asked, isVisible, isSignedIn] = [[], 0, true, true];
});
afterEach(() => {
  page.stop();
  vi.useRealTimers();
});

function open(ask = async () => isSignedIn): void {
  page = listen({
    open: () => {
      streams.push(new Stream());
      return last() as unknown as EventSource;
    },
    ask: () => {
      asked += 1;
      return ask();
    },
    isVisible: () => isVisible,
    chance: () => 0.5,
  });
}

test("a page asks once when it is heard for, and whenever something changes", async () => {
  open();
  expect(asked).toBe(0);
  last().say("ready");
  await turn();
  expect(asked).toBe(1);
  last().say("alive");
  await turn();
  expect(asked).toBe(1);
  last().say("changed");
  await turn();
  expect(asked).toBe(2);
});

test("what changes while a question is under way is asked for after it, once", async () => {
  const answers: ((yes: boolean) => void)[] = [];
  open(() => new Promise((resolve) => answers.push(resolve)));
  last().say("ready");
  for (let i = 0; i < 5; i++) last().say("changed");
  expect(asked).toBe(1);
  answers[0]?.(true);
  await turn();
  expect(asked).toBe(2);
  answers[1]?.(true);
  await turn();
  expect(asked).toBe(2);
});

test("while a stream fails the page asks every 20 seconds, and stops when there is one again", async () => {
  open();
  last().say("error");
  await turn();
  expect([asked, last().isClosed]).toEqual([1, true]);
  for (let round = 2; round <= 4; round++) {
    await vi.advanceTimersByTimeAsync(ASK_EVERY_MS);
    last().say("error");
    await turn();
    expect(asked).toBe(round);
  }
  await vi.advanceTimersByTimeAsync(ASK_EVERY_MS);
  last().say("ready");
  await turn();
  expect(asked).toBe(5);
  // Signs of life are all that comes for minutes.
  for (let i = 0; i < 20; i++) {
    await vi.advanceTimersByTimeAsync(15_000);
    last().say("alive");
  }
  expect([asked, streams.length]).toEqual([5, 5]);
});

test("a stream that says nothing at all, at first or later, is given up for asking", async () => {
  open();
  await vi.advanceTimersByTimeAsync(5_000);
  expect([asked, last().isClosed]).toEqual([1, true]);
  await vi.advanceTimersByTimeAsync(ASK_EVERY_MS);
  last().say("ready");
  await vi.advanceTimersByTimeAsync(36_000);
  expect([asked, last().isClosed]).toEqual([2, false]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect([asked, last().isClosed]).toEqual([3, true]);
});

test("a page that nobody looks at holds no connection and asks nothing; looked at again it asks once", async () => {
  open();
  last().say("ready");
  await turn();
  isVisible = false;
  page.look();
  expect(last().isClosed).toBe(true);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect([asked, streams.length]).toEqual([1, 1]);
  isVisible = true;
  page.look();
  last().say("ready");
  await turn();
  expect([asked, streams.length]).toEqual([2, 2]);
});

test("a page whose browser has too many connections asks by itself and opens none until it is looked at again", async () => {
  open();
  last().say("ready");
  await turn();
  last().say("full");
  await vi.advanceTimersByTimeAsync(3 * ASK_EVERY_MS);
  expect([asked, streams.length, last().isClosed]).toEqual([4, 1, true]);
  page.look();
  expect(streams).toHaveLength(2);
});

test("whoever is signed out is asked for no more, until they come back to the page", async () => {
  open();
  isSignedIn = false;
  last().say("ready");
  await turn();
  expect(last().isClosed).toBe(true);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect([asked, streams.length]).toEqual([1, 1]);
  isSignedIn = true;
  page.look();
  expect(streams).toHaveLength(2);
});

test("a page that is left hears nothing any more", async () => {
  open();
  const stream = last();
  page.stop();
  stream.say("changed");
  stream.say("error");
  page.look();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect([asked, streams.length, stream.isClosed]).toEqual([0, 1, true]);
});
