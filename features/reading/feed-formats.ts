import { generateAtomFeed, generateRssFeed } from "feedsmith";
import { type FeedFormat, feedPath } from "#features/addresses/machines.ts";
import { escaped } from "#lib/escaped.ts";
import type { Feed, FeedEntry } from "./feed.ts";
import { pictureBeside, tagUriOf } from "./lines.ts";

/** What a format is called by those who send it. Sources: RSS 2.0; RFC 4287; JSON Feed 1.1. */
export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
};

/** A feed as it is sent. */
export function written(feed: Feed, format: FeedFormat): string {
  switch (format) {
    case "rss":
      return tight(rssOf(feed));
    case "atom":
      return tight(atomOf(feed));
    case "json":
      return `${JSON.stringify(jsonOf(feed))}\n`;
  }
}

function rssOf(feed: Feed): string {
  const { origin, language, title, about, above, entries, changedAt } = feed;
  return generateRssFeed({
    title,
    link: origin + above,
    description: about,
    language,
    // Nothing ever stood in an empty one.
    ...(entries.length === 0 ? {} : { lastBuildDate: changedAt }),
    atom: { links: [{ href: origin + feedPath("rss", above), rel: "self", type: FEED_TYPES.rss }] },
    items: entries.map((entry) => ({
      title: entry.headline,
      link: origin + entry.path,
      description: htmlOf(feed, entry),
      guid: { value: tagUriOf(origin, entry.number), isPermaLink: false },
      pubDate: entry.shownAt,
      categories: entry.topics.map((name) => ({ name })),
      // RSS has room for addresses of mail only.
      dc: { creators: authorsOf(feed, entry) },
      atom: { updated: entry.changedAt },
      ...mediaOf(entry, origin),
    })),
  });
}

function mediaOf(entry: FeedEntry, origin: string) {
  const picture = pictureBeside(entry, origin);
  if (!picture) return {};
  const { url, type, width, height, caption, credit, alt } = picture;
  const said = caption || alt;
  const content = {
    ...{ url, type, medium: "image", width, height },
    ...(said === "" ? {} : { description: { value: said, type: "plain" } }),
    ...(credit === "" ? {} : { credits: [{ value: credit }] }),
  };
  return { media: { contents: [content] } };
}

function atomOf(feed: Feed): string {
  const { origin, language, title, about, by, above, entries, changedAt } = feed;
  return generateAtomFeed({
    // As good a name as any, and no other feed has it.
    id: origin + feedPath("atom", above),
    title: { value: title, type: "text" },
    subtitle: { value: about, type: "text" },
    updated: changedAt,
    authors: [{ name: by }],
    links: [
      { href: origin + feedPath("atom", above), rel: "self", type: FEED_TYPES.atom },
      { href: origin + above, rel: "alternate", type: "text/html", hreflang: language },
    ],
    entries: entries.map((entry) => {
      const picture = pictureBeside(entry, origin);
      return {
        id: tagUriOf(origin, entry.number),
        title: { value: entry.headline, type: "text" },
        published: entry.shownAt,
        updated: entry.changedAt,
        summary: { value: htmlOf(feed, entry), type: "html" },
        authors: authorsOf(feed, entry).map((name) => ({ name })),
        categories: entry.topics.map((term) => ({ term })),
        links: [
          { href: origin + entry.path, rel: "alternate", type: "text/html", hreflang: language },
          ...(picture ? [{ href: picture.url, rel: "enclosure", type: picture.type }] : []),
        ],
      };
    }),
  });
}

function jsonOf(feed: Feed): unknown {
  const { origin, language, title, about, by, above, entries } = feed;
  return {
    version: "https://jsonfeed.org/version/1.1",
    title,
    description: about,
    home_page_url: origin + above,
    feed_url: origin + feedPath("json", above),
    language,
    authors: [{ name: by }],
    items: entries.map((entry) => ({
      id: tagUriOf(origin, entry.number),
      url: origin + entry.path,
      title: entry.headline,
      summary: entry.standfirst || entry.headline,
      content_html: htmlOf(feed, entry),
      date_published: entry.shownAt,
      date_modified: entry.changedAt,
      authors: authorsOf(feed, entry).map((name) => ({ name })),
      tags: entry.topics,
      image: pictureBeside(entry, origin)?.url,
    })),
  };
}

/** The agency stands for a byline that is hidden, or empty. */
const authorsOf = ({ by }: Feed, { names }: FeedEntry): string[] => (names.length > 0 ? names : [by]);

/** What there is to read before one opens it, until when it holds, and what was wrong in it or has joined since. */
function htmlOf({ words }: Feed, { standfirst, headline, endsAt, notes }: FeedEntry): string {
  // The hour alone: true also where a program shows it later.
  const holds = endsAt === null ? [] : [words.until(endsAt)];
  const noted = notes.map((note) => [words.note(note), note.text].filter((part) => part !== "").join(": "));
  const lines = [standfirst || headline, ...holds, ...noted];
  return lines.map((line) => `<p>${escaped(line).replaceAll("\n", "<br>")}</p>`).join("");
}

/** Without the blanks around words that the library puts there to show them better: some programs take them for a part. */
const tight = (xml: string): string => xml.replace(/>\s+(?=<!\[CDATA\[)/g, ">").replace(/\]\]>\s+(?=<\/)/g, "]]>");
