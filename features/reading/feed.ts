import type { FeedOf } from "#features/addresses/inside.ts";
import { authorPath, tagPath, topicPath } from "#features/addresses/lists.ts";
import { homePath, sectionPath } from "#features/addresses/public.ts";
import { type Line, linesOf } from "./lines.ts";
import { sectionTree } from "./queries.ts";
import { reads } from "./reads.ts";
import { liveTopic } from "./topics.ts";
import type { Site } from "./types.ts";
import { say } from "./words.ts";

/** What a feed says, in whatever format. */
export type Feed = {
  site: Site;
  origin: string;
  /** What it follows; null: the whole site. */
  name: string | null;
  /** What is in it, in a sentence. */
  about: string;
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
  const { name, about, above } = followed;
  return { site, origin, name, about, above, changedAt, lines };
}

type Followed = Pick<Feed, "name" | "about" | "above"> & { rows: Awaited<ReturnType<typeof reads.findFeedOfSite>> };

async function followedBy({ id: siteId, name: site }: Site, of: FeedOf): Promise<Followed | null> {
  switch (of.of) {
    case "site":
      return {
        ...{ name: null, about: say("homeDescription", { site }), above: homePath },
        rows: await reads.findFeedOfSite(siteId, LENGTH),
      };
    case "tag": {
      const tag = await reads.findTag(siteId, of);
      if (!tag) return null;
      const { name } = tag;
      return {
        ...{ name, about: say("tag.description", { name, site }), above: tagPath(tag.slug) },
        rows: await reads.findFeedOfList(siteId, { list: "tag", ofId: of.id }, LENGTH),
      };
    }
    case "author": {
      const author = await reads.findAuthor(siteId, of);
      if (!author) return null;
      const { name } = author;
      return {
        ...{ name, about: say("author.description", { name, site }), above: authorPath(author.slug) },
        rows: await reads.findFeedOfList(siteId, { list: "author", ofId: of.id }, LENGTH),
      };
    }
    case "topic": {
      const topic = await liveTopic(siteId, of.id);
      if (topic === null) return null;
      const { title, slug } = topic.content;
      return {
        ...{ name: title, about: say("topic.description", { title, site }), above: topicPath(slug) },
        rows: await reads.findFeedOfTopic(siteId, of.id, LENGTH),
      };
    }
    case "section": {
      const section = (await sectionTree(siteId)).find(({ id, opened }) => id === of.id && opened);
      if (!section) return null;
      const { name } = section;
      return {
        ...{ name, about: say("sectionDescription", { section: name, site }), above: sectionPath(section.slug) },
        rows: await reads.findFeedOfSection(siteId, section.id, LENGTH),
      };
    }
  }
}
