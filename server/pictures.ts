import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { LRUCache } from "lru-cache";
import { documentAsked, fileSpelling, isFileAddress, pictureAsked, shareAsked } from "#features/addresses/public.ts";
import {
  endingsOf,
  FILE_KINDS,
  isDocument,
  isPicture,
  isShownByBrowsers,
  mediaOf,
  nameOf,
  VTT,
} from "#features/files/media.ts";
import type { Storage } from "#features/files/storage/types.ts";
import { originalKey, renditionKey, shareKey } from "#features/files/storage.ts";
import type { LivePicture, livePicture } from "#features/reading/pictures.ts";
import type { LiveShare, liveShare } from "#features/reading/share.ts";
import { pictureKey, readCut } from "#features/text/picture-cut.ts";
import { log } from "#lib/log.ts";
import { savedAs } from "#lib/saved-as.ts";
import { makeSemaphore, Overcrowded } from "#lib/semaphore.ts";
import { hasAlready } from "./encode.ts";
import {
  flat,
  type HeaderSet,
  MEDIA_POLICY,
  PICTURE_HEADERS,
  READER_HEADERS,
  SHOWN_DOCUMENT_HEADERS,
} from "./headers.ts";
import type { CacheKey, PageCache } from "./page-cache.ts";
import type { PlainStatus } from "./plain.ts";
import { makeRedirect, send, sendPlain } from "./reply.ts";
import { type Source, sendFile } from "./send-file.ts";
import type { Sites } from "./sites.ts";
import { readTarget } from "./target.ts";
import type { Throttle } from "./throttle.ts";

/** What is known of what is asked for of a file; null: readers get nothing of it. */
export type KnownPicture = { picture: LivePicture | LiveShare | null; size: number; keep: boolean; until: null };

type Parts = {
  sites: Sites;
  /** Which files readers get: forgotten, like pages, by what is announced. */
  cache: PageCache<KnownPicture>;
  throttle: Throttle;
  find: typeof livePicture;
  findShare: typeof liveShare;
  storage: () => Storage;
  /** As for pages: whether a failure is an outage and no bug. */
  hadDatabaseSince: (moment: number) => boolean;
  headersForAll: HeaderSet;
};

type Pictures = {
  /** Sends what lies in memory, whole; false where it does not, or a part of it is asked for. Asks nobody, and takes no time. */
  sendReady(request: IncomingMessage, response: ServerResponse): boolean;
  /** @param address the client's, for the throttle */
  answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<void>;
  /** Leaves no byte of a file in memory, nor of what was made of it. */
  forgetBytes(sha256: string): void;
};

/** Up to here the bytes of a picture are kept, all together up to there; in bytes. A larger one is read as it is sent. */
const KEPT_UP_TO = 256 * 1024;
const KEPT_BYTES = 24 * 1024 * 1024;

/** What is said of one takes so much in memory, in bytes, about. */
const A_HEAD = 500;

/** How many are asked of the database at once, and how many wait: strangers who guess addresses leave pages their connections. */
const ASKED_AT_ONCE = 4;
const WAITING = 400;

/** How often it is asked anew whether a file is live when something was announced of it meanwhile, before it is asked alone. */
const TRIES = 2;

/** How files end that are handed out as they came: of pictures readers get what was made of them. */
const HANDED_OUT = FILE_KINDS.filter((kind) => kind !== "picture").flatMap(endingsOf);

/** What one size takes in memory beside others, in bytes, about. */
const A_SIZE = 100;

