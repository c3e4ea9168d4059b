import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { find, findOldAddress } from "#features/reading/find.ts";
import { lastsUntil } from "#features/reading/lasts.ts";
import { inside } from "#features/reading/paths.ts";
import type { Resolution } from "#features/reading/resolve.ts";
import type { Site } from "#features/reading/types.ts";
import { log } from "#lib/log.ts";
import { type Made, NO_ADDRESS, type Place, type Shelf } from "./bytes.ts";
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
  /** Whether the database has answered since a moment of `performance.now()`; else a failure is an outage and no bug. */
  hadDatabaseSince: (moment: number) => boolean;
  headersForAll: HeaderSet;
  /** Hears of each page that was ready, or had to be made. */
  looked?: ((found: "hit" | "miss") => void) | undefined;
  /** For how long a page is made again that announcements keep overtaking, in milliseconds. */
  patienceMs?: number;
};

type Good = Extract<Target, { ok: true }>;

/** Announcements came faster than the page could be made. What we hold may be old, and is not sent. */
class Overtaken extends Error {
  override name = "Overtaken";
}

/** A batch that is confirmed announces the same lists some fifty times in a row; it takes a second or two. */
const PATIENCE_MS = 5_000;

/** When somebody who meets a hidden article may ask again, in seconds. */
const HIDDEN_FOR = "3600";

type Reader = {
  /** Sends what lies ready under exactly this address, and says whether there was something. */
  sendReady(request: IncomingMessage, response: ServerResponse): boolean;
  /** @param address the client's, for the throttle */
  answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<void>;
};

/** Answers readers: from memory, else once from Next. */
export function makeReader(parts: Parts): Reader {
  const { sites, shelf, throttle, find, findOldAddress, draw, hadDatabaseSince, headersForAll } = parts;
  const { patienceMs = PATIENCE_MS, looked } = parts;
  const gate = makeGate(8, 400);
  const always: HeaderSet = { ...headersForAll, ...READER_HEADERS, Vary: "Accept-Encoding" };
  const lasting: HeaderSet = { ...always, "Cache-Control": "no-cache" };
  const passing: HeaderSet = { ...always, "Cache-Control": "no-store" };

  return { sendReady, answer };

  function sendReady(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const site = sites.of(request.headers.host);
    const ready = site && shelf.find({ siteId: site.id, path: request.url ?? "/" });
    if (!ready) return false;
    send(request, response, ready);
    looked?.("hit");
    return true;
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
    looked?.(kept ? "hit" : "miss");
    if (kept && target.query === "") return send(request, response, kept);
    if (!throttle.admits(address)) return kept ? send(request, response, kept) : refuse(429);
    const began = performance.now();
    try {
      const older = kept ? await oldAddress(site, target) : null;
      // What was kept a moment ago may have been announced since.
      return send(
        request,
        response,
        older ?? shelf.find({ siteId: site.id, path }) ?? (await fresh(site, path, target)),
      );
    } catch (error) {
      const passes = willPass(error) || !hadDatabaseSince(began);
      const ready = passes && shelf.find({ siteId: site.id, path });
      if (ready) return send(request, response, ready);
      const kind = passes ? "a reader waits" : "a reader's page failed";
      log.atDoor(kind, `${site.key}${target.address} could not be answered`, error);
      refuse(passes ? 503 : 500);
    }
  }

  /** Made again when it was overtaken, or failed: what was live when it began may be gone by now. */
  async function fresh(site: Site, path: string, target: Good): Promise<Reply> {
    const began = performance.now();
    let hasFailed = false;
    for (let waitMs = 10; ; waitMs = Math.min(waitMs * 2, 200)) {
      try {
        return await makeOnce(site, path, target);
      } catch (error) {
        if (performance.now() - began > patienceMs) throw error;
        if (error instanceof Overtaken) await pause(waitMs);
        else if (hasFailed || willPass(error) || !hadDatabaseSince(began)) throw error;
        else hasFailed = true;
      }
    }
  }

  async function makeOnce(site: Site, path: string, target: Good): Promise<Reply> {
    const place = { siteId: site.id, path: path + target.query };
    return upToDate(await shelf.make(place, () => resolveAndDraw(site, path, target)), place);
  }

  function upToDate({ reply, stale }: Made<Reply>, { path }: Place): Reply {
    if (stale) throw new Overtaken(`Something was announced each time that ${path} was made`);
    return reply;
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
        return withoutAddress(site, inside.hidden(site.key, resolution.of), 503, {
          ...passing,
          "Retry-After": HIDDEN_FOR,
        });
      case "unknown":
        return unknown(site);
      default:
        if (resolution.path !== path) return makeRedirect(resolution.path + query, passing);
        return query === ""
          ? page(site, insideOf(site, resolution))
          : pageUnderItsPath(site, path, insideOf(site, resolution));
    }
  }

  /** A query that means nothing to us gets the same bytes, or anybody could have a page drawn as often as they like. */
  async function pageUnderItsPath(site: Site, path: string, within: string): Promise<Reply> {
    const place = { siteId: site.id, path };
    const reply = shelf.find(place) ?? upToDate(await shelf.make(place, () => page(site, within)), place);
    return { ...reply, keep: false };
  }

  async function page(site: Site, within: string): Promise<Reply> {
    const rendered = await gate.through(() => draw(site, within));
    if (rendered.status === 404) return unknown(site);
    return finish(within, rendered, 200, lasting);
  }

  function unknown(site: Site): Promise<Reply> {
    return withoutAddress(site, inside.unknown(site.key), 404, passing);
  }

  /** Kept once for all addresses that get it, never under any of them. */
  async function withoutAddress(site: Site, within: string, status: number, headers: HeaderSet): Promise<Reply> {
    const place = { siteId: site.id, path: NO_ADDRESS + within };
    const kept = shelf.find(place);
    if (kept) return { ...kept, keep: false };
    const made = await shelf.make(place, async () =>
      finish(within, await gate.through(() => draw(site, within)), status, headers),
    );
    return { ...upToDate(made, place), keep: false };
  }
}

/** Where in Next a page is drawn. */
function insideOf({ key }: Site, page: Extract<Resolution, { path: string }>): string {
  return page.kind === "own_page" ? inside.ownPage(key, page.number) : inside.page(key, page.path);
}

function willPass(error: unknown): boolean {
  return error instanceof RenderTimeout || error instanceof Overcrowded || error instanceof Overtaken;
}

async function finish(within: string, rendered: Rendered, status: number, headers: HeaderSet): Promise<Reply> {
  if (rendered.status !== 200) throw new Error(`Next answered ${rendered.status} to ${within}`);
  const isPage = rendered.type.startsWith("text/html");
  const text = isPage ? strip(rendered.body.toString("utf8")) : null;
  const body = text === null ? rendered.body : Buffer.from(text);
  const until = text === null ? null : lastsUntil(text);
  return makeReply(status, await encode(rendered.type, body), headers, true, until);
}
