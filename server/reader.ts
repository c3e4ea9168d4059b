import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { type Drawable, insidePath, PROBLEMS } from "#features/addresses/inside.ts";
import { isForPrograms } from "#features/addresses/machines.ts";
import { asksWords } from "#features/addresses/papers.ts";
import { isChosenByQuery, isSearching } from "#features/addresses/public.ts";
import type { find, findOldAddress } from "#features/reading/find.ts";
import type { Resolution } from "#features/reading/resolve.ts";
import type { Site } from "#features/reading/types.ts";
import { log } from "#lib/log.ts";
import { makeSemaphore, Overcrowded } from "#lib/semaphore.ts";
import { finish } from "./finish.ts";
import { FILE_PAGE_HEADERS, type HeaderSet, OPEN_HEADERS, PREFLIGHT_HEADERS, READER_HEADERS } from "./headers.ts";
import { type Rendered, RenderTimeout } from "./inside.ts";
import { type CacheKey, type Made, NO_ADDRESS, type PageCache } from "./page-cache.ts";
import type { PlainStatus } from "./plain.ts";
import { makeRedirect, type Reply, send, sendPlain, sendProblem } from "./reply.ts";
import { makeRounds } from "./rounds.ts";
import type { Sites } from "./sites.ts";
import type { ToCaches } from "./surrogate.ts";
import { type RequestTarget, readTarget } from "./target.ts";
import type { Throttle } from "./throttle.ts";
import { makeTightener } from "./tightener.ts";

type Parts = {
  sites: Sites;
  cache: PageCache<Reply>;
  throttle: Throttle;
  /** For searches, of which each costs what a dozen pages do. */
  searches: Throttle;
  find: typeof find;
  findOldAddress: typeof findOldAddress;
  /** Asks Next for a path inside it, on behalf of a site. */
  draw: (site: Site, path: string) => Promise<Rendered>;
  /** Runs work in which everything that is asked of the database is answered as of one moment. */
  inOneSnapshot: <T>(work: () => Promise<T>) => Promise<T>;
  /** Whether the database has answered since a moment of `performance.now()`; else a failure is an outage and no bug. */
  hadDatabaseSince: (moment: number) => boolean;
  headersForAll: HeaderSet;
  /** Stands in each page's head, so that its fonts come with it. */
  fontsAhead: string;
  /** What caches in front of us are told beside. */
  toCaches?: ToCaches | undefined;
  /** Hears of each page that was ready, or had to be made. */
  looked?: ((found: "hit" | "miss") => void) | undefined;
};

type Good = Extract<RequestTarget, { ok: true }>;

/** How a page comes to be: shared with whoever asks for it meanwhile, or for oneself alone. */
type Way = {
  make(place: CacheKey, work: () => Promise<Reply>): Promise<Reply>;
  draw(site: Site, within: string, what: Drawable): Promise<Rendered>;
};

/** Something was announced while the page was made. What we hold may be old, or be of two moments, and is not sent. */
class Overtaken extends Error {
  override name = "Overtaken";
}

/** How often a page is made in the ordinary way, and overtaken, before it is drawn as of one moment. */
const TRIES = 2;

/** Before a page that was overtaken is made again, in milliseconds: what is announced often comes more than once. */
const AFTER_MS = 10;

