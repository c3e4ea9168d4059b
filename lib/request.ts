import { AsyncLocalStorage } from "node:async_hooks";

const place = Symbol.for("toasoan.requests");
const shared = globalThis as { [place]?: AsyncLocalStorage<string> };

/** One for the process: what Next's bundle logs belongs to the request that the front let in. */
function requests(): AsyncLocalStorage<string> {
  shared[place] ??= new AsyncLocalStorage();
  return shared[place];
}

/** Runs the work that answers a request, under the name by which a person can ask about it. */
export function inRequest<T>(id: string, work: () => T): T {
  return requests().run(id, work);
}

/** The name of the request that is answered here; undefined where none is. */
export function requestId(): string | undefined {
  return requests().getStore();
}