/** Gives readers the pictures of live texts, and what these hand out and play, and nobody anything else. */
export function makePictures(parts: Parts): Pictures {
  const { sites, cache, throttle, find, findShare, storage, hadDatabaseSince, headersForAll } = parts;
  const asking = makeSemaphore(ASKED_AT_ONCE, WAITING);
  const always: HeaderSet = { ...headersForAll, ...READER_HEADERS };
  const lasting: HeaderSet = { ...headersForAll, ...PICTURE_HEADERS };
  // Whoever asks meanwhile waits for the same bytes, also where they go at once to make room for others.
  const inMemory = new LRUCache<string, Ready, Key>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ bytes }) => bytes.length + A_HEAD,
    ignoreFetchAbort: true,
    fetchMethod: async (name, _, { context: key }) => {
      const bytes = await buffer(await storage().read(name));
      if (bytes.length !== key.size) throw new Error(`${name} has ${bytes.length} bytes instead of ${key.size}`);
      return makeReady(bytes, key, lasting);
    },
  });

  return { sendReady, answer, forgetBytes };

  function sendReady(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, url = "", headers } = request;
    if (!isFileAddress(url) || headers.range !== undefined || (method !== "GET" && method !== "HEAD")) return false;
    const asked = pictureAsked(url) ?? shareAsked(url);
    const site = asked && sites.of(headers.host);
    const picture = site && cache.find({ siteId: site.id, path: askedUse(asked) })?.picture;
    const key = picture && keyOf(picture, asked);
    const ready = key && readyOf(key);
    if (!ready) return false;
    if (hasAlready(headers["if-none-match"], key.tag)) response.writeHead(304, ready.bareHead).end();
    else if (method === "HEAD") response.writeHead(200, ready.head).end();
    else response.writeHead(200, ready.head).end(ready.bytes);
    return true;
  }

  function forgetBytes(sha256: string): void {
    for (const name of inMemory.keys()) if (name.includes(sha256)) inMemory.delete(name);
  }

  /** Made anew by a library of another version, a picture may have got other bytes under its old name. */
  function readyOf({ name, size }: Key): Ready | undefined {
    const ready = inMemory.get(name);
    if (ready === undefined || ready.bytes.length === size) return ready;
    inMemory.delete(name);
    return undefined;
  }

  async function answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    const refuse = (status: PlainStatus, more: HeaderSet = {}) =>
      sendPlain(request, response, status, { ...always, ...more });
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, { Allow: "GET, HEAD" });
    const url = request.url ?? "";
    const asked = askedBy(url);
    // What no file is called, and what no cut is, leads to none: the database is not asked.
    if (!asked) {
      const target = readTarget(url);
      const spelt = target.ok ? fileSpelling(target.path) : null;
      return spelt === null
        ? refuse(404)
        : send(request, response, makeRedirect(spelt, { ...always, "Cache-Control": "no-store" }));
    }
    if (!canBe(asked)) return refuse(404);
    const site = sites.of(request.headers.host);
    if (!site) return refuse(503);
    const place = { siteId: site.id, path: askedUse(asked) };
    const began = performance.now();
    const fail = (kind: string, status: PlainStatus, error: unknown) => {
      log.atDoor(kind, `${site.key}${request.url} could not be answered`, error);
      refuse(status);
    };
    try {
      let isAdmitted = false;
      const admits = () => {
        isAdmitted ||= throttle.admits(address);
        return isAdmitted;
      };
      for (let isReady = false; ; isReady = true) {
        const kept = cache.find(place);
        if (!kept && !admits()) return refuse(429);
        const { picture } = kept ?? (await known(place, asked));
        const key = picture && keyOf(picture, asked);
        if (!key) return refuse(404);
        const ready = readyOf(key);
        if (ready || isReady || !wantsBytes(request, key)) {
          const source = sourceOf(key, ready?.bytes);
          const headers = { ...lasting, ...key.headers };
          return await sendFile(request, response, source, headers).catch((error) => fail("a picture", 503, error));
        }
        if (!admits()) return refuse(429);
        // What was live before its bytes were there may be withdrawn by now: it is looked at once more.
        await lookFor(key).catch((error) => {
          throw new NotThere(`${key.name} could not be read`, { cause: error });
        });
      }
    } catch (error) {
      if (error instanceof NotThere) return fail("a picture", 503, error);
      const passes = error instanceof Overcrowded || !hadDatabaseSince(began);
      fail(passes ? "a reader waits" : "a picture could not be found", passes ? 503 : 500, error);
    }
  }

  /** @throws when the database does not answer and nothing is known from before */
  async function known(place: CacheKey, asked: Asked): Promise<KnownPicture> {
    const ask = () => asking.through(() => asOfNow(place, asked));
    try {
      for (let tried = 0; tried < TRIES; tried += 1) {
        const { reply, stale } = await cache.make(place, ask);
        if (!stale) return reply;
      }
      // Asked by nobody else before this was asked for: it is true of now.
      return await ask();
    } catch (error) {
      // While announcements are not heard, what was kept is sent as it lies, as pages are.
      const kept = cache.find(place);
      if (kept) return kept;
      throw error;
    }
  }

  async function asOfNow({ siteId, path }: CacheKey, asked: Asked): Promise<KnownPicture> {
    const picture = await ("share" in asked ? findShare(siteId, asked.number) : find(siteId, path));
    const size = (picture && "renditions" in picture ? picture.renditions.length : 1) * A_SIZE;
    // Whoever guesses addresses fills nothing.
    return { picture, size, keep: picture !== null, until: null };
  }

  async function lookFor(key: Key): Promise<void> {
    const { name, size } = key;
    if (size <= KEPT_UP_TO) return void (await inMemory.fetch(name, { context: key }));
    const there = await storage().sizeOf(name);
    if (there !== size) throw new Error(`${name} has ${there ?? "no"} bytes instead of ${size}`);
  }

  function sourceOf({ name, size, type, tag }: Key, bytes: Buffer | undefined): Source {
    return {
      type,
      size,
      etag: tag,
      ...(bytes ? { bytes } : { open: (first, last) => storage().read(name, { first, last }) }),
    };
  }
}

