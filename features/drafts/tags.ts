import { transaction } from "#db/transaction.ts";
import { tagCalled } from "#features/sites/make-tag.ts";
import { mayWriteSomewhere } from "#features/workflow/store.ts";
import { Refusal } from "#lib/refusal.ts";

/**
 * A tag for the text that somebody writes, by its name: one that is there, or a new one in their name.
 *
 * @throws {Refusal} `not_allowed`, `bad_input`
 */
export async function makeTag(
  { siteId, personId }: { siteId: number; personId: number },
  said: string,
): Promise<{ id: number; name: string }> {
  return transaction(async (tx) => {
    if (!(await mayWriteSomewhere(tx, personId, siteId))) {
      throw new Refusal("not_allowed", "Không có vai trò viết bài trên trang này.");
    }
    return tagCalled(tx, { siteId, personId, because: "draft" }, said);
  });
}
