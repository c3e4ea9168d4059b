import { createHash } from "node:crypto";
import { documentsPath } from "#features/addresses/desk.ts";
import words from "#messages/vi/front.json" with { type: "json" };
import type { HeaderSet } from "./headers.ts";

export type PlainStatus = keyof typeof WORDS;

/** A page of ours that says no, and the sentence of it. */
type Plain = { page: Buffer; sentence: string };

/**
 * A page that needs neither Next nor the database: it must still stand when they do not. Nothing internal is in it.
 *
 * @param request by what name a person may ask what failed; none on a page that says what to do
 */
export function plainPage(status: PlainStatus, request?: string): { headers: HeaderSet; page: Buffer } {
  const { page } = draw(WORDS[status], HOME, status >= 500 ? request : undefined);
  return { headers: { ...pageHeaders(page), ...EXTRA[status] }, page };
}

/** The same in a sentence, for what is no browser's page. */
export function plainSentence(status: PlainStatus): string {
  return WORDS[status].words;
}

/** The same to a program of others. Source: RFC 9457. */
export function plainProblem(status: PlainStatus): { headers: HeaderSet; body: Buffer } {
  const { title, words: detail } = WORDS[status];
  const body = Buffer.from(JSON.stringify({ title, status, detail }));
  const own = { "Content-Type": "application/problem+json", "Content-Length": String(body.length) };
  return { headers: { ...own, "Cache-Control": "no-store", ...EXTRA[status] }, body };
}

function pageHeaders(page: Buffer): HeaderSet {
  return {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": String(page.length),
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
  };
}

/** The preview of an article that is not there, or not for this person: readers' pages have no words for it. */
export function plainNoArticle(): { headers: HeaderSet; page: Buffer } {
  return { headers: pageHeaders(NO_ARTICLE.page), page: NO_ARTICLE.page };
}

export type NoPress = keyof typeof PRESSES;

/** @param isAsked by a page's script, which shows the sentence; else a browser shows the page */
export function plainNo(kind: NoPress, isAsked: boolean): { status: number; headers: HeaderSet; body: Buffer } {
  const { status, page, sentence } = PRESSES[kind];
  if (!isAsked) return { status, headers: pageHeaders(page), body: page };
  const body = Buffer.from(sentence);
  const headers = {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": String(body.length),
    "Cache-Control": "no-store",
  };
  return { status, headers, body };
}

/** The site's calm in a few lines, with letters that every machine has: no other file may be there to be read. */
const STYLE = [
  ":root{color-scheme:light dark}",
  "body{margin:0;background:#fdfcf8;color:#1d1c1a;font:1.125rem/1.6 Georgia,'Noto Serif',serif}",
  "main{max-width:36rem;margin:0 auto;padding:4rem 1.125rem}",
  "h1{font-size:1.75rem;line-height:1.3}",
  "a{display:inline-block;padding:.5rem 0;color:#12487a}",
  "@media (prefers-color-scheme:dark){body{background:#171613;color:#edebe4}a{color:#8fc1ee}}",
].join("");

/** These styles and nothing else; the desk's frame may show that there is no page. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

const WORDS = {
  400: words.badRequest,
  404: words.notFound,
  405: words.notAllowed,
  411: words.lengthRequired,
  413: words.tooLarge,
  414: words.tooLong,
  429: words.slowDown,
  500: words.broken,
  503: words.busy,
} as const;

const HOME = { href: "/", words: words.home };

/** What a press is answered that no action of ours was found for. */
const PRESSES = {
  press: { status: 400, ...draw(words.press) },
  foreignPress: { status: 403, ...draw(words.foreignPress) },
  // To whoever has sent a form of readers: what has become of their words.
  foreignForm: { status: 403, ...draw(words.foreignForm) },
  unreadForm: { status: 400, ...draw(words.unreadForm) },
  heavyForm: { status: 413, ...draw(words.heavyForm) },
  quickForm: { status: 429, ...draw(words.quickForm) },
  brokenForm: { status: 503, ...draw(words.brokenForm) },
  undrawnForm: { status: 500, ...draw(words.brokenForm) },
  oldPress: { status: 404, ...draw(words.oldPress) },
} as const;

const NO_ARTICLE = draw(words.noArticle, { href: documentsPath, words: words.noArticle.all });

const EXTRA: Partial<Record<PlainStatus, HeaderSet>> = {
  429: { "Retry-After": "3" },
  503: { "Retry-After": "10" },
};

/** @param page sentences of ours, free of markup @param request a name in letters that need no quoting */
function draw(page: { title: string; words: string }, onward = HOME, request?: string): Plain {
  const quote = request === undefined ? "" : `<p>${words.request} <code>${request}</code></p>`;
  const drawn = Buffer.from(
    `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${page.title}</title><style>${STYLE}</style></head><body><main><h1>${page.title}</h1><p>${page.words}</p>${quote}<p><a href="${onward.href}">${onward.words}</a></p></main></body></html>\n`,
  );
  return { page: drawn, sentence: page.words };
}
