import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { join } from "node:path";
import next from "next";
import { poolStates } from "#db/client.ts";
import { hadOutageSince } from "#db/outage.ts";
import { inOneSnapshot } from "#db/transaction.ts";
import { isForScripts, isForStaff } from "#features/addresses/desk.ts";
import { isFileAddress } from "#features/addresses/public.ts";
import { type Fact, hashIn, isOfSite } from "#features/facts/facts.ts";
import { storage } from "#features/files/storage.ts";
import { filesInTrouble } from "#features/files/trouble.ts";
import { openSwitchboard } from "#features/live/switchboard.ts";
import { schedulesDue } from "#features/publishing/queries.ts";
import { ask, lookUp } from "#features/questions/ask.ts";
import { find, findOldAddress } from "#features/reading/find.ts";
import { livePicture } from "#features/reading/pictures.ts";
import { allSites } from "#features/reading/queries.ts";
import { liveShare } from "#features/reading/share.ts";
import type { Site } from "#features/reading/types.ts";
import { fittedLast } from "#features/verifying/last.ts";
import { FLUSH_EVERY, flushViews } from "#features/views/commands.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { reportOn } from "#lib/readiness.ts";
import { inRequest } from "#lib/request.ts";
import { StartError } from "#lib/start-error.ts";
import { until } from "#lib/until.ts";
import { takeConsole } from "#patches/next-console.ts";
import type { RequestKind } from "./answer-tally.ts";
import { identifyClient, nameRequest } from "./client.ts";
import { startClock } from "./clock.ts";
import { watchCompany } from "./company.ts";
import { callerOf, isStream, makeDesk } from "./desk.ts";
import { makeFiles, type SendFile } from "./files.ts";
import { startFollower } from "./follower.ts";
import { fontsAhead } from "./fonts.ts";
import { makeForms } from "./forms.ts";
import { makeGrace } from "./grace.ts";
import { type HeaderSet, headersForAll, READER_HEADERS } from "./headers.ts";
import { finishRequests, openServer } from "./http.ts";
import { type Rendered, renderInside } from "./inside.ts";
import type { Metrics } from "./metrics.ts";
import { KEEP_FOR_MS, makePageCache, type PageCache } from "./page-cache.ts";
import { type KnownPicture, makePictures } from "./pictures.ts";
import { startPurger } from "./purger.ts";
import { makeReader } from "./reader.ts";
import { type Reply, sendPlain } from "./reply.ts";
import { makeSites } from "./sites.ts";
import { answerStarting } from "./starting.ts";
import { makeToCaches, surrogateKeys } from "./surrogate.ts";
import { makeThrottle } from "./throttle.ts";

type Front = { close(): Promise<void> };

/** Finished pages in memory, in bytes. An article takes about 6 KB. */
const CACHE_BYTES = 48 * 1024 * 1024;

/** What is known of pictures that readers get, in bytes. Each takes about 3 KB. */
const KNOWN_BYTES = 8 * 1024 * 1024;

/** The longest a page may take to be drawn, in milliseconds. */
const RENDER_LIMIT_MS = 10_000;

/** The longest a start waits until announcements are heard, in milliseconds. */
const HEARD_WITHIN_MS = 20_000;

/**
 * Starts the server that stands in front of Next, in this process. The database is open and migrated.
 * Everything is answered with 503 until Next and the follower are ready.
 *
 * @param asked aborted when the start is to be given up
 * @returns once readers are welcome
 * @throws when the port is taken, or Next cannot start
 * @throws {StartError} when announcements are not heard
 */
