import { randomBytes, randomInt } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { SCHEME_HEADER } from "#features/edge/same-origin.ts";

/**
 * On every request that is handed on. To answer a press, Next fetches the page that follows from this very server, with
 * the headers of the press, but fetch puts its own host in their place: without this note it would be somebody on this
 * machine who asks for a page of the first site.
 */
const PASSED_ON = "x-passed-on-by";
/** Known to this process alone. */
const THIS_PROCESS = randomBytes(16).toString("hex");

/**
 * Says who asks, in the one way the product believes: afterwards `x-forwarded-for` is a single address,
 * `x-forwarded-host` and `x-newsroom-scheme` are what the client used, and nothing else that a client claimed is left.
 * `x-forwarded-proto` is what this port speaks: Next fetches from it, and would speak as the client does.
 *
 * @param trustProxy a proxy of ours stands in front: what it added last is true. Without one, what comes in is a
 *   client's own claim and is thrown away.
 * @returns the client's address
 */
export function identifyClient(request: IncomingMessage, trustProxy: boolean): string {
  const { headers } = request;
  const isPassedOn = headers[PASSED_ON] === THIS_PROCESS;
  const isTrusted = trustProxy || isPassedOn;
  const own = request.socket.remoteAddress ?? "";
  const address = (isTrusted && addressIn(last(headers["x-forwarded-for"]))) || own;
  const host = (isTrusted && last(headers["x-forwarded-host"])) || headers.host;
  if (!isTrusted || !NAME.test(last(headers[REQUEST_ID]))) delete headers[REQUEST_ID];
  const saidScheme = last(headers[isPassedOn ? SCHEME_HEADER : "x-forwarded-proto"]).toLowerCase();
  for (const name of Object.keys(headers)) if (CLAIMS.test(name)) delete headers[name];
  headers[PASSED_ON] = THIS_PROCESS;
  headers["x-forwarded-for"] = address;
  headers["x-forwarded-proto"] = "http";
  headers[SCHEME_HEADER] = isTrusted && saidScheme === "https" ? "https" : "http";
  if (host !== undefined) {
    headers.host = host;
    headers["x-forwarded-host"] = host;
  }
  return address;
}

/** By this name a person can ask about a request. */
export const REQUEST_ID = "x-request-id";

/** The one that a proxy of ours gave it, which `identifyClient` leaves, else a new one; it goes on with the request. */
export function nameRequest({ headers }: Pick<IncomingMessage, "headers">): string {
  const name = last(headers[REQUEST_ID]) || newName();
  headers[REQUEST_ID] = name;
  return name;
}

/** What a proxy may call a request, in letters that need no quoting anywhere. */
const NAME = /^[\w.:=@+/-]{1,64}$/;

/** Letters and digits that nobody takes for each other when one reads them out. */
const CLEAR = "abcdefghjkmnpqrstuvwxyz23456789";

function newName(): string {
  const four = () => Array.from({ length: 4 }, () => CLEAR[randomInt(CLEAR.length)]).join("");
  return `${four()}-${four()}`;
}

/** Who one is and where one goes, as proxies say it; and the notes that Next writes to itself. */
const CLAIMS =
  /^(?:forwarded|via|x-forwarded-.*|x-real-ip|x-client-ip|x-middleware-.*|x-nextjs-.*|x-next-.*|x-invoke-.*|x-matched-path|x-prerender-.*|x-now-.*)$/;

/** Some proxies write the port as well, which differs with every connection. */
function addressIn(said: string): string {
  const bare = isIP(said) ? said : said.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
  return isIP(bare) ? bare : "";
}

function last(value: string | string[] | undefined): string {
  const all = Array.isArray(value) ? value.join(",") : (value ?? "");
  return all.split(",").at(-1)?.trim() ?? "";
}
