import type { Tx } from "#db/transaction.ts";
import { Refusal } from "#lib/refusal.ts";
import { LONGEST_TAG, meantTag, nameFrom, tagSlug } from "./names.ts";
import { insertTag, lockTags } from "./tags-store.ts";
import { type By, tell } from "./tell.ts";

/**
 * A tag by its name: the site's own when there is one that is meant, else a new one. Readers meet it only on a text that
 * somebody else has confirmed.
 *
 * @throws {Refusal} `bad_input`
 */
export async function tagCalled(
  tx: Tx,
  by: By & { siteId: number },
  said: string,
): Promise<{ id: number; name: string }> {
  const { siteId } = by;
  const name = tagName(said);
  const known = await lockTags(tx, siteId);
  const found = meantTag(name, known);
  if (found) return { id: found.id, name: found.name };
  const slug = tagSlug(name, known);
  const { id } = await insertTag(tx, { siteId, name, slug });
  await tell(tx, siteId, by, [{ what: "tag", deed: "tag_made", id, before: null, after: { name, slug } }]);
  return { id, name };
}

function tagName(said: string): string {
  const name = nameFrom(said, LONGEST_TAG);
  if (!/[\p{L}\p{N}]/u.test(name)) {
    throw new Refusal("bad_input", "Từ khóa phải có chữ hoặc số: hãy ghi lại từ khóa.");
  }
  if (name.length > LONGEST_TAG) {
    throw new Refusal("bad_input", `Từ khóa dài quá ${LONGEST_TAG} ký tự: hãy rút gọn.`);
  }
  return name;
}
