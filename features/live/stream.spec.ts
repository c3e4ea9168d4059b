import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ALIVE_EVERY_MS } from "./changes.ts";
import { streamFor } from "./stream.ts";
import type { Listener } from "./switchboard.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aStream() {
  const gone = vi.fn();
  const left = new AbortController();
  let listener: Listener | undefined;
  const join = (one: Listener) => {
    listener = one;
    return gone;
  };
  const answer = streamFor({ siteId: 1, personId: 2, sessionId: "s", documentId: 7 }, left.signal, { join });
  return { answer, left, gone, listener: listener as Listener };
}

test("each word is an event of its own, and says nothing else", async () => {
  const { answer, listener } = aStream();
  listener.tell("ready");
  listener.tell("changed");
  listener.end();
  expect(await answer.text()).toBe("event: ready\ndata: 1\n\nevent: changed\ndata: 1\n\n");
  expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(answer.headers.get("x-accel-buffering")).toBe("no");
});

test("a stream that has nothing to say shows that it carries", async () => {
  const { answer, listener, gone } = aStream();
  await vi.advanceTimersByTimeAsync(2 * ALIVE_EVERY_MS);
  listener.end();
  expect(await answer.text()).toBe("event: alive\ndata: 1\n\n".repeat(2));
  expect(gone).toHaveBeenCalledTimes(1);
});

test("whoever leaves is told nothing, and nothing runs on for them", async () => {
  for (const leave of ["cancel", "abort"] as const) {
    const { answer, left, gone, listener } = aStream();
    if (leave === "cancel") await answer.body?.cancel();
    else left.abort();
    expect(gone).toHaveBeenCalledTimes(1);
    listener.tell("changed");
    listener.end();
    expect(vi.getTimerCount()).toBe(0);
  }
});

test("whoever takes nothing is let go before words pile up", () => {
  const { listener, gone } = aStream();
  for (let i = 0; i < 60; i++) listener.tell("changed");
  expect(gone).toHaveBeenCalledTimes(1);
});
