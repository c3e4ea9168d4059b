import { env } from "#lib/env.ts";
import { Refusal } from "#lib/refusal.ts";

/** The header in which the front says by which scheme the client came, "http" or "https". */
export const SCHEME_HEADER = "x-newsroom-scheme";

/** Whether a request only asks, and changes nothing. */
export const onlyAsks = ({ method }: Request): boolean => method === "GET" || method === "HEAD";

/**
 * A request that changes something must come from our own pages. Browsers say where a request comes from in two ways;
 * Safari before 16.4 only in one. One that says nothing is not from a page of ours.
 * Source: https://web.dev/articles/fetch-metadata
 * @throws {Refusal} `not_allowed`
 */
export function refuseForeign(headers: Headers): void {
  if (isFromUs(headers)) return;
  throw new Refusal("not_allowed", "Yêu cầu không đến từ Trang biên tập nên không được thực hiện.");
}

/** Whether all that a request says of where it comes from is this site, by name and by scheme, and it says something. */
export function isFromUs(headers: Headers, siteUrl = env().siteUrl): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site === null && origin === null) return false;
  return (site === null || site === "same-origin") && (origin === null || origin === ownOrigin(headers, siteUrl));
}

/** Where readers are led to https, a page that came by http may have been written by anybody on the way. */
function ownOrigin(headers: Headers, siteUrl: string): string | undefined {
  // The front overwrites both, unless it stands behind a proxy that the operator trusts.
  const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? "";
  const scheme = siteUrl.startsWith("https:") ? "https" : (headers.get(SCHEME_HEADER) ?? "http");
  return URL.parse(`${scheme}://${host}`)?.origin;
}
