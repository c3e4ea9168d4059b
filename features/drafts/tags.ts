import { transaction } from "#db/transaction.ts";
import { slugFrom } from "#features/text/slug.ts";
import { mayWriteSomewhere } from "#features/workflow/store.ts";
import { cleanLine } from "#lib/nfc.ts";
import { Refusal } from "#lib/refusal.ts";
import { findOrMakeTag } from "./options-store.ts";

/** Longest name of a tag, in UTF-16 units. */
export const LONGEST_TAG = 80;

/**
 * A tag by its name: the site's own when there is one that reads the same, else a new one. Readers meet it only on a text
 * that somebody else has confirmed.
 *
 * @throws {Refusal} `not_allowed`, `bad_input`
 */
export async function makeTag(
  by: { siteId: number; personId: number },
  said: string,
): Promise<{ id: number; name: string }> {
  const name = cleanLine(said);
  if (!/[\p{L}\p{N}]/u.test(name)) throw new Refusal("bad_input", "Từ khóa phải có chữ hoặc số.");
  if (name.length > LONGEST_TAG) throw new Refusal("bad_input", `Từ khóa dài quá ${LONGEST_TAG} ký tự.`);
  return transaction(async (tx) => {
    if (!(await mayWriteSomewhere(tx, by.personId, by.siteId))) {
      throw new Refusal("not_allowed", "Không có vai trò viết bài trên trang này.");
    }
    return findOrMakeTag(tx, { siteId: by.siteId, name, slug: slugFrom(name) });
  });
}
