import type { IncomingMessage } from "node:http";
import { performance } from "node:perf_hooks";
import { nextTarget } from "#features/accounts/next-target.ts";
import { passwordProblem } from "#features/accounts/password-rules.ts";
import { emailForm } from "#features/accounts/sign-in.ts";
import { spellingsOf, whatIsAsked } from "#features/addresses/public.ts";
import { filterOf } from "#features/desk/list-filter.ts";
import { readOldUrl } from "#features/importing/old-url.ts";
import { parseArticle } from "#features/importing/parse.ts";
import { article } from "#features/kinds/article.ts";
import { site } from "#features/kinds/site.ts";
import { isMark } from "#features/live/mark.ts";
import { beforeIn } from "#features/mail/before.ts";
import { Pressed } from "#features/moves/pressed.ts";
import { Said } from "#features/moves/said.ts";
import { matches } from "#features/people/matching.ts";
import { addressProblem } from "#features/people/who.ts";
import { lastsUntil } from "#features/reading/lasts.ts";
import { keyOf } from "#features/sites/find-section.ts";
import { sitesByHost } from "#features/sites/hosts.ts";
import { LONGEST_TAG, nameFrom, newSection } from "#features/sites/names.ts";
import { mayBecomeAddress, safeHref } from "#features/text/address.ts";
import { digestOf } from "#features/text/canonical.ts";
import { emptyContent, parseContent } from "#features/text/content.ts";
import { honestAddress } from "#features/text/host.ts";
import { slugFrom, slugProblem } from "#features/text/slug.ts";
import { bare, bareLetters } from "#lib/bare.ts";
import { withoutInvisible } from "#lib/invisible.ts";
import { cleanLine, cleanLines, cleanText, nfc, nfd } from "#lib/nfc.ts";
import { identifyClient, nameRequest } from "#server/client.ts";
import { doorAt } from "#server/doors.ts";
import { encodingFor, hasAlready } from "#server/encode.ts";
import { readTarget } from "#server/target.ts";

const NOW = new Date("2026-11-29T00:00:00Z");

/** What a text of somebody else's goes through, by what it is called or what is read from it. */
export const DOORS: Readonly<Record<string, (text: string) => unknown>> = {
  nfc,
  nfd,
  cleanText,
  cleanLine,
  cleanLines,
  withoutInvisible,
  bare,
  bareLetters,
  keyOf,
  slugFrom,
  slugProblem,
  safeHref,
  honestAddress,
  mayBecomeAddress,
  nextTarget,
  "what a reader asks for": tried((text) => readTarget(`/${text}`)),
  "an e-mail address": (text: string) => addressProblem(emailForm(text)),
  "a search for people": (text: string) => matches({ name: "Lò Thị Mận", email: "man@thu.example" }, text),
  "a headline": tried((text) => parseContent(article, { ...emptyContent(article), headline: text })),
  "a standfirst": tried((text) => parseContent(article, { ...emptyContent(article), standfirst: text })),
  "a source's address": tried((text) =>
    parseContent(article, { ...emptyContent(article), source: { name: "", url: text } }),
  ),
  "a date": tried((text) => parseContent(article, { ...emptyContent(article), datedAt: text })),
  "a body": tried((text) => digestOf(article, parseContent(article, { ...emptyContent(article), body: aBody(text) }))),
  "a menu": tried((text) =>
    parseContent(site, { ...emptyContent(site), menu: [{ to: "link", address: text, words: text, below: [] }] }),
  ),
  "a notice": tried((text) => parseContent(site, { ...emptyContent(site), notice: { words: text, until: text } })),
  "how long a drawn page lasts": lastsUntil,
  "which site is asked": sitesByHost([{ host: "phuong.example" }], "http://x"),
  "what the staff side serves": (text) => doorAt(`/desk/${text}`) ?? doorAt(`/api/changes/${text}`),
  "what an address means": (text) => whatIsAsked(`/${text}`),
  "an older system's address": tried((text) => spellingsOf(`/${text}`, text)),
  "how an answer may be packed": encodingFor,
  "what a browser has already": (text) => hasAlready(text, '"x"'),
  "who asks, and as which request": (text) => {
    const headers = { "x-forwarded-for": text, "x-forwarded-host": text, "x-request-id": text, cookie: text };
    nameRequest({ headers });
    identifyClient({ headers, socket: {} } as unknown as IncomingMessage, true);
  },
  "since when a desk page asks": isMark,
  "from which message on": beforeIn,
  "filters of a list": (text) => filterOf({ words: text, from: text, person: text, after: text }),
  "a new password": (text) => passwordProblem(text, ["Lò Thị Mận", "man@thu.example"]),
  "an old page": tried((text) => parseArticle(`Tin tức\n\n${text}\nNgày đăng 07/03/2019 | 16:40\n\n${text}\n`, NOW)),
  "an old page's date": tried((text) => parseArticle(`Tin tức\n\nLũ về\nNgày đăng ${text}\n\nMột.\n`, NOW)),
  "an old page's address": tried(readOldUrl),
  "a section's name": (text) => newSection({ tree: [], former: [], pageSlugs: [] }, { name: text, parentId: null }),
  "a tag's name": (text) => nameFrom(text, LONGEST_TAG),
  "words with a press": tried((text) => Said.parse({ words: text, reason: text })),
  "a press": tried((text) =>
    Pressed.parse({ documentId: text, press: "withdraw", at: text, mergedInto: text, hash: text, toPersonId: text }),
  ),
};

function aBody(text: string) {
  return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}

/** A refusal costs time as well. */
function tried(read: (text: string) => unknown) {
  return (text: string) => {
    try {
      read(text);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  };
}

/** The shortest of some, in milliseconds: what else the machine did is not the door's. */
export function took(door: (text: string) => unknown, text: string, runs = 4): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    door(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** What readers may be held up, in milliseconds: below it nobody minds; uncapped, 10,000 times took over a second. */
export const NOBODY_MINDS_MS = 50;

/** True when a text that is twice as long takes at most 2.5 times as long, or less than anybody minds. */
export const isFine = (once: number, twice: number) => twice < NOBODY_MINDS_MS || twice / once <= 2.5;
