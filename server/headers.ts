import { requestId } from "#lib/request.ts";

export type HeaderSet = Readonly<Record<string, string>>;

/** Names and values in turn, as Node writes them without looking at them again. */
export const flat = (headers: HeaderSet): string[] => Object.entries(headers).flat();

/** What every answer says, whoever made it. HSTS is only promised by a site that is reached by https. */
export function headersForAll(siteUrl: string): HeaderSet {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    ...(siteUrl.startsWith("https:") ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  };
}

/** Reader pages: plain HTML, our own files, nothing inline, in nobody's frame. */
export const READER_HEADERS: HeaderSet = {
  "Content-Security-Policy": policy({
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "media-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
  }),
  "X-Frame-Options": "DENY",
};

/**
 * Pictures, which run nothing when somebody opens one by itself; other sites, programs of chats and search engines may show them.
 * A browser keeps one for a day and asks again by its tag; a cache that many share asks each time, so that what is withdrawn is
 * gone from it as well.
 */
export const PICTURE_HEADERS: HeaderSet = {
  "Content-Security-Policy": policy({ sandbox: "", "default-src": "'none'" }),
  "X-Frame-Options": "DENY",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Cache-Control": "public, max-age=86400, s-maxage=0, must-revalidate",
};

/**
 * A PDF that the browser's own viewer shows: in our own page or alone, in nobody else's. None of these viewers runs inside a sandbox, so
 * there is no word of one; what guards is that the bytes can be taken for nothing else, and that a PDF with a script in it was never
 * let in (`features/renditions/documents`).
 */
export const SHOWN_DOCUMENT_HEADERS: HeaderSet = {
  "Content-Security-Policy": policy({ "base-uri": "'none'", "form-action": "'none'", "frame-ancestors": "'self'" }),
  "X-Frame-Options": "SAMEORIGIN",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** The page that shows one: as all reader pages, but for that frame of our own. */
export const FILE_PAGE_HEADERS: HeaderSet = {
  ...READER_HEADERS,
  "Content-Security-Policy": `${READER_HEADERS["Content-Security-Policy"]}; object-src 'self'; frame-src 'self'`,
};

/**
 * Of what is played: where somebody opens it by itself, a browser plays it in a page of its own. That runs nothing either, but has
 * to be of our origin: Chromium 156 has it ask for the file once more, and gives none to a page of no origin.
 */
export const MEDIA_POLICY = policy({
  ...{ sandbox: "allow-same-origin", "default-src": "'none'", "media-src": "'self'" },
});

/** Feeds and what programs of others ask: pages of any site may read them, for nothing in them is of one reader. */
export const OPEN_HEADERS: HeaderSet = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Retry-After",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

/** What a page of another site is told that asks whether it may send a tag along. */
export const PREFLIGHT_HEADERS: HeaderSet = {
  "Access-Control-Allow-Methods": "GET, HEAD",
  "Access-Control-Allow-Headers": "If-None-Match",
  "Access-Control-Max-Age": "86400",
};

/** Answers for machines: nothing in them is ever to run or to be framed. */
export const API_HEADERS: HeaderSet = {
  "Content-Security-Policy": policy({ "default-src": "'none'", "base-uri": "'none'", "frame-ancestors": "'none'" }),
  "X-Frame-Options": "DENY",
  "Cache-Control": "no-store",
};

/** A picture for staff: opened by itself it may do nothing at all. How long it is kept its route says, which knows whether there is one. */
export const STAFF_PICTURE_HEADERS: HeaderSet = {
  "Content-Security-Policy": `sandbox; ${API_HEADERS["Content-Security-Policy"]}`,
  "X-Frame-Options": "DENY",
};

/** A stream: what is compressed or changed on its way would be gathered first. A route cannot say so over these. */
export const STREAM_HEADERS: HeaderSet = { ...API_HEADERS, "Cache-Control": "no-store, no-transform" };

/**
 * Desk pages need Next's client runtime: its inline scripts carry a nonce, which Next takes from this policy when it
 * stands in the request. Styles may be inline: the editor and the dialogs set them at run time.
 *
 * @param dev the development runtime evaluates strings and speaks over a WebSocket.
 */
export function deskHeaders(path: string, nonce: string, dev: boolean): HeaderSet {
  const framed = isPreview(path);
  return {
    "Content-Security-Policy": policy({
      "default-src": "'none'",
      "script-src": `'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ""}`,
      "style-src": "'self' 'unsafe-inline'",
      "img-src": "'self' blob: data:",
      "media-src": "'self' blob:",
      "font-src": "'self'",
      "connect-src": dev ? "'self' ws:" : "'self'",
      "frame-src": "'self'",
      "manifest-src": "'self'",
      "form-action": "'self'",
      "base-uri": "'none'",
      "frame-ancestors": framed ? "'self'" : "'none'",
    }),
    "X-Frame-Options": framed ? "SAMEORIGIN" : "DENY",
    "Cache-Control": "no-store",
  };
}

/** By what name one can ask about the request that is answered here. Kept pages of readers say nothing of one request. */
export function requestHeaders(): HeaderSet {
  const id = requestId();
  return id === undefined ? {} : { "X-Request-Id": id };
}

/** Whether this is the reader's page of a text under review; the desk shows it in a frame. */
export function isPreview(path: string): boolean {
  return /^\/desk\/(?:[^/]+\/)+preview$/.test(path);
}

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trimEnd())
    .join("; ");
}
