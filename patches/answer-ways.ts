import type { ServerResponse } from "node:http";

/** Every way in which a handler begins, says and ends an answer. Source: Node 24, _http_server.js and _http_outgoing.js. */
const WAYS = ["writeHead", "flushHeaders", "write", "end"] as const;
type Own = Pick<ServerResponse, (typeof WAYS)[number]>;
/** Loosely: each of them may be called in several manners. */
type Others = Record<(typeof WAYS)[number], (...given: never[]) => unknown>;

/**
 * Lets somebody stand between a handler and its response.
 *
 * @returns the response's own ways, and how to put others in their place; each time all of them
 */
export function waysOf(response: ServerResponse): { own: Own; use(others: Others): void } {
  const own: Own = {
    writeHead: response.writeHead.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
  };
  return { own, use: (others) => void Object.assign(response, others) };
}

/**
 * What is handed to `write` or `end` may end with a function to be called when it is done.
 * @returns `answer`
 */
export function callLast<T>(given: readonly unknown[], answer: T): T {
  const last = given.at(-1);
  if (typeof last === "function") queueMicrotask(() => last());
  return answer;
}
