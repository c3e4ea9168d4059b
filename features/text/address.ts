import { nfc } from "#lib/nfc.ts";

/** Longer addresses are mistakes or attacks; browsers and mail programs cut them too. */
const MAX_ADDRESS = 2048;

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/**
 * The address as it may stand in a link, or null: http, https, mailto, tel, or a path of this site.
 * Refused besides other schemes: `//host` (leaves the site without saying so), backslashes, blanks and
 * controls (browsers drop them, so `java\nscript:` would run), and `https://name@host` (hides the host).
 */
export function safeHref(typed: string): string | null {
  // Looked at before anything is done with it: a long one is none.
  if (typed.length > 4 * MAX_ADDRESS) return null;
  const href = nfc(typed.trim());
  if (href === "" || href.length > MAX_ADDRESS || /[\s\p{Cc}\p{Cf}\p{Cs}\\]/u.test(href)) return null;
  const scheme = SCHEME.exec(href)?.[1]?.toLowerCase();
  if (scheme === undefined) return href.startsWith("/") && !href.startsWith("//") ? href : null;
  if (scheme === "mailto" || scheme === "tel") return href.length > scheme.length + 1 ? href : null;
  return scheme === "http" || scheme === "https" ? webAddress(href) : null;
}

/** An address of this very site as a path of it, so that it stays right when the site moves; any other as it is. */
export function withinSite(href: string, origin: string): string {
  if (URL.parse(href)?.origin !== origin) return href;
  const rest = /^[^/]*\/\/[^/?#]*(.*)$/.exec(href)?.[1] ?? "";
  return safeHref(rest.startsWith("/") ? rest : `/${rest}`) ?? href;
}

function webAddress(href: string): string | null {
  if (!/^https?:\/\//i.test(href)) return null;
  const url = URL.parse(href);
  return url !== null && url.hostname !== "" && url.username === "" && url.password === "" ? href : null;
}

/** True while an address field holds something that may yet become http(s): typing must not be refused half way. */
export function mayBecomeAddress(typed: string): boolean {
  const scheme = SCHEME.exec(typed.trim())?.[1]?.toLowerCase();
  return typed.length <= MAX_ADDRESS && (scheme === undefined || scheme === "http" || scheme === "https");
}
