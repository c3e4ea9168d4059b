import type { IncomingMessage, ServerResponse } from "node:http";
import type { find, findOldAddress } from "#features/reading/find.ts";
import { inside } from "#features/reading/paths.ts";
import type { Resolution } from "#features/reading/resolve.ts";
import type { Site } from "#features/reading/types.ts";
import { log } from "#lib/log.ts";
import { NO_ADDRESS, type Shelf } from "./bytes.ts";
import { encode } from "./encode.ts";
import { makeGate, Overcrowded } from "./gate.ts";
import { type HeaderSet, READER_HEADERS } from "./headers.ts";
import { type Rendered, RenderTimeout } from "./inside.ts";
import type { PlainStatus } from "./plain.ts";
import { makeRedirect, makeReply, type Reply, send, sendPlain } from "./reply.ts";
import type { Sites } from "./sites.ts";
import { strip } from "./strip.ts";
import { readTarget, type Target } from "./target.ts";
import type { Throttle } from "./throttle.ts";

type Parts = {
  sites: Sites;
  shelf: Shelf<Reply>;
  throttle: Throttle;
  find: typeof find;
  findOldAddress: typeof findOldAddress;
  /** Asks Next for a path inside it, on behalf of a site. */
  draw: (site: Site, path: string) => Promise<Rendered>;
  /** Whether the database answers; while it does not, a failure is an outage and no bug. */
  hasDatabase: () => boolean;
  headersForAll: HeaderSet;
};

type Good = Extract<Target, { ok: true }>;

/** How often a page is made again because something was announced while it was made. */
const TRIES = 3;

/** When somebody who meets a hidden article may ask again, in seconds. */
const HIDDEN_FOR = "3600";

export type Reader = {
  /** Sends what lies ready under exactly this address, and says whether there was something. */
  sendReady(request: IncomingMessage, response: ServerResponse): boolean;
  /** @param address the client's, for the throttle */
  answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<void>;
};

/** Answers readers: from memory, else once from Next. */
export function makeReader(parts: Parts): Reader {
  const { sites, shelf, throttle, find, findOldAddress, draw, hasDatabase, headersForAll } = parts;
  const gate = makeGate(8, 400);
  const always: HeaderSet = { ...headersForAll, ...READER_HEADERS, Vary: "Accept-Encoding" };
  const fresh: HeaderSet = { ...always, "Cache-Control": "no-cache" };
  const passing: HeaderSet = { ...always, "Cache-Control": "no-store" };

  return { sendReady, answer };

  function sendReady(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const site = sites.of(request.headers.host);
    const ready = site && shelf.find({ siteId: site.id, path: request.url ?? "/" });
    if (ready) send(request, response, ready);
    return Boolean(ready);
  }

  async function answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    const refuse = (status: PlainStatus, more: HeaderSet = {}) =>
      sendPlain(request, response, status, { ...always, ...more });
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, { Allow: "GET, HEAD" });
    const site = sites.of(request.headers.host);
    if (!site) return refuse(503);
    const url = request.url ?? "/";
    const target = readTarget(url);
    if (!target.ok) return refuse(target.status);
    const path = url.split("?", 1)[0] ?? "/";
    const kept = shelf.find({ siteId: site.id, path });
    if (kept && target.query === "") return send(request, response, kept);
    if (!throttle.admits(address)) return kept ? send(request, response, kept) : refuse(429);
    try {
      if (kept) return send(request, response, (await oldAddress(site, target)) ?? kept);
      return send(request, response, await makeFresh(site, path, target));
    } catch (error) {
      log.error(`${site.key}${target.address} could not be answered`, error);
      refuse(willPass(error) || !hasDatabase() ? 503 : 500);
    }
  }

  /** Made again when it was overtaken, or failed: what was live when it began may be gone by now. */
  async function makeFresh(site: Site, path: string, target: Good): Promise<Reply> {
    for (let tried = 1; ; tried += 1) {
      try {
        const place = { siteId: site.id, path: path + target.query };
        const { reply, stale } = await shelf.make(place, () => resolveAndDraw(site, path, target));
        if (!stale || tried === TRIES) return reply;
      } catch (error) {
        if (tried > 1 || willPass(error)) throw error;
      }
    }
  }

  async function resolveAndDraw(site: Site, path: string, target: Good): Promise<Reply> {
    return replyTo(site, await find(site.id, target.path, target.query), path, target);
  }

  async function oldAddress(site: Site, target: Good): Promise<Reply | null> {
    const resolution = await findOldAddress(site.id, target.path, target.query);
    return resolution && replyTo(site, resolution, target.address, target);
  }

  async function replyTo(site: Site, resolution: Resolution, path: string, { query }: Good): Promise<Reply> {
    switch (resolution.kind) {
      case "moved":
        return makeRedirect(resolution.to, passing);
      case "gone":
        return withoutAddress(site, inside.gone(site.key, resolution.number), 410, passing);
      case "hidden":
        return withoutAddress(site, inside.hidden(site.key), 503, { ...passing, "Retry-After": HIDDEN_FOR });
      case "unknown":
        return unknown(site);
      default:
        if (resolution.path !== path) return makeRedirect(resolution.path + query, passing);
        return page(site, path, query === "");
    }
  }

  async function page(site: Site, path: string, keep: boolean): Promise<Reply> {
    const within = inside.page(site.key, path);
    const rendered = await gate.through(() => draw(site, within));
    if (rendered.status === 404) return unknown(site);
    return finish(within, rendered, 200, fresh, keep);
  }

  function unknown(site: Site): Promise<Reply> {
    return withoutAddress(site, inside.unknown(site.key), 404, passing);
  }

  /** Kept once for all addresses that get it, never under any of them. */
  async function withoutAddress(site: Site, within: string, status: number, headers: HeaderSet): Promise<Reply> {
    const place = { siteId: site.id, path: NO_ADDRESS + within };
    const kept = shelf.find(place);
    if (kept) return { ...kept, keep: false };
    const { reply } = await shelf.make(place, async () =>
      finish(within, await gate.through(() => draw(site, within)), status, headers, true),
    );
    return { ...reply, keep: false };
  }
}

function willPass(error: unknown): boolean {
  return error instanceof RenderTimeout || error instanceof Overcrowded;
}

async function finish(
  within: string,
  rendered: Rendered,
  status: number,
  headers: HeaderSet,
  keep: boolean,
): Promise<Reply> {
  if (rendered.status !== 200) throw new Error(`Next answered ${rendered.status} to ${within}`);
  const isPage = rendered.type.startsWith("text/html");
  const body = isPage ? Buffer.from(strip(rendered.body.toString("utf8"))) : rendered.body;
  return makeReply(status, await encode(rendered.type, body), headers, keep);
}
