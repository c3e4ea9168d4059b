import { nfc } from "#lib/nfc.ts";

/** What a request line asks for, cleaned; or the status with which it is refused. */
export type RequestTarget =
  | {
      ok: true;
      /** Decoded, without empty segments and without a slash at the end; always begins with one slash. */
      path: string;
      /** `path` as it stands in an address bar and in a Location header. */
      address: string;
      /** The query string with its `?`, without what campaigns add; "" if nothing is left. */
      query: string;
    }
  | { ok: false; status: 400 | 414 };

/** The longest address we answer, in characters; an old portal's longest link is well below. */
const LONGEST = 2_048;

/** Reads a request's target. It never throws. */
export function readTarget(url: string): RequestTarget {
  if (url.length > LONGEST) return { ok: false, status: 414 };
  if (!url.startsWith("/")) return { ok: false, status: 400 };
  const mark = url.indexOf("?");
  const raw = mark < 0 ? url : url.slice(0, mark);
  const decoded = decode(raw);
  if (decoded === null || UNSPEAKABLE.test(decoded)) return { ok: false, status: 400 };
  const segments = decoded.split("/").filter((segment) => segment !== "");
  if (segments.some((segment) => segment === "." || segment === "..")) return { ok: false, status: 400 };
  const path = `/${segments.join("/")}`;
  const address = `/${segments.map(encodeURIComponent).join("/")}`;
  return { ok: true, path, address, query: mark < 0 ? "" : ownQuery(url.slice(mark + 1)) };
}

/** Controls, backslashes (some clients read them as slashes) and what is no text. */
const UNSPEAKABLE = /[\p{Cc}\\\uFFFD]/u;

/** Parameters that campaigns and chat programs add to any link. They never choose a page. */
const FOREIGN = /^(?:utm_|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|igsh|zarsrc|zalo|mc_|_ga|_gl)/i;

function decode(raw: string): string | null {
  try {
    return nfc(decodeURIComponent(raw));
  } catch {
    return null;
  }
}

function ownQuery(query: string): string {
  const own = query.split("&").filter((part) => part !== "" && !FOREIGN.test(part));
  return own.length === 0 ? "" : `?${own.join("&")}`;
}
