import type { Visibility } from "#features/workflow/machine.ts";
import type { Choice } from "./choice.ts";

/** A topic as staff choose for it. */
export type TopicLine = {
  id: number;
  title: string;
  /** Its public address; null before it has one. */
  slug: string | null;
  visibility: Visibility;
  /** How many articles readers find in it. */
  listed: number;
};

/** A topic beside an article, with how the article stands in it. */
export type TopicOfArticle = TopicLine & { choice: Choice };
