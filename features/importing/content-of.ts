import type { ArticleContent } from "#features/kinds/article.ts";
import { article } from "#features/kinds/article.ts";
import { emptyContent, parseContent } from "#features/text/content.ts";
import { byteLength, MAX_BODY_BYTES } from "#features/text/document.ts";
import { slugFrom } from "#features/text/slug.ts";
import { NotImported } from "./not-imported.ts";
import type { ParsedArticle } from "./parse.ts";

/**
 * The text as it is kept. An old page names no author, and none is made up.
 *
 * @throws {NotImported} for a text over 2 MB
 */
export function contentOf(read: ParsedArticle, sectionId: number | null): ArticleContent {
  const content: ArticleContent = {
    ...emptyContent(article),
    headline: read.headline,
    standfirst: read.standfirst,
    slug: slugFrom(read.headline),
    sectionId,
    datedAt: read.at.toISOString(),
    body: { type: "doc", content: read.blocks },
  };
  if (byteLength(content) > MAX_BODY_BYTES) {
    throw new NotImported("the text is over 2 MB: make several articles of it");
  }
  return parseContent(article, content);
}
