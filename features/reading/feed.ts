import { englishPath } from "#features/addresses/english.ts";
import type { FeedOf } from "#features/addresses/inside.ts";
import { authorPath, questionsPath, tagPath, topicPath } from "#features/addresses/lists.ts";
import { homePath, sectionPath } from "#features/addresses/public.ts";
import { type Note, notesOf } from "#features/text/notes.ts";
import { momentInEnglish, momentInWords } from "#lib/dates.ts";
import { newestInEnglish } from "./english.ts";
import { type Line, linesOf } from "./lines.ts";
import { noteTitle, noteTitleInEnglish } from "./note-words.ts";
import { sectionTree } from "./queries.ts";
import { reads } from "./reads.ts";
import { liveTopic } from "./topics.ts";
import type { Site } from "./types.ts";
import { say } from "./words.ts";
import { englishName, sayInEnglish } from "./words-in-english.ts";

/** What a feed says, in whatever format. */
export type Feed = {
  origin: string;
  /** Of its words, and of what it follows. */
  language: string;
  words: FeedWords;
  title: string;
  /** Who publishes it, and stands for whoever is not named. */
  by: string;
  /** What is in it, in a sentence. */
  about: string;
  /** The page that it follows, as a public path. */
  above: string;
  /** When something in it changed last. */
  changedAt: Date;
  entries: FeedEntry[];
};

/** What a feed says of its entries in its own language. @property note what stands before one; "" for nothing */
type FeedWords = { until: (moment: Date) => string; note: (note: Note) => string };

const VIETNAMESE: FeedWords = {
  until: (moment) => say("valid.until", { moment: momentInWords(moment) }),
  note: noteTitle,
};
const ENGLISH: FeedWords = {
  until: (moment) => sayInEnglish("valid.until", { moment: momentInEnglish(moment) }),
  note: noteTitleInEnglish,
};

export type FeedEntry = Pick<Line, "number" | "path" | "headline" | "standfirst" | "lead" | "picture" | "shownAt"> &
  Pick<Line, "names" | "endsAt" | "notes" | "changedAt"> & {
    /** What it is about, by name. */
    topics: string[];
  };

/** Articles in one feed: whoever looks in twice a week misses none of a busy office's. */
const LENGTH = 30;

/** Null where there is nothing to follow. */
export async function feed(site: Site, origin: string, of: FeedOf): Promise<Feed | null> {
  const followed = of.of === "english" ? await inEnglish(site) : await inVietnamese(site, await followedBy(site, of));
  if (followed === null) return null;
  const changedAt = new Date(Math.max(0, ...followed.entries.map((entry) => entry.changedAt.getTime())));
  return { ...followed, origin, changedAt };
}

type Said = Omit<Feed, "origin" | "changedAt">;
/** @property name null: the whole site */
type Followed = Pick<Feed, "about" | "above"> & {
  name: string | null;
  rows: Awaited<ReturnType<typeof reads.findFeedOfSite>>;
};

async function inVietnamese(site: Site, followed: Followed | null): Promise<Said | null> {
  if (followed === null) return null;
  const { name, about, above, rows } = followed;
  return {
    ...{ language: site.language, words: VIETNAMESE, above, about, by: site.agency || site.name },
    title: name === null ? site.name : `${name} - ${site.name}`,
    entries: (await linesOf(site.id, rows)).map(({ section, tags, ...line }) => ({
      ...line,
      // Its section, and its tags that are called otherwise.
      topics: [...new Set([section.name, ...tags.map((tag) => tag.name)])],
    })),
  };
}

async function inEnglish(site: Site): Promise<Said> {
  const { name, agency } = englishName(site);
  const cards = await newestInEnglish(site.id, LENGTH);
  const noted = await reads.findNoted(cards.map(({ number }) => number));
  return {
    ...{ language: "en", words: ENGLISH, above: englishPath(), by: agency || name },
    title: `${sayInEnglish("list.title")} - ${name}`,
    about: sayInEnglish("list.description", { site: name }),
    entries: cards.map(({ title, ...card }) => ({
      ...{ ...card, headline: title },
      // Its byline is of the Vietnamese text, as are sections and tags.
      ...{ names: [], topics: [] },
      notes: notesOf(noted.filter(({ number }) => number === card.number)),
    })),
  };
}

async function followedBy(
  { id: siteId, name: site }: Site,
  of: Exclude<FeedOf, { of: "english" }>,
): Promise<Followed | null> {
  switch (of.of) {
    case "site":
      return {
        ...{ name: null, about: say("homeDescription", { site }), above: homePath },
        rows: await reads.findFeedOfSite(siteId, LENGTH),
      };
    case "answers":
      return {
        ...{ name: say("questions.title"), about: say("questions.description", { site }), above: questionsPath() },
        rows: await reads.findFeedOfList(siteId, { list: "answers", ofId: siteId }, LENGTH),
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