/** Before what is asked for as an older system's address only. */
const OLD = "?";

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
  const { sites, cache, throttle, find, findOldAddress, draw, hadDatabaseSince, headersForAll, fontsAhead } = parts;
  const { inOneSnapshot, looked, searches, toCaches } = parts;
  const drawing = makeSemaphore(8, 400);
  // Apart from the others: pages are drawn while searches wait.
  const searching = makeSemaphore(3, 60);
  const inRounds = makeRounds();
  const tightenLater = makeTightener(cache);
  const shared: Way = {
    make: async (place, work) => upToDate(await cache.make(place, work), place),
    draw: (site, within, what) => (isSearch(what) ? searching : drawing).through(() => draw(site, within)),
  };
  const alone: Way = { make: (_, work) => work(), draw: (site, within) => draw(site, within) };
  const always: HeaderSet = { ...headersForAll, ...READER_HEADERS, Vary: "Accept-Encoding" };
  const lasting: HeaderSet = { ...always, "Cache-Control": "no-cache" };
  const passing: HeaderSet = { ...always, "Cache-Control": "no-store" };

  return { sendReady, answer };

  function give(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
    send(request, response, reply, toCaches?.(request, reply));
  }

  function sendReady(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const site = sites.of(request.headers.host);
    if (!site) return false;
    const place = { siteId: site.id, path: request.url ?? "/" };
    const ready = cache.find(place);
    if (!ready) return false;
    give(request, response, ready);
    if (!ready.isTight) tightenLater(place, ready);
    looked?.("hit");
    return true;
  }

  async function answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    const isOpen = isForPrograms(request.url ?? "/");
    const refuse = (status: PlainStatus, more: HeaderSet = {}) =>
      isOpen
        ? sendProblem(request, response, status, { ...passing, ...OPEN_HEADERS, ...more })
        : sendPlain(request, response, status, { ...always, ...more });
    if (isOpen && request.method === "OPTIONS") {
      return void response.writeHead(204, { ...passing, ...OPEN_HEADERS, ...PREFLIGHT_HEADERS }).end();
    }
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, { Allow: "GET, HEAD" });
    const site = sites.of(request.headers.host);
    if (!site) return refuse(503);
    const url = request.url ?? "/";
    const target = readTarget(url);
    if (!target.ok) return refuse(target.status);
    const path = url.split("?", 1)[0] ?? "/";
    const isWhole = target.query === "" || isChosenByQuery(path);
    const place = { siteId: site.id, path: isWhole ? path + target.query : path };
    const kept = cache.find(place);
    looked?.(kept ? "hit" : "miss");
    if (kept && !kept.isTight) tightenLater(place, kept);
    if (kept && isWhole) return give(request, response, kept);
    const isHeavy = isSearching(path, target.query);
    if (!(isHeavy ? searches : throttle).admits(address)) return kept ? give(request, response, kept) : refuse(429);
    const began = performance.now();
    try {
      const older = kept ? await oldAddress(site, target, path) : null;
      // What was kept a moment ago may have been announced since.
      return give(request, response, older ?? cache.find(place) ?? (await fresh(site, path, target)));
    } catch (error) {
      const passes = willPass(error) || !hadDatabaseSince(began);
      const ready = passes && cache.find(place);
      if (ready) return give(request, response, ready);
      const kind = passes ? "a reader waits" : "a reader's page failed";
      log.atDoor(kind, `${site.key}${target.address} could not be answered`, error);
      refuse(passes ? 503 : 500);
    }
  }

  /**
   * Made again when it was overtaken, or failed: what was live when it began may be gone by now. A page that is overtaken again and
   * again is drawn once as of one moment, after it was asked for, and sent; it is not kept.
   */
  async function asOfNow<T>(site: Site, address: string, work: (way: Way) => Promise<T>): Promise<T> {
    const began = performance.now();
    let hasFailed = false;
    for (let overtaken = 0; overtaken < TRIES; ) {
      try {
        return await work(shared);
      } catch (error) {
        if (error instanceof Overtaken) {
          overtaken += 1;
          await pause(AFTER_MS);
        } else if (hasFailed || willPass(error) || !hadDatabaseSince(began)) throw error;
        else hasFailed = true;
      }
    }
    return inRounds(`${site.id}${address}`, () => drawing.through(() => inOneSnapshot(() => work(alone))));
  }

  function fresh(site: Site, path: string, target: Good): Promise<Reply> {
    const place = { siteId: site.id, path: path + target.query };
    return asOfNow(site, place.path, (way) =>
      way.make(place, async () => replyTo(site, await find(site.id, target.path, target.query), path, target, way)),
    );
  }

  function oldAddress(site: Site, target: Good, path: string): Promise<Reply | null> {
    return asOfNow(site, `${OLD}${path}${target.query}`, async (way) => {
      const resolution = await findOldAddress(site.id, target.path, target.query);
      return resolution && replyTo(site, resolution, target.address, target, way);
    });
  }

  function upToDate({ reply, stale }: Made<Reply>, { path }: CacheKey): Reply {
    if (stale) throw new Overtaken(`Something was announced while ${path} was made`);
    return reply;
  }

  async function replyTo(site: Site, found: Resolution, path: string, { query }: Good, way: Way): Promise<Reply> {
    switch (found.kind) {
      case "moved":
        return makeRedirect(found.to, passing);
      case "gone":
        return withoutAddress(site, found, 410, passing, way);
      case "hidden":
        return withoutAddress(site, found, 503, { ...passing, "Retry-After": HIDDEN_FOR }, way);
      case "unknown":
        return unknown(site, way, found);
      case "api_gone":
        return withoutAddress(site, found, 410, { ...passing, ...OPEN_HEADERS }, way);
      case "api_problem": {
        const later: HeaderSet = found.why === "hidden" ? { "Retry-After": HIDDEN_FOR } : {};
        return withoutAddress(site, found, PROBLEMS[found.why], { ...passing, ...OPEN_HEADERS, ...later }, way);
      }
      default: {
        const { spelt, isKept } = found.query ?? { spelt: query, isKept: true };
        if (found.path !== path || spelt !== query)
          return makeRedirect(found.path + spelt, { ...passing, ...openTo(found) });
        if (query !== "" && found.query === undefined) return pageUnderItsPath(site, path, found, way);
        const reply = await page(site, found, way);
        return isKept ? reply : { ...reply, keep: false };
      }
    }
  }

  /** A query that means nothing to us gets the same bytes, or anybody could have a page drawn as often as they like. */
  async function pageUnderItsPath(site: Site, path: string, what: Drawable, way: Way): Promise<Reply> {
    const place = { siteId: site.id, path };
    const reply = cache.find(place) ?? (await way.make(place, () => page(site, what, way)));
    return { ...reply, keep: false };
  }

  async function page(site: Site, what: Drawable, way: Way): Promise<Reply> {
    const within = insidePath(site.key, what);
    const rendered = await way.draw(site, within, what);
    if (rendered.status === 404) return unknown(site, way);
    if (rendered.status === 503) throw new Overcrowded();
    return finished(within, rendered, 200, headersOf(what));
  }

  function headersOf(what: Drawable): HeaderSet {
    return what.kind === "file" ? { ...lasting, ...FILE_PAGE_HEADERS } : { ...lasting, ...openTo(what) };
  }

  function finished(within: string, rendered: Rendered, status: number, headers: HeaderSet): Promise<Reply> {
    return finish(within, rendered, status, headers, fontsAhead);
  }

  function unknown(site: Site, way: Way, what: Drawable = { kind: "unknown" }): Promise<Reply> {
    return withoutAddress(site, what, 404, passing, way);
  }

  /** Kept once for all addresses that get it, never under any of them. */
  async function withoutAddress(
    site: Site,
    what: Drawable,
    status: number,
    headers: HeaderSet,
    way: Way,
  ): Promise<Reply> {
    const within = insidePath(site.key, what);
    const place = { siteId: site.id, path: NO_ADDRESS + within };
    const reply =
      cache.find(place) ??
      (await way.make(place, async () => finished(within, await way.draw(site, within, what), status, headers)));
    return { ...reply, keep: false };
  }
}

/** What pages of other sites may read. */
const OPEN: ReadonlySet<Drawable["kind"]> = new Set([
  ...(["feed", "api_articles", "api_article", "api_sections", "api_search", "api_description"] as const),
]);

const openTo = ({ kind }: Drawable): HeaderSet => (OPEN.has(kind) ? OPEN_HEADERS : {});

const isSearch = (what: Drawable): boolean =>
  what.kind === "search" || what.kind === "api_search" || (what.kind === "papers" && asksWords(what.asked));

function willPass(error: unknown): boolean {
  return error instanceof RenderTimeout || error instanceof Overcrowded;
}
