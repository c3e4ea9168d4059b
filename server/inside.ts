import type { IncomingMessage, ServerResponse } from "node:http";
import { askInProcess, type Kept } from "#patches/kept-answer.ts";

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What Next answered, whole. */
export type Rendered = Kept;

/** A page that took too long. Its reader is told to come again; the log names it. */
export class RenderTimeout extends Error {
  override name = "RenderTimeout";
}

/**
 * Asks Next for a page inside this process: no socket, no network, and nothing of the reader's request goes in, so
 * that one reader's page is every reader's page.
 *
 * @param url path inside Next, with its query
 * @param headers host and scheme that the page may see
 * @throws {RenderTimeout} after `limitMs`
 */
export async function renderInside(
  handle: RequestHandler,
  url: string,
  headers: Record<string, string>,
  limitMs: number,
): Promise<Rendered> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new RenderTimeout(`${url} was not drawn in ${limitMs} ms`)), limitMs);
  try {
    const own = { "user-agent": "front", accept: "text/html,*/*", ...headers };
    return await askInProcess(handle, { url, headers: own, signal: late.signal });
  } finally {
    clearTimeout(timer);
  }
}
