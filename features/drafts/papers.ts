import { transaction } from "#db/transaction.ts";
import { ALL_PAPERS } from "#features/addresses/papers.ts";
import { searchPapers } from "#features/search/papers.ts";
import { mayWriteSomewhere } from "#features/workflow/store.ts";
import { Refusal } from "#lib/refusal.ts";

/** So many are offered while somebody types. */
const OFFERED = 8;

/**
 * Papers that readers have, by words of them, as an editor offers them; none where that takes too long.
 *
 * @throws {Refusal} `not_allowed`
 */
export async function papersWith(
  { siteId, personId }: { siteId: number; personId: number },
  words: string,
  now: Date,
): Promise<{ id: number; name: string }[]> {
  if (!(await transaction((tx) => mayWriteSomewhere(tx, personId, siteId)))) {
    throw new Refusal("not_allowed", "Không có vai trò viết bài trên trang này.");
  }
  const found = await searchPapers(siteId, { ...ALL_PAPERS, words }, now);
  if (found === "busy") return [];
  return found.results
    .slice(0, OFFERED)
    .map(({ line }) => ({ id: line.number, name: `${line.called}: ${line.title}` }));
}
