import type { IncomingMessage, ServerResponse } from "node:http";
import { watchPress } from "#features/edge/presses.ts";
import { isFromUs } from "#features/edge/same-origin.ts";
import { callLast, waysOf } from "#patches/answer-ways.ts";
import type { HeaderSet } from "./headers.ts";
import type { RequestHandler } from "./inside.ts";
import { sendNo } from "./reply.ts";

/** Next's word to its own client that an action is of another build; the desk then asks for a new page. */
const NOT_FOUND = "x-nextjs-action-not-found";

/**
 * Lets Next carry out what somebody pressed. As long as no action of ours has begun, every "no" and every failure is the
 * framework's, at words it could not read, an action it does not know, or a page that is not ours: whoever sent them
 * gets a 4xx of ours and a sentence.
 *
 * @param headers what every answer says
 */
export async function carryOutPress(
  handle: RequestHandler,
  request: IncomingMessage,
  response: ServerResponse,
  headers: HeaderSet,
): Promise<void> {
  const press = { hasBegun: false };
  const { own, use } = waysOf(response);
  let isRefused: boolean | undefined;

  /** Decides once, before the first word goes out. */
  function refused(): boolean {
    isRefused ??= !press.hasBegun && isNo(request, response);
    if (!isRefused || response.headersSent) return isRefused;
    const isOld = response.hasHeader(NOT_FOUND) && response.statusCode === 404;
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    use(own);
    const kind = isFromUs(webHeaders(request)) ? (isOld ? "oldPress" : "press") : "foreignPress";
    sendNo(request, response, kind, isOld ? { ...headers, [NOT_FOUND]: "1" } : headers);
    use(silent);
    return true;
  }

  const silent = {
    write: (...rest: unknown[]) => callLast(rest, true),
    end: (...rest: unknown[]) => callLast(rest, response),
    writeHead: () => response,
    flushHeaders: () => undefined,
  };
  use({
    write: (...rest: Parameters<typeof own.write>) => (refused() ? silent.write(...rest) : own.write(...rest)),
    end: (...rest: Parameters<typeof own.end>) => (refused() ? silent.end(...rest) : own.end(...rest)),
    writeHead(...rest: Parameters<typeof own.writeHead>) {
      response.statusCode = rest[0];
      return refused() ? response : own.writeHead(...rest);
    },
    flushHeaders: () => void (refused() || own.flushHeaders()),
  });
  try {
    await watchPress(press, () => handle(request, response));
  } catch (error) {
    if (press.hasBegun || response.headersSent) throw error;
    response.statusCode = 400;
    response.end();
  }
}

/** A press that was carried out is answered in React's words, sends the person on, or is the page itself. */
function isNo(request: IncomingMessage, response: ServerResponse): boolean {
  if (response.statusCode >= 400) return true;
  if (response.statusCode >= 300 || request.headers["next-action"] === undefined) return false;
  const isCarriedOut = response.hasHeader("x-action-redirect");
  return !isCarriedOut && !String(response.getHeader("content-type")).startsWith("text/x-component");
}

function webHeaders({ headers }: IncomingMessage): Headers {
  const said = Object.entries(headers).filter((one): one is [string, string] => typeof one[1] === "string");
  return new Headers(said);
}
