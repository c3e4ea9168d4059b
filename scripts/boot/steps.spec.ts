import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { step } from "./steps.ts";

const BUILD = { name: "Build", doing: "making the pages ready" };
let said: string[];

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  vi.spyOn(process.stdout, "write").mockImplementation((words) => said.push(String(words)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const lasting = (ms: number, result: { how: string }) =>
  new Promise<{ how: string }>((resolve) => setTimeout(() => resolve(result), ms));

test("a step that takes a while says what it is at, then what came of it and how long it took", async () => {
  const done = step(BUILD, () => lasting(36_300, { how: "built" }));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(said).toEqual(["Build: making the pages ready …\n"]);
  await vi.advanceTimersByTimeAsync(60_000);
  await done;
  expect(said.slice(1)).toEqual(["Build: built (36.3 s)\n"]);
});

test("a step that is done at once says only what came of it", async () => {
  const done = step(BUILD, () => lasting(100, { how: "up to date" }));
  await vi.advanceTimersByTimeAsync(5_000);
  await done;
  expect(said).toEqual(["Build: up to date (0.1 s)\n"]);
});

test("a step that fails says nothing of having been done", async () => {
  const failed = step(BUILD, () => Promise.reject(new Error("no room")));
  await expect(failed).rejects.toThrow("no room");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(said).toEqual([]);
});
