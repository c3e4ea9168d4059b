import { generateAtomFeed, generateRssFeed } from "feedsmith";
import { type FeedFormat, feedPath } from "#features/addresses/machines.ts";
import type { Feed } from "./feed.ts";
import { type Line, pictureBeside, tagUriOf } from "./lines.ts";
import { noteTitle } from "./note-words.ts";
import { escaped } from "./sitemap-xml.ts";
import { say } from "./words.ts";

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

export const titleOf = ({ site, name }: Pick<Feed, "site" | "name">): string =>
  name === null ? site.name : `${name} - ${site.name}`;

function rssOf(feed: Feed): string {
  const { site, origin, above, lines, changedAt } = feed;
  return generateRssFeed({
    title: titleOf(feed),
    link: origin + above,
    description: aboutOf(feed),
    language: site.language,
    // Nothing ever stood in an empty one.
    ...(lines.length === 0 ? {} : { lastBuildDate: changedAt }),
    atom: { links: [{ href: origin + feedPath("rss", above), rel: "self", type: FEED_TYPES.rss }] },
    items: lines.map((line) => ({
      title: line.headline,
      link: origin + line.path,
      description: htmlOf(line),
      guid: { value: tagUriOf(origin, line.number), isPermaLink: false },
      pubDate: line.shownAt,
      categories: topicsOf(line).map((name) => ({ name })),
      // RSS has room for addresses of mail only.
      dc: { creators: authorsOf(feed, line) },
      atom: { updated: line.changedAt },
      ...mediaOf(line, origin),
    })),
  });
}

function mediaOf(line: Line, origin: string) {
  const picture = pictureBeside(line, origin);
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
  const { site, origin, above, lines, changedAt } = feed;
  return generateAtomFeed({
    // As good a name as any, and no other feed has it.
    id: origin + feedPath("atom", above),
    title: { value: titleOf(feed), type: "text" },
    subtitle: { value: aboutOf(feed), type: "text" },
    updated: changedAt,
    authors: [{ name: site.agency || site.name }],
    links: [
      { href: origin + feedPath("atom", above), rel: "self", type: FEED_TYPES.atom },
      { href: origin + above, rel: "alternate", type: "text/html", hreflang: site.language },
    ],
    entries: lines.map((line) => {
      const picture = pictureBeside(line, origin);
      return {
        id: tagUriOf(origin, line.number),
        title: { value: line.headline, type: "text" },
        published: line.shownAt,
        updated: line.changedAt,
        summary: { value: htmlOf(line), type: "html" },
        authors: authorsOf(feed, line).map((name) => ({ name })),
        categories: topicsOf(line).map((term) => ({ term })),
        links: [
          { href: origin + line.path, rel: "alternate", type: "text/html", hreflang: site.language },
          ...(picture ? [{ href: picture.url, rel: "enclosure", type: picture.type }] : []),
        ],
      };
    }),
  });
}

function jsonOf(feed: Feed): unknown {
  const { site, origin, above, lines } = feed;
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: titleOf(feed),
    description: aboutOf(feed),
    home_page_url: origin + above,
    feed_url: origin + feedPath("json", above),
    language: site.language,
    authors: [{ name: site.agency || site.name }],
    items: lines.map((line) => ({
      id: tagUriOf(origin, line.number),
      url: origin + line.path,
      title: line.headline,
      summary: line.standfirst || line.headline,
      content_html: htmlOf(line),
      date_published: line.shownAt,
      date_modified: line.changedAt,
      authors: authorsOf(feed, line).map((name) => ({ name })),
      tags: topicsOf(line),
      image: pictureBeside(line, origin)?.url,
    })),
  };
}

function aboutOf({ site, name }: Feed): string {
  if (name === null) return say("homeDescription", { site: site.name });
  return say("sectionDescription", { section: name, site: site.name });
}

/** The agency stands for a byline that is hidden, or empty. */
const authorsOf = ({ site }: Feed, { names }: Line): string[] =>
  names.length > 0 ? names : [site.agency || site.name];

/** What it is about: its section, and its tags that are called otherwise. */
const topicsOf = ({ section, tags }: Line): string[] => [...new Set([section.name, ...tags.map(({ name }) => name)])];

/** What there is to read before one opens it, and what was wrong in it or has joined since. */
function htmlOf({ standfirst, headline, notes }: Line): string {
  const lines = [
    standfirst || headline,
    ...notes.map((note) => [noteTitle(note), note.text].filter((part) => part !== "").join(": ")),
  ];
  return lines.map((line) => `<p>${escaped(line).replaceAll("\n", "<br>")}</p>`).join("");
}

/** Without the blanks around words that the library puts there to show them better: some programs take them for a part. */
const tight = (xml: string): string => xml.replace(/>\s+(?=<!\[CDATA\[)/g, ">").replace(/\]\]>\s+(?=<\/)/g, "]]>");
