import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { insidePath } from "#features/addresses/inside.ts";
import { formAt } from "#features/addresses/questions.ts";
import { fieldsIn } from "#features/edge/body.ts";
import { isFromUs } from "#features/edge/same-origin.ts";
import type { ask, lookUp } from "#features/questions/ask.ts";
import { MOST_BYTES } from "#features/questions/asked.ts";
import { answering, type Given } from "#features/questions/given.ts";
import type { find } from "#features/reading/find.ts";
import type { Site } from "#features/reading/types.ts";
import { log } from "#lib/log.ts";
import { REFUSALS, Refusal } from "#lib/refusal.ts";
import { makeSemaphore, Overcrowded } from "#lib/semaphore.ts";
import { finish } from "./finish.ts";
import { type HeaderSet, READER_HEADERS } from "./headers.ts";
import { type Rendered, RenderTimeout } from "./inside.ts";
import type { NoPress, PlainStatus } from "./plain.ts";
import { send, sendNo, sendPlain } from "./reply.ts";
import type { Sites } from "./sites.ts";
import type { Throttle, ThrottleToLook } from "./throttle.ts";

type Parts = {
  sites: Pick<Sites, "of">;
  /** Of what one address sends, whatever it is. */
  throttle: Throttle;
  /** Of empty forms that one address opens: each is drawn anew, for it has a secret of its own. */
  emptyForms: Throttle;
  /** New questions of one address, and of all that come to a site: what is kept has to be read by somebody. */
  questions: Throttle;
  questionsOfSite: ThrottleToLook;
  /** Codes that one address tries. */
  codes: Throttle;
  find: typeof find;
  ask: typeof ask;
  lookUp: typeof lookUp;
  draw: (site: Site, path: string) => Promise<Rendered>;
  hadDatabaseSince: (moment: number) => boolean;
  headersForAll: HeaderSet;
  fontsAhead: string;
};

/**
 * Answers the forms that readers send: the one way in which something of theirs comes in by their own pages. Nothing of it is ever
 * kept in the cache of pages, nor shared by two who ask at once: a form has a secret of its own, and its answer is one reader's.
 */
export function makeForms(parts: Parts) {
  const { sites, throttle, emptyForms, questions, questionsOfSite, codes } = parts;
  const { find, draw, hadDatabaseSince, fontsAhead } = parts;
  const drawing = makeSemaphore(4, 100);
  const always: HeaderSet = { ...parts.headersForAll, ...READER_HEADERS, Vary: "Accept-Encoding" };

  /** @returns false where this is no form of a site: an older section has its address */
  return async function answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<boolean> {
    const form = formAt(request.url ?? "/");
    if (form === undefined) return false;
    const isSent = request.method === "POST";
    const refuse = (status: PlainStatus, more: HeaderSet = {}) => {
      const ofForm = isSent && form === "ask" ? OF_SENT[status] : undefined;
      if (ofForm !== undefined) sendNo(request, response, ofForm, { ...always, ...WAITS[status] });
      else sendPlain(request, response, status, { ...always, ...more });
      return true;
    };
    const site = sites.of(request.headers.host);
    if (!site) return refuse(503);
    if (!(isSent ? throttle : emptyForms).admits(address)) return refuse(429);
    const began = performance.now();
    try {
      const found = await find(site.id, request.url?.split("?", 1)[0] ?? "/", "");
      if (found.kind !== form) return false;
      if (!isSent && request.method !== "GET" && request.method !== "HEAD") {
        return refuse(405, { Allow: "GET, HEAD, POST" });
      }
      if (isSent && request.headers["transfer-encoding"] !== undefined) return refuse(411);
      if (isSent && Number(request.headers["content-length"] ?? 0) > MOST_BYTES) return refuse(413);
      if (isSent && !isFromUs(webHeaders(request))) {
        sendNo(request, response, "foreignForm", always);
        return true;
      }
      const given = isSent ? await carriedOut(site, form, request, address) : null;
      const within = insidePath(site.key, { kind: form });
      const drawn = () => drawing.through(() => draw(site, within));
      const rendered = await (given === null ? drawn() : answering(given, drawn));
      // A form that somebody goes back to has their words in it still; of what was sent nothing stays anywhere.
      const headers = { ...always, "Cache-Control": isSent ? "no-store" : "private, no-cache" };
      send(request, response, await finish(within, rendered, statusOf(given), headers, fontsAhead));
      return true;
    } catch (error) {
      if (error instanceof Refusal) return refuse(plainStatus(error));
      const passes = error instanceof RenderTimeout || error instanceof Overcrowded || !hadDatabaseSince(began);
      log.atDoor(passes ? "a form waits" : "a form failed", `${site.key} ${form} could not be answered`, error);
      return refuse(passes ? 503 : 500);
    }
  };

  /** Where a site takes no more nobody loses a token of their own; where one address asks too much the site loses none. */
  function takesOne(site: Site, address: string): boolean {
    return questionsOfSite.hasLeft(site.key) && questions.admits(address) && questionsOfSite.admits(site.key);
  }

  async function carriedOut(
    site: Site,
    form: "ask" | "look_up",
    request: IncomingMessage,
    address: string,
  ): Promise<Given> {
    const body = Readable.toWeb(request) as ReadableStream<Uint8Array>;
    const asked = new Request("http://front", { ...POSTED, headers: webHeaders(request), body });
    const fields = await fieldsIn(asked, { as: "form", mostBytes: MOST_BYTES });
    if (form === "look_up") return parts.lookUp(site.id, fields, () => codes.admits(address));
    return parts.ask(site.id, fields, () => takesOne(site, address));
  }
}

/** Whoever has sent a question is told what became of it. */
const OF_SENT: Partial<Record<PlainStatus, NoPress>> = {
  400: "unreadForm",
  413: "heavyForm",
  429: "quickForm",
  // It may have been kept before its answer could not be drawn.
  500: "undrawnForm",
  503: "brokenForm",
};
const WAITS: Partial<Record<PlainStatus, HeaderSet>> = { 429: { "Retry-After": "3" }, 503: { "Retry-After": "10" } };

const POSTED = { method: "POST", duplex: "half" } as const;

/** What a form comes back with: nothing but a status says to programs that it was not taken. */
function statusOf(given: Given | null): number {
  if (given === null) return 200;
  if (given.form === "look_up") return given.found === "busy" ? 429 : given.found === null ? 404 : 200;
  if (given.code !== null) return 200;
  return given.refused === "busy" ? 429 : 422;
}

function plainStatus({ code }: Refusal): PlainStatus {
  const status = REFUSALS[code];
  return status === 413 || status === 429 || status === 503 ? status : 400;
}

function webHeaders({ headers }: IncomingMessage): Headers {
  const said = Object.entries(headers).filter((one): one is [string, string] => typeof one[1] === "string");
  return new Headers(said);
}
