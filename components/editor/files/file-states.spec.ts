import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NOTHING_SAID } from "#features/files/testing-rights.ts";
import { factsIn, makeFileStates } from "./file-states.ts";
import type { FileView } from "./file-view.ts";

const HASH = "ab".repeat(32);
const said = (state: FileView["state"]): FileView => ({
  ...{ sha256: HASH, name: "a.jpg", state, failure: null, hidden: false, width: null, height: null },
  ...{ renditions: [], placeholder: "", mediaType: "image/jpeg", size: 1, pages: null, hasText: false },
  ...{ durationMs: null, codecs: "", caption: "", credit: "", alt: "" },
  rights: NOTHING_SAID,
});

function answering(...answers: (FileView | "missing" | Error)[]) {
  let asked = 0;
  const states = makeFileStates(async () => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    if (answer === undefined || answer instanceof Error) throw answer;
    return answer;
  });
  return { states, asked: () => asked };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a picture that is being made is asked for until it is ready, less and less often", async () => {
  const { states, asked } = answering(...Array(6).fill(said("waiting")), said("ready"));
  const end = states.watch(HASH);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked()).toBe(2);
  expect(states.of(HASH)).toMatchObject({ state: "waiting" });
  await vi.advanceTimersByTimeAsync(1_499);
  expect(asked()).toBe(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states.of(HASH)).toMatchObject({ state: "ready" });
  expect(asked()).toBe(7);
  end();
});

test("a server that is away is asked again, and a file that is not there is said so", async () => {
  const { states, asked } = answering(new Error("away"), "missing");
  const end = states.watch(HASH);
  await vi.advanceTimersByTimeAsync(0);
  expect(states.of(HASH)).toBeNull();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states.of(HASH)).toBe("missing");
  expect(asked()).toBe(2);
  states.wake();
  expect(asked()).toBe(3);
  end();
});

test("two who watch ask once, and nobody asks for what nobody watches", async () => {
  const { states, asked } = answering(said("waiting"));
  const ends = [states.watch(HASH), states.watch(HASH)];
  await vi.advanceTimersByTimeAsync(0);
  expect(asked()).toBe(1);
  for (const end of ends) end();
  await vi.advanceTimersByTimeAsync(60_000);
  states.wake();
  expect(asked()).toBe(1);
});

test("what no reader may have is asked for again by whoever comes back to the page, and stands in the way meanwhile", async () => {
  const { states, asked } = answering({ ...said("ready"), hidden: true }, said("ready"));
  const end = states.watch(HASH);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([asked(), factsIn(states.of(HASH))?.state]).toEqual([1, "hidden"]);
  states.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect([asked(), factsIn(states.of(HASH))?.state]).toEqual([2, "ready"]);
  end();
});

test("coming back to the page asks at once for what was being made", async () => {
  const { states, asked } = answering(said("waiting"), said("waiting"), said("failed"));
  const heard = vi.fn();
  states.subscribe(heard);
  const end = states.watch(HASH);
  await vi.advanceTimersByTimeAsync(1_000);
  states.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked()).toBe(3);
  expect(states.of(HASH)).toMatchObject({ state: "failed" });
  states.wake();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked()).toBe(3);
  expect(heard).toHaveBeenCalled();
  end();
});
