import type { ArticleContent } from "#features/kinds/article.ts";
import type { Dated } from "./dated.ts";

/** An article of the demo. Everything in it is invented. */
export type DemoArticle = Pick<ArticleContent, "headline" | "standfirst"> &
  Partial<Pick<ArticleContent, "kind" | "origin" | "kicker" | "lead" | "byline" | "source">> & {
    /** Name of a section of the demo. */
    section: string;
    secondSections?: string[];
    tags?: string[];
    body: ArticleContent["body"]["content"];
    /** An older one: when it appeared, and how often it was read. */
    from?: Dated & { views: number };
    /** It was found wrong: the sentence for readers, and the text as it was before. */
    corrected?: { note: string; was: ArticleContent["body"]["content"] };
    /** Something has joined it: the same. */
    updated?: { note: string; was: ArticleContent["body"]["content"] };
  };

/** A name for the byline, with or without a post. */
export const by = (name: string, post = ""): ArticleContent["byline"] => ({
  hidden: false,
  names: [{ name, post, personId: null }],
});