/** A picture with all that is said of it, as it goes on the wire: names and values in turn. */
type Ready = { bytes: Buffer; head: string[]; bareHead: string[] };

function makeReady(bytes: Buffer, { type, size, tag, headers: own }: Key, headers: HeaderSet): Ready {
  const always = { ...headers, ...own, "Accept-Ranges": "bytes", ETag: tag };
  const ofBody = { "Content-Type": type, "Content-Length": String(size) };
  return { bytes, head: flat({ ...always, ...ofBody }), bareHead: flat(always) };
}

/** The bytes of a picture are not where they should be. */
class NotThere extends Error {
  override name = "NotThere";
}

function wantsBytes({ method, headers }: IncomingMessage, { tag }: Key): boolean {
  return method === "GET" && !hasAlready(headers["if-none-match"], tag);
}

const askedBy = (url: string) => pictureAsked(url) ?? documentAsked(url) ?? shareAsked(url);
type Asked = NonNullable<ReturnType<typeof askedBy>>;
type Key = { name: string; size: number; type: string; tag: string; headers: HeaderSet };

function canBe(asked: Asked): boolean {
  if ("share" in asked) return true;
  return "ending" in asked ? HANDED_OUT.includes(`.${asked.ending}`) : readCut(asked.cut) !== null;
}

/** What is asked for of which file, as `pictureKey` spells it: whatever else is always whole. Or of which number, to be shared. */
function askedUse(asked: Asked): string {
  if ("share" in asked) return `share ${asked.number}`;
  return "ending" in asked ? asked.sha256 : pictureKey(asked);
}

/** Where the bytes lie that are asked for; null where there are none. */
function keyOf(live: LivePicture | LiveShare, asked: Asked): Key | null {
  if ("share" in live || "share" in asked) return "share" in live && "share" in asked ? keyOfShare(live, asked) : null;
  const { madeWith, renditions, mediaType, size } = live;
  if ("ending" in asked) {
    if (isPicture(mediaType) || mediaOf(mediaType)?.ending !== asked.ending) return null;
    if (asked.isShown && !isShownByBrowsers(mediaType)) return null;
    const tag = `"${shortened(asked.sha256)}-${asked.ending}${asked.isShown ? "-xem" : ""}"`;
    const type = mediaType === VTT ? `${VTT}; charset=utf-8` : mediaType;
    return { name: originalKey(asked.sha256), size, type, tag, headers: headersOf(live, asked.isShown) };
  }
  const { file, cut, width, format } = asked;
  const found = renditions.find((one) => one.width === width && one.format === format);
  if (!found) return null;
  const tag = `"${shortened(file)}${cut && `.${cut}`}-${madeWith}-${width}-${format}"`;
  const name = renditionKey(askedUse(asked), madeWith, found);
  return { name, size: found.bytes, type: `image/${format}`, tag, headers: {} };
}

/** Documents open in readers' programs, or in the browser's own viewer, and never in our name; what is played is played where it is. */
function headersOf(file: LivePicture, isShown: boolean): HeaderSet {
  if (!isDocument(file.mediaType)) return { "Content-Security-Policy": MEDIA_POLICY };
  const disposition = { "Content-Disposition": savedAs(nameOf(file), isShown ? "inline" : "attachment") };
  return isShown ? { ...disposition, ...SHOWN_DOCUMENT_HEADERS } : disposition;
}

/** Programs that were told an older one are told that it is gone. */
function keyOfShare({ share, size }: LiveShare, asked: { share: string }): Key | null {
  if (share !== asked.share) return null;
  return { name: shareKey(share), size, type: "image/png", tag: `"${shortened(share)}-share"`, headers: {} };
}

const shortened = (sha256: string): string => sha256.slice(0, 22);
