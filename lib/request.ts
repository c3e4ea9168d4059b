import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "./process-wide.ts";

/** What Next's bundle logs belongs to the request that the front let in. */
const requests = processWide("toasoan.requests", () => new AsyncLocalStorage<string>());

/** Runs the work that answers a request, under the name by which a person can ask about it. */
export function inRequest<T>(id: string, work: () => T): T {
  return requests.run(id, work);
}

/** The name of the request that is answered here; undefined where none is. */
export function requestId(): string | undefined {
  return requests.getStore();
}