export async function startFront({ port, dev, asked }: How): Promise<Front> {
  const { siteUrl, databaseUrl, outageGraceMs, trustProxy, cachePurgeUrls, metrics: metricsAt } = env();
  const common = headersForAll(siteUrl);
  const starting: HeaderSet = { ...common, ...READER_HEADERS };
  let answer: RequestListener = (request, response) => void answerStarting(request, response, common, starting);

  const server = await openServer(port, dev, (request, response) => answer(request, response));

  const purger = cachePurgeUrls.length > 0 ? startPurger(cachePurgeUrls) : undefined;
  const mark = (reply: Reply, facts: readonly Fact[]) => ({ ...reply, keys: surrogateKeys(facts) });
  const cache = makePageCache<Reply>({
    ...{ maxBytes: CACHE_BYTES, keepForMs: KEEP_FOR_MS },
    ...(purger ? { mark } : {}),
  });
  const known = makePageCache<KnownPicture>({ maxBytes: KNOWN_BYTES, keepForMs: KEEP_FOR_MS });
  const caches = [cache, known];
  const forgetAll = () => {
    for (const one of caches) one.forgetAll();
    purger?.forgetAll();
  };
  const setKeeping = (keeping: boolean) => {
    for (const one of caches) one.setKeeping(keeping);
  };
  const sites = makeSites(allSites, siteUrl);
  let deaf: string | undefined = "not connected yet";
  let everHeard = false;
  reportOn("follower", () => deaf);
  const company = watchCompany(databaseUrl === undefined);
  const grace = makeGrace({ graceMs: outageGraceMs, nobodyCan: company.nobodyCan, forgetAll });
  const follower = startFollower({
    async onHearing(missed) {
      deaf = undefined;
      grace.end();
      if (missed) forgetAll();
      await sites.reload();
      // In development a changed page must show at once.
      if (deaf === undefined) setKeeping(!dev);
      everHeard = true;
    },
    onNews(news) {
      const facts = news.flatMap((one) => one.facts) as Fact[];
      for (const one of caches) one.forget(facts);
      purger?.forget(facts);
      for (const fact of facts) {
        const erased = hashIn(fact);
        if (erased !== null) pictures.forgetBytes(erased);
      }
      if (facts.some(isOfSite)) void sites.reload();
    },
    onDeaf() {
      deaf = "announcements are not heard";
      setKeeping(false);
      grace.begin();
    },
  });

  const live = openSwitchboard();
  const metrics =
    metricsAt && (await watchedBy({ cache, isDeaf: () => deaf !== undefined, listeners: () => live.size }));

  // In development what it prints is for whoever sits before it.
  const giveConsoleBack = dev ? () => undefined : takeConsole();
  const app = next({ dev, dir: process.cwd(), hostname: "localhost", port, httpServer: server });
  await app.prepare();
  const handle = app.getRequestHandler();
  const draw = (site: Site, path: string): Promise<Rendered> =>
    renderInside(handle, path, insideHeaders(site, siteUrl), RENDER_LIMIT_MS);
  const hadDatabaseSince = (moment: number) => deaf === undefined && !hadOutageSince(moment);
  const canForget = () => deaf === undefined && purger?.isHeard() === true;
  const throttle = makeThrottle({ burst: 600, perSecond: 100 });
  const fonts = fontsAhead(dev ? "" : join(process.cwd(), ".next/static/media"));
  const reader = makeReader({
    sites,
    cache,
    throttle,
    searches: makeThrottle({ burst: 60, perSecond: 10 }),
    find,
    findOldAddress,
    draw,
    inOneSnapshot,
    hadDatabaseSince,
    headersForAll: common,
    fontsAhead: fonts,
    // What is out of our reach lasts no longer than what we send while we hear nothing.
    toCaches: purger && makeToCaches({ keepForMs: outageGraceMs, canForget }),
    looked: metrics?.looked,
  });
  const forms = makeForms({
    ...{ sites, throttle, find, ask, lookUp, draw, hadDatabaseSince, headersForAll: common, fontsAhead: fonts },
    // A household, or a hall of people behind one address; and what an office can read at all.
    questions: makeThrottle({ burst: 10, perSecond: 1 / 60 }),
    questionsOfSite: makeThrottle({ burst: 60, perSecond: 1 / 30 }),
    // As searches: sixty bits are not guessed at this pace, and an office of people looks up behind one address.
    codes: makeThrottle({ burst: 60, perSecond: 10 }),
    emptyForms: makeThrottle({ burst: 60, perSecond: 10 }),
  });
  const pictures = makePictures({
    ...{
      sites,
      cache: known,
      find: livePicture,
      findShare: liveShare,
      storage,
      hadDatabaseSince,
      headersForAll: common,
    },
    // A page shows dozens at once.
    throttle: makeThrottle({ burst: 2_000, perSecond: 300 }),
  });
  const doors = {
    stranger: makeThrottle({ burst: 1_000, perSecond: 50 }),
    staff: makeThrottle({ burst: 5_000, perSecond: 300 }),
    machine: makeThrottle({ burst: 5_000, perSecond: 300 }),
    // As somebody types, or a room of people behind one address; more would keep searches waiting.
    searcher: makeThrottle({ burst: 120, perSecond: 20 }),
  };
  const desk = makeDesk(handle, sites, common, dev);
  const files = makeFiles(
    [
      { folder: join(process.cwd(), "public"), at: "" },
      { folder: join(process.cwd(), "components/site/scripts"), at: "/reader.js", areOne: true },
      ...(dev ? [] : [{ folder: join(process.cwd(), ".next/static"), at: "/_next/static" }]),
    ],
    { ...common, ...READER_HEADERS },
    !dev,
  );

  // Whoever does not hear of a withdrawal goes on showing what was withdrawn.
  if (!(await until(() => everHeard || asked.aborted, HEARD_WITHIN_MS))) {
    throw new StartError(
      `What other instances announce was not heard within ${HEARD_WITHIN_MS / 1_000} s, and what they withdraw would go on being shown here: the error above says why; see that the database has connections left, and start again.`,
    );
  }
  const own = (request: IncomingMessage, response: ServerResponse): RequestKind => {
    // Nearly every request ends here, before anything else about it is looked at.
    const sent = trustProxy ? null : sentReady(request, response);
    if (sent) return sent;
    const address = identifyClient(request, trustProxy);
    const sentNow = trustProxy ? sentReady(request, response) : null;
    if (sentNow) return sentNow;
    void inRequest(nameRequest(request), () =>
      answerNamed(request, response, address).catch((error: unknown) => {
        // One request must not stop the server for everybody.
        log.atDoor("front", `${request.method} ${request.url} failed`, error);
        sendPlain(request, response, 500, starting);
      }),
    );
    return kindOf(request);
  };
  const metricsServer = metrics && (await metrics.open(metricsAt));
  answer = metrics ? metrics.measured(own) : own;
  reportOn("front", () => undefined);
  const tally = startClock(flushViews, FLUSH_EVERY);

  return {
    async close() {
      // Nobody waits for streams: whoever reads them comes back.
      await live.close();
      await Promise.all([finishRequests(server), metricsServer && finishRequests(metricsServer)]);
      await tally.stop();
      await flushViews().catch((error: unknown) => log.error("the last page views are lost", error));
      await Promise.all([follower.stop(), company.stop()]);
      await purger?.stop();
      grace.end();
      await app.close();
      giveConsoleBack();
    },
  };

  /** @returns what was sent from memory; null where nothing was */
  function sentReady(request: IncomingMessage, response: ServerResponse): RequestKind | null {
    if (pictures.sendReady(request, response)) return "file";
    return reader.sendReady(request, response) ? "page" : null;
  }

  function kindOf({ url = "/" }: IncomingMessage): RequestKind {
    if (isStream(url)) return "stream";
    if (isForStaff(url)) return isForScripts(url) ? "api" : "desk";
    if (isFileAddress(url)) return "file";
    return url.startsWith("/_next/") || files.find(url.split("?", 1)[0] ?? url) ? "file" : "page";
  }

  async function answerNamed(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    const url = request.url ?? "/";
    if (isForStaff(url)) {
      if (!doors[callerOf(request)].admits(address)) return sendPlain(request, response, 429, starting);
      return desk(request, response);
    }
    if (isFileAddress(url)) return pictures.answer(request, response, address);
    const sendFile = files.find(url.split("?", 1)[0] ?? url);
    if (sendFile) return answerWithFile(request, response, sendFile);
    if (url.startsWith("/_next/")) {
      if (dev) return handle(request, response).catch((error: unknown) => log.error(`${url} failed`, error));
      return sendPlain(request, response, 404, starting);
    }
    if (await forms(request, response, address)) return;
    return reader.answer(request, response, address);
  }

  async function answerWithFile(request: IncomingMessage, response: ServerResponse, sendFile: SendFile): Promise<void> {
    try {
      if (request.method === "GET" || request.method === "HEAD") return await sendFile(request, response);
      sendPlain(request, response, 405, { ...starting, Allow: "GET, HEAD" });
    } catch (error) {
      log.atDoor("file", `the file ${request.url} could not be read`, error);
      sendPlain(request, response, 500, starting);
    }
  }
}

type How = { port: number; dev: boolean; asked: AbortSignal };

type Watched = { cache: PageCache<Reply>; isDeaf: () => boolean; listeners: () => number };

/** Only who gives out figures has the library for them in memory. */
async function watchedBy({ cache: pages, ...looks }: Watched): Promise<Metrics> {
  const { makeMetrics } = await import("./metrics.ts");
  const cache = () => ({ pages: pages.size, bytes: pages.bytes, forgotten: pages.forgotten });
  return makeMetrics({ cache, ...looks, pools: poolStates, schedulesDue, fittedLast, filesInTrouble });
}

/** What a page may know of how it was asked for: the address of its site. */
function insideHeaders(site: Site, siteUrl: string): Record<string, string> {
  const { protocol, host } = new URL(siteUrl);
  const own = site.host ?? host;
  return { host: own, "x-forwarded-host": own, "x-forwarded-proto": protocol.slice(0, -1) };
}
