import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "#lib/process-wide.ts";

/** One request that is to carry out an action. */
type Press = { hasBegun: boolean };

/** The front watches what begins in Next's bundle. */
const presses = processWide("toasoan.presses", () => new AsyncLocalStorage<Press>());

/** Runs the work that answers a press; its action, if it gets as far as one, sets `hasBegun`. */
export function watchPress<T>(press: Press, work: () => T): T {
  return presses.run(press, work);
}

/** An action has been found, its words have been read, and from here on what happens is ours to answer for. */
export function beginPress(): void {
  const press = presses.getStore();
  if (press) press.hasBegun = true;
}
