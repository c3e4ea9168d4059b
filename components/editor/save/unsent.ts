import type { Standing } from "#features/desk/standing.ts";
import type { CopyKey } from "./copies.ts";

/** A copy in this browser, unread, and the number of the last edit in it. */
export type UnsentText = CopyKey & { edit: number };

/** How an article stands, as the server says; anything else when it does not. */
type Ask = (documentId: number, tabs: readonly string[]) => Promise<Pick<Standing, "passed"> | "signed_out" | null>;

/**
 * Of how many articles the server lacks words that this browser has. A copy may outlive its save: its page was gone
 * before it could be thrown away. What the server does not speak of counts as unsent.
 */
export async function articlesUnsent(copies: readonly UnsentText[], ask: Ask): Promise<number> {
  const byArticle = Map.groupBy(copies, ({ documentId }) => documentId);
  const unsent = await Promise.all(
    [...byArticle].map(async ([documentId, its]) => {
      const passed = await passedOf(documentId, its, ask);
      return its.some(({ tab, edit }) => (passed[tab] ?? 0) < edit);
    }),
  );
  return unsent.filter(Boolean).length;
}

/** The last edit of each copy's tab that the server has passed. While it cannot be asked nothing counts as passed. */
export async function passedOf(
  documentId: number,
  copies: readonly Pick<UnsentText, "tab">[],
  ask: Ask,
): Promise<Record<string, number>> {
  if (copies.length === 0) return {};
  const tabs = copies.slice(0, MOST_ASKED).map(({ tab }) => tab);
  const standing = await ask(documentId, tabs);
  return standing === null || standing === "signed_out" ? {} : standing.passed;
}

/** An address has no room for more tabs, and nobody leaves more behind. */
const MOST_ASKED = 50;
