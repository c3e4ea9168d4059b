import type { Standing } from "#features/desk/standing.ts";
import type { CopyKey } from "./copies.ts";

/** A copy in this browser, unread, and the number of the last edit in it. */
export type Waiting = CopyKey & { edit: number };

/** How an article stands, as the server says; anything else when it does not. */
type Ask = (articleId: number, tabs: readonly string[]) => Promise<Pick<Standing, "passed"> | "signed_out" | null>;

/**
 * Of how many articles the server lacks words that this browser has. A copy may outlive its save: its page was gone
 * before it could be thrown away. What the server does not speak of counts as unsent.
 */
export async function articlesUnsent(copies: readonly Waiting[], ask: Ask): Promise<number> {
  const byArticle = Map.groupBy(copies, ({ articleId }) => articleId);
  const unsent = await Promise.all(
    [...byArticle].map(async ([articleId, its]) => {
      const asked = its.slice(0, MOST_ASKED);
      const standing = await ask(
        articleId,
        asked.map(({ tab }) => tab),
      );
      const passed = standing === null || standing === "signed_out" ? {} : standing.passed;
      return its.some(({ tab, edit }) => (passed[tab] ?? 0) < edit);
    }),
  );
  return unsent.filter(Boolean).length;
}

/** An address has no room for more tabs, and nobody leaves more behind. */
export const MOST_ASKED = 50;
