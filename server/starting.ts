import type { IncomingMessage, ServerResponse } from "node:http";
import { healthPath } from "#features/addresses/desk.ts";
import { health } from "#lib/readiness.ts";
import { API_HEADERS, type HeaderSet } from "./headers.ts";
import { sendPlain } from "./reply.ts";

/** Before Next is there: monitors hear what is still missing, everybody else a page that says to come back. */
export async function answerStarting(
  request: IncomingMessage,
  response: ServerResponse,
  common: HeaderSet,
  readers: HeaderSet,
): Promise<void> {
  if (request.url?.split("?", 1)[0] !== healthPath) return sendPlain(request, response, 503, readers);
  const { status, body } = await health();
  response.writeHead(status, { ...common, ...API_HEADERS, "Content-Type": "application/json" });
  response.end(JSON.stringify(body));
}
