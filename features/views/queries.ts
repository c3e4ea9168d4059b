import { findAnswers } from "./answers-store.ts";

/** How many readers have found an article useful, and how many have not. For whoever has been shown the document already. */
export async function answersTo(articleId: number): Promise<{ useful: number; notUseful: number }> {
  return findAnswers(articleId);
}
