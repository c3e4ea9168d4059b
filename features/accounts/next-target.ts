import { deskPath, isSeenSignedIn } from "#features/addresses/desk.ts";

/**
 * Where to go after signing in: a page of the desk and nothing else, so that nobody is led to a foreign site with a link
 * to our sign-in page.
 * @param wanted what the address of the sign-in page asked for
 */
export function nextTarget(wanted: unknown): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/")) return deskPath;
  const url = URL.parse(wanted, "http://ours.invalid");
  if (url?.origin !== "http://ours.invalid" || !isSeenSignedIn(url.pathname)) return deskPath;
  return url.pathname + url.search + url.hash;
}
