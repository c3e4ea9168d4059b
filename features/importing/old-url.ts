import { nfc } from "#lib/nfc.ts";
import { NotImported } from "./not-imported.ts";

/** Long enough for every portal we have seen; a database index holds no more than 2,700 bytes. */
const LONGEST = 2_000;
/** First segments that the program answers itself: a redirect from there would never be asked. */
const OWN = ["desk", "login", "api", "_next"];

export type OldAddress = { path: string; host: string | null };

/**
 * Path and query of an older address in the form in which the front asks for redirects: the path as people read it,
 * the query as browsers send it. The host is kept apart: whose it is, the caller knows.
 *
 * @throws {NotImported} for what is no http address or path, or names a page of our own
 */
export function readOldUrl(given: string): OldAddress {
  const isPath = given.startsWith("/") && !given.startsWith("//");
  const url = isPath ? URL.parse(given, "http://any.invalid") : URL.parse(given);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new NotImported(`--old-url ${given}: give a web address, or its path beginning with "/"`);
  }
  const segments = decoded(url.pathname)
    .split("/")
    .filter((segment) => segment !== "");
  const path = `/${segments.join("/")}${url.search}`;
  if (path.length > LONGEST) throw new NotImported(`--old-url is longer than ${LONGEST} characters`);
  if (path === "/") throw new NotImported("--old-url is a home page: it cannot lead to one article");
  const first = segments[0]?.toLowerCase() ?? "";
  if (OWN.includes(first)) throw new NotImported(`--old-url ${path}: addresses under /${first} belong to the program`);
  return { path, host: isPath ? null : url.host };
}

function decoded(path: string): string {
  try {
    return nfc(decodeURIComponent(path));
  } catch (error) {
    throw new NotImported(`--old-url: ${path} is not UTF-8 behind its percent signs`, null, { cause: error });
  }
}
