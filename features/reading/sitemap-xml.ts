export type Entry = {
  /** Public path. */
  path: string;
  /** ISO 8601 with zone. */
  changed?: string;
};

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

export function urlSetOf(origin: string, entries: readonly Entry[]): string {
  const urls = entries.map(({ path, changed }) => {
    const lastmod = changed === undefined ? "" : `<lastmod>${changed}</lastmod>`;
    return `<url><loc>${escaped(origin + path)}</loc>${lastmod}</url>`;
  });
  return document("urlset", urls);
}

export function indexOf(origin: string, paths: readonly string[]): string {
  return document(
    "sitemapindex",
    paths.map((path) => `<sitemap><loc>${escaped(origin + path)}</loc></sitemap>`),
  );
}

function document(root: string, lines: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">\n${lines.join("\n")}\n</${root}>\n`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
