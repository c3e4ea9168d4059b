import { Refusal } from "#lib/refusal.ts";

/**
 * A request that changes something must come from our own pages. Browsers say where a request comes from in two ways;
 * Safari before 16.4 only in one. One that says nothing is not from a page of ours.
 * Source: https://web.dev/articles/fetch-metadata
 * @throws {Refusal} `not_allowed`
 */
export function refuseForeign(headers: Headers): void {
  if (isOurs(headers)) return;
  throw new Refusal("not_allowed", "Yêu cầu không đến từ Trang biên tập nên không được thực hiện.");
}

function isOurs(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  // The front overwrites x-forwarded-host, unless it stands behind a proxy that the operator trusts.
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return origin !== null && host !== null && URL.parse(origin)?.host === host;
}
