/** Where somebody goes when nobody said where. */
const HOME = "/desk";
/** The desk, and the page where people change their password. */
const OURS = /^\/(?:desk(?:\/|$)|login\/password$)/;

/**
 * Where to go after signing in: a page of the desk and nothing else, so that nobody is led to a foreign site with a link
 * to our sign-in page.
 * @param wanted what the address of the sign-in page asked for
 */
export function nextTarget(wanted: unknown): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/")) return HOME;
  const url = URL.parse(wanted, "http://ours.invalid");
  if (url?.origin !== "http://ours.invalid" || !OURS.test(url.pathname)) return HOME;
  return url.pathname + url.search + url.hash;
}
