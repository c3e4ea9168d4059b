import { escaped } from "#lib/escaped.ts";

export type Entry = {
  /** Public path. */
  path: string;
  /** ISO 8601 with zone. */
  changed?: string;
  /** Public path of the picture beside its headline. */
  picture?: string;
};

/** What came out lately, for programs that look for news. */
export type NewsEntry = {
  path: string;
  headline: string;
  /** ISO 8601 with zone. */
  published: string;
  /** Public path. */
  picture: string | null;
};

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
const PICTURES = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"';
const NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';

export function urlSetOf(origin: string, entries: readonly Entry[]): string {
  return document(
    "urlset",
    entries.map(({ picture, ...one }) => {
      const shown = picture === undefined ? "" : image(origin + picture);
      return `<url>${entry(origin, one)}${shown}</url>`;
    }),
    PICTURES,
  );
}

/** @param publication the site's name, and the language of its articles */
export function newsSetOf(
  origin: string,
  publication: { name: string; language: string },
  entries: readonly NewsEntry[],
): string {
  const { name, language } = publication;
  const by = `<news:publication><news:name>${escaped(name)}</news:name><news:language>${language}</news:language></news:publication>`;
  const urls = entries.map(({ path, headline, published, picture }) => {
    const said = `<news:publication_date>${published}</news:publication_date><news:title>${escaped(headline)}</news:title>`;
    const shown = picture === null ? "" : image(origin + picture);
    return `<url>${loc(origin + path)}<news:news>${by}${said}</news:news>${shown}</url>`;
  });
  return document("urlset", urls, `${NEWS} ${PICTURES}`);
}

/** @param files each with when anything in it changed last */
export function indexOf(origin: string, files: readonly Entry[]): string {
  return document(
    "sitemapindex",
    files.map((file) => `<sitemap>${entry(origin, file)}</sitemap>`),
  );
}

const entry = (origin: string, { path, changed }: Entry): string =>
  loc(origin + path) + (changed === undefined ? "" : `<lastmod>${changed}</lastmod>`);

const loc = (url: string, element = "loc"): string => `<${element}>${escaped(url)}</${element}>`;

const image = (url: string): string => `<image:image>${loc(url, "image:loc")}</image:image>`;

/** @param more declarations of other vocabularies */
function document(root: string, lines: readonly string[], more = ""): string {
  const names = [`xmlns="${NAMESPACE}"`, ...(more === "" ? [] : [more])].join(" ");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${names}>\n${lines.join("\n")}\n</${root}>\n`;
}
