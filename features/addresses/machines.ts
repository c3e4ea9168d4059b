/** Public addresses that machines ask for: feeds and descriptions. How they are written and read, as `public.ts` does it of pages. */

/** Where people read which feeds there are. */
export const feedsPath = "/rss";
/** How researchers of security reach the site. Source: RFC 9116, 3. */
export const securityPath = "/.well-known/security.txt";

/** How a browser makes the site's search one of its own. */
export const openSearchPath = "/opensearch.xml";
/** What the site is called where somebody keeps it beside their programs. */
export const manifestPath = "/manifest.webmanifest";

/** Below it lies what programs of others ask: read only, and open to everybody. */
export const apiPath = "/api/v1";
export const apiArticlesPath = `${apiPath}/articles`;
export const apiArticlePath = (number: number) => `${apiArticlesPath}/${number}`;
export const apiSectionsPath = `${apiPath}/sections`;
export const apiSearchPath = `${apiPath}/search`;
/** What can be asked there, as OpenAPI describes it. */
export const apiDescriptionPath = `${apiPath}/openapi.json`;

/** Whether programs of others ask there; an address may have a query. */
export const isForPrograms = (url: string): boolean =>
  url.startsWith(apiPath) && /^(?:[/?]|$)/.test(url.slice(apiPath.length));

/** The formats of a feed, in the order in which they are offered. */
export const FEED_FORMATS = ["rss", "atom", "json"] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

const FEED_FILES: Readonly<Record<FeedFormat, string>> = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" };

/** @param above the page that the feed follows, as its own path is: that of a section, say; the site's own feed stands at the root */
export const feedPath = (format: FeedFormat, above = "/"): string =>
  `${above === "/" ? "" : above}/${FEED_FILES[format]}`;

/** What a path asks for, as `PublicAddress`. */
export type MachineAddress =
  | { kind: "feeds" }
  /** @property above the path of the page that it follows; "/": the whole site */
  | { kind: "feed"; format: FeedFormat; above: string }
  | { kind: "security" }
  | { kind: "opensearch" }
  | { kind: "manifest" }
  | ApiAddress;

/** The same below `/api/v1`; `api_nothing` where nothing lies. */
export type ApiAddress =
  | { kind: "api_articles" }
  | { kind: "api_article"; number: number }
  | { kind: "api_sections" }
  | { kind: "api_search" }
  | { kind: "api_description" }
  | { kind: "api_nothing" };

/** @param lower a path in small letters; null where it is none of these */
export function machineAsked(lower: string): MachineAddress | null {
  if (lower === feedsPath) return { kind: "feeds" };
  if (lower === securityPath || lower === SECURITY_OF_OLD) return { kind: "security" };
  if (lower === openSearchPath) return { kind: "opensearch" };
  if (lower === manifestPath) return { kind: "manifest" };
  if (isForPrograms(lower)) return inApi(lower);
  const above = lower.slice(0, lower.lastIndexOf("/"));
  const format = FEED_FORMATS.find((one) => FEED_FILES[one] === lower.slice(above.length + 1));
  return format ? { kind: "feed", format, above: above || "/" } : null;
}

function inApi(lower: string): ApiAddress {
  if (lower === apiArticlesPath) return { kind: "api_articles" };
  if (lower === apiSectionsPath) return { kind: "api_sections" };
  if (lower === apiSearchPath) return { kind: "api_search" };
  if (lower === apiDescriptionPath) return { kind: "api_description" };
  const digits = lower.startsWith(`${apiArticlesPath}/`) ? lower.slice(apiArticlesPath.length + 1) : "";
  return NUMBER.test(digits) ? { kind: "api_article", number: Number(digits) } : { kind: "api_nothing" };
}

/** As the database counts: no longer ones are known. */
const NUMBER = /^[1-9]\d{0,8}$/;

/** Where it was looked for before it had a place of its own; it leads there. */
const SECURITY_OF_OLD = "/security.txt";
