import { setTimeout as pause } from "node:timers/promises";

/** So long others wait at most, and so long it is their turn then; in milliseconds. It takes half of a processor at most. */
const WORKS_MS = 25;
const RESTS_MS = 25;

/**
 * For work that takes minutes beside others in one process: to be waited for after each small step, it lets the others go on
 * when their time has come.
 *
 * @param ending its reason is thrown at the next step after it is aborted
 */
export function inSlices(ending: AbortSignal): () => Promise<void> {
  let began = performance.now();
  return async () => {
    ending.throwIfAborted();
    if (performance.now() - began < WORKS_MS) return;
    await pause(RESTS_MS);
    began = performance.now();
  };
}
