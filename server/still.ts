import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "#lib/log.ts";
import { callLast, waysOf } from "#patches/answer-ways.ts";
import { plainNoArticle } from "./plain.ts";
import { strip } from "./strip.ts";

/**
 * Makes the answer to one request a page without scripts, as readers get theirs: it is kept until it is whole, and what
 * only the client runtime needs is taken out. A frame that may run nothing then has nothing to run. What is no page, and
 * a page that needs its scripts to be whole, goes out as it is.
 */
export function withoutScripts(request: IncomingMessage, response: ServerResponse): void {
  // A compressed page could not be read here.
  delete request.headers["accept-encoding"];
  const chunks: Buffer[] = [];
  const { own, use } = waysOf(response);
  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk, encoding === "latin1" ? "latin1" : "utf8"));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  use({
    ...own,
    flushHeaders: () => undefined,
    write(chunk: unknown, ...rest: unknown[]) {
      keep(chunk, rest[0]);
      return callLast(rest, true);
    },
    end(...rest: unknown[]) {
      keep(rest[0], rest[1]);
      const whole = Buffer.concat(chunks);
      const isPage = String(response.getHeader("content-type")).startsWith("text/html");
      const isNone = isPage && response.statusCode === 404;
      const page = isNone ? noArticle(response) : isPage ? stripped(whole) : whole;
      return own.end(page, () => callLast(rest, undefined));
    },
  });
}

/** Next says that nothing is there by a script, which a still page has not. */
function noArticle(response: ServerResponse): Buffer {
  const { headers, page } = plainNoArticle();
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  return page;
}

function stripped(page: Buffer): Buffer {
  try {
    return Buffer.from(strip(page.toString()));
  } catch (error) {
    log.error("a preview keeps its scripts", error);
    return page;
  }
}
