import type { FeedOf } from "#features/addresses/inside.ts";
import { authorPath, tagPath, topicPath } from "#features/addresses/lists.ts";
import { homePath, sectionPath } from "#features/addresses/public.ts";
import { type Line, linesOf } from "./lines.ts";
import { sectionTree } from "./queries.ts";
import { reads } from "./reads.ts";
import { liveTopic } from "./topics.ts";
import type { List, Site } from "./types.ts";

/** What a feed says, in whatever format. */
export type Feed = {
  site: Site;
  origin: string;
  /** What it follows; null: the whole site. */
  name: string | null;
  /** The page that it follows, as a public path. */
  above: string;
  /** When something in it changed last. */
  changedAt: Date;
  lines: Line[];
};

/** Articles in one feed: whoever looks in twice a week misses none of a busy office's. */
const LENGTH = 30;

/** Null where there is nothing to follow. */
export async function feed(site: Site, origin: string, of: FeedOf): Promise<Feed | null> {
  const followed = await followedBy(site, of);
  if (followed === null) return null;
  const lines = await linesOf(site.id, followed.rows);
  const changedAt = new Date(Math.max(0, ...lines.map((line) => line.changedAt.getTime())));
  return { site, origin, name: followed.name, above: followed.above, changedAt, lines };
}

type Followed = Pick<Feed, "name" | "above"> & { rows: Awaited<ReturnType<typeof reads.findFeedOfSite>> };

async function followedBy({ id: siteId }: Site, of: FeedOf): Promise<Followed | null> {
  switch (of.of) {
    case "site":
      return { name: null, above: homePath, rows: await reads.findFeedOfSite(siteId, LENGTH) };
    case "tag": {
      const tag = await reads.findTag(siteId, of);
      return tag ? listed(tag.name, tagPath(tag.slug), { list: "tag", ofId: of.id }) : null;
    }
    case "author": {
      const author = await reads.findAuthor(siteId, of);
      return author ? listed(author.name, authorPath(author.slug), { list: "author", ofId: of.id }) : null;
    }
    case "topic": {
      const topic = await liveTopic(siteId, of.id);
      if (topic === null) return null;
      const { title, slug } = topic.content;
      return { name: title, above: topicPath(slug), rows: await reads.findFeedOfTopic(siteId, of.id, LENGTH) };
    }
    case "section": {
      const section = (await sectionTree(siteId)).find(({ id, opened }) => id === of.id && opened);
      if (!section) return null;
      const rows = await reads.findFeedOfSection(siteId, section.id, LENGTH);
      return { name: section.name, above: sectionPath(section.slug), rows };
    }
  }

  async function listed(name: string, above: string, list: List): Promise<Followed> {
    return { name, above, rows: await reads.findFeedOfList(siteId, list, LENGTH) };
  }
}
