import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { log } from "#lib/log.ts";
import { makeGrace } from "./grace.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(log, "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function aGrace(nobodyCan: () => boolean) {
  const forgetAll = vi.fn();
  return { forgetAll, ...makeGrace({ graceMs: 10_000, nobodyCan: async () => nobodyCan(), forgetAll }) };
}

test("where others may decide, finished pages are sent for the grace and no longer, however often it is said", async () => {
  const { forgetAll, begin } = aGrace(() => false);
  begin();
  await vi.advanceTimersByTimeAsync(6_000);
  begin();
  await vi.advanceTimersByTimeAsync(3_999);
  expect(forgetAll).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(forgetAll).toHaveBeenCalledOnce();
});

test("where nobody can decide anything they go on, for as long as that is so", async () => {
  let isAlone = true;
  const { forgetAll, begin } = aGrace(() => isAlone);
  begin();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(forgetAll).not.toHaveBeenCalled();
  isAlone = false;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(forgetAll).toHaveBeenCalledOnce();
});

test("who hears again in time forgets nothing, and the next outage has a grace of its own", async () => {
  const { forgetAll, begin, end } = aGrace(() => false);
  begin();
  await vi.advanceTimersByTimeAsync(9_000);
  end();
  await vi.advanceTimersByTimeAsync(60_000);
  begin();
  await vi.advanceTimersByTimeAsync(9_000);
  end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(forgetAll).not.toHaveBeenCalled();
});
