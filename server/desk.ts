import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { healthPath, isForScripts } from "#features/addresses/desk.ts";
import { SESSION_COOKIES } from "#features/sessions/cookie-name.ts";
import { SITE_HEADER } from "#features/sites/hosts.ts";
import { log } from "#lib/log.ts";
import { DOORS, type Door, doorAt } from "./doors.ts";
import {
  API_HEADERS,
  deskHeaders,
  type HeaderSet,
  isPreview,
  requestHeaders,
  STAFF_PICTURE_HEADERS,
  STREAM_HEADERS,
} from "./headers.ts";
import type { RequestHandler } from "./inside.ts";
import { carryOutPress } from "./press.ts";
import { type SaidStatus, sendNo, sendPlain, sendSentence } from "./reply.ts";
import type { Sites } from "./sites.ts";
import { withoutScripts } from "./still.ts";
import { readTarget } from "./target.ts";

/** What goes on for as long as a desk page is looked at. */
export function isStream(url: string): boolean {
  return /^\/api\/live(?:\?|$)/.test(url);
}

/** Whether it is a picture as readers would get it, for staff. */
function isPicture(path: string): boolean {
  return /^\/api\/files\/[^/]+\/[^/]+$/.test(path);
}

/** Who asks for something of the desk's side. */
type Caller =
  /** Without a session cookie: somebody who may at most knock. */
  | "stranger"
  /** With a cookie, good or not: whether it is, costs a look. */
  | "staff"
  /** A reader's page that counts its view, or a load balancer. */
  | "machine"
  /** A reader's page that asks what somebody may mean: each costs a search. */
  | "searcher";

export function callerOf({ url, headers }: Pick<IncomingMessage, "url" | "headers">): Caller {
  if (/^\/api\/(?:views|health)(?:[/?]|$)/.test(url ?? "")) return "machine";
  if (/^\/api\/suggestions(?:[/?]|$)/.test(url ?? "")) return "searcher";
  const sent = (headers.cookie ?? "").split(/[; ]/);
  const isStaffs = Object.values(SESSION_COOKIES).some((name) => sent.some((one) => one.startsWith(`${name}=`)));
  return isStaffs ? "staff" : "stranger";
}

/**
 * Hands staff requests to Next, with headers set and what no page of ours sends refused. Next is told which site was
 * asked, as the front finds it for readers' pages.
 */
export function makeDesk(
  handle: RequestHandler,
  sites: Pick<Sites, "of">,
  headersForAll: HeaderSet,
  dev: boolean,
  doors = DOORS,
) {
  return async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split("?", 1)[0] ?? "";
    const nonce = randomBytes(16).toString("base64");
    const machines = isStream(path) ? STREAM_HEADERS : isPicture(path) ? STAFF_PICTURE_HEADERS : API_HEADERS;
    const own = isForScripts(path) ? machines : deskHeaders(path, nonce, dev);
    const headers: HeaderSet = { ...headersForAll, ...own, ...requestHeaders() };

    const door = doorAt(path, doors);
    const refusal = refusalOf(request, door);
    if (refusal !== null) {
      const allowed: HeaderSet = refusal === 405 && door ? { Allow: door.methods.join(", ") } : {};
      const refuse = isForScripts(path) ? sendSentence : sendPlain;
      return refuse(request, response, refusal, { ...headers, ...allowed });
    }
    const isPress = door?.isPage && request.method === "POST";
    if (isPress && !mayBePress(request)) return sendNo(request, response, "press", headers);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    // Next reads the nonce for its inline scripts from the policy in the request.
    request.headers["content-security-policy"] = headers["Content-Security-Policy"];
    delete request.headers["content-security-policy-report-only"];
    request.headers[SITE_HEADER] = String(sites.of(request.headers.host)?.id ?? "");
    if (!dev && isPreview(path)) withoutScripts(request, response);
    try {
      if (isPress) await carryOutPress(handle, request, response, headers);
      else await handle(request, response);
    } catch (error) {
      log.atDoor("desk", `${request.method} ${path} failed`, error);
      sendPlain(request, response, 500, headers);
    }
  };
}

/** What is refused before anybody reads it. */
function refusalOf(request: IncomingMessage, door: Door | undefined): SaidStatus | null {
  const target = readTarget(request.url?.split("?", 1)[0] ?? "");
  if (!target.ok) return target.status;
  // Old load balancers ask for the health by HTTP/1.0 and name no host.
  if (!isHost(request.headers.host) && target.path !== healthPath) return 400;
  if (!door) return 404;
  if (!door.methods.includes(request.method ?? "")) return 405;
  // What has no length cannot be held to one.
  if (request.headers["transfer-encoding"] !== undefined && door.mostBytes !== Number.POSITIVE_INFINITY) return 411;
  return Number(request.headers["content-length"] ?? 0) > door.mostBytes ? 413 : null;
}

/** A name and perhaps a port: frameworks put it into addresses, and fail at what is none. */
function isHost(host = ""): boolean {
  return /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i.test(host) && URL.canParse(`http://${host}`);
}

/** Next knows two kinds: a page's script names its action in a header; a form without scripts, in its fields. */
function mayBePress({ headers }: IncomingMessage): boolean {
  return headers["next-action"] !== undefined || /^multipart\/form-data\b/.test(headers["content-type"] ?? "");
}
