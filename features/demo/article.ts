import type { Content } from "#features/text/content.ts";

/** An article of the demo. Everything in it is invented. */
export type DemoArticle = Pick<Content, "headline" | "standfirst"> &
  Partial<Pick<Content, "kind" | "origin" | "kicker" | "byline" | "source">> & {
    /** Name of a section of the demo. */
    section: string;
    secondSections?: string[];
    tags?: string[];
    body: Content["body"]["content"];
    /** An older one: how long before the demo was made it appeared, and how often it was read. */
    from?: { hoursAgo: number; views: number };
  };

/** A name for the byline, with or without a post. */
export const by = (name: string, post = ""): Content["byline"] => ({
  hidden: false,
  names: [{ name, post, personId: null }],
});
