import { suggestionsPath } from "#features/addresses/desk.ts";
import { homePath, searchPath } from "#features/addresses/public.ts";
import type { Picture } from "#features/files/picture.ts";
import { escaped } from "#lib/escaped.ts";
import { type Icon, iconsOf } from "./icons.ts";
import type { Site } from "./types.ts";
import { say } from "./words.ts";

export const OPENSEARCH_TYPE = "application/opensearchdescription+xml";

/** What a browser is sent while somebody types: what they typed, and titles. Source: OpenSearch Suggestions 1.1. */
export const SUGGESTIONS_TYPE = "application/x-suggestions+json";
/** How a browser asks for them in that form. */
export const AS_OPENSEARCH = "opensearch";

/** Longest names, in letters. Source: OpenSearch 1.1, draft 6. */
const SHORT = 16;
const LONG = 48;

/** How a browser asks the site's search: the form in the masthead in another form. */
export function openSearchOf(
  { name, language }: Pick<Site, "name" | "language">,
  origin: string,
  emblem: Picture | null,
): string {
  const [icon] = emblem === null ? [OWN_ICON] : iconsOf(emblem);
  const fields = [
    element("ShortName", upTo(SHORT, name)),
    element("LongName", upTo(LONG, name)),
    element("Description", say("openSearch", { site: name })),
    `<Url type="text/html" template="${escaped(`${origin}${searchPath}?q={searchTerms}`)}"/>`,
    `<Url type="${SUGGESTIONS_TYPE}" rel="suggestions" template="${escaped(`${origin}${suggestionsPath({ as: AS_OPENSEARCH })}&q={searchTerms}`)}"/>`,
    icon &&
      `<Image width="${icon.width}" height="${icon.height}" type="${icon.type}">${escaped(origin + icon.path)}</Image>`,
    element("Language", language),
    element("InputEncoding", "UTF-8"),
    element("OutputEncoding", "UTF-8"),
  ];
  const lines = fields
    .flatMap((field) => field ?? [])
    .map((field) => `  ${field}\n`)
    .join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<OpenSearchDescription xmlns="${NAMESPACE}">\n${lines}</OpenSearchDescription>\n`;
}

/** The program's own, where a browser looks for it. */
const OWN_ICON: Icon = { path: `${homePath}favicon.ico`, type: "image/x-icon", width: 32, height: 32 };

const NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";

const element = (name: string, words: string): string => `<${name}>${escaped(words)}</${name}>`;

/** As many whole words as there is room for; of a longer first one its beginning. */
function upTo(most: number, name: string): string {
  const letters = [...name];
  if (letters.length <= most) return name;
  const cut = letters.slice(0, most + 1).join("");
  const blank = cut.lastIndexOf(" ");
  return blank > 0 ? cut.slice(0, blank) : letters.slice(0, most).join("");
}
