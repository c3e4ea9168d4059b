import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { SITE_HEADER } from "#features/views/commands.ts";
import { log } from "#lib/log.ts";
import { API_HEADERS, deskHeaders, type HeaderSet, isPreview } from "./headers.ts";
import type { RequestHandler } from "./inside.ts";
import type { PlainStatus } from "./plain.ts";
import { sendPlain } from "./reply.ts";
import type { Sites } from "./sites.ts";
import { withoutScripts } from "./still.ts";
import { readTarget } from "./target.ts";

/** The most a request may carry, in bytes: a text of 2 MB with room for its JSON. */
const LARGEST_BODY = 3 * 1024 * 1024;
/** The same for machines: a view is a number. */
const LARGEST_BEACON = 1_024;

/** Staff pages and what machines call; everything else is for readers. */
export function isForStaff(url: string): boolean {
  return /^\/(?:desk|login|api)(?:[/?]|$)/.test(url);
}

/** Who asks for something of the desk's side. */
type Caller =
  /** Without a session cookie: somebody who may at most knock. */
  | "stranger"
  /** With a cookie, good or not: whether it is, costs a look. */
  | "staff"
  /** A reader's page that counts its view, or a load balancer. */
  | "machine";

export function callerOf({ url, headers }: Pick<IncomingMessage, "url" | "headers">): Caller {
  if (/^\/api\/(?:views|health)(?:[/?]|$)/.test(url ?? "")) return "machine";
  return /(?:^|[; ])(?:__Secure-)?next-auth\.session-token=/.test(headers.cookie ?? "") ? "staff" : "stranger";
}

/**
 * Hands staff requests to Next, with headers set and what no page of ours sends refused. Next is told which site was
 * asked, as the front finds it for readers' pages.
 */
export function makeDesk(handle: RequestHandler, sites: Pick<Sites, "of">, headersForAll: HeaderSet, dev: boolean) {
  return async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split("?", 1)[0] ?? "";
    const nonce = randomBytes(16).toString("base64");
    const own = path.startsWith("/api") ? API_HEADERS : deskHeaders(path, nonce, dev);
    const headers: HeaderSet = { ...headersForAll, ...own };

    const refusal = refusalOf(request);
    if (refusal) return sendPlain(request, response, refusal, headers);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    // Next reads the nonce for its inline scripts from the policy in the request.
    request.headers["content-security-policy"] = headers["Content-Security-Policy"];
    delete request.headers["content-security-policy-report-only"];
    request.headers[SITE_HEADER] = String(sites.of(request.headers.host)?.id ?? "");
    if (!dev && isPreview(path)) withoutScripts(request, response);
    try {
      await handle(request, response);
    } catch (error) {
      log.error(`${request.method} ${path} failed`, error);
      sendPlain(request, response, 500, headers);
    }
  };
}

function refusalOf(request: IncomingMessage): PlainStatus | null {
  const target = readTarget(request.url?.split("?", 1)[0] ?? "");
  if (!target.ok) return target.status;
  if (!METHODS.has(request.method ?? "")) return 405;
  if (request.headers["transfer-encoding"] !== undefined) return 411;
  const largest = callerOf(request) === "machine" ? LARGEST_BEACON : LARGEST_BODY;
  return Number(request.headers["content-length"] ?? 0) > largest ? 413 : null;
}

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);
