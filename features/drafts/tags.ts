import { transaction } from "#db/transaction.ts";
import { slugFrom } from "#features/text/slug.ts";
import { mayWriteSomewhere } from "#features/workflow/store.ts";
import { bare } from "#lib/bare.ts";
import { cleanLine } from "#lib/nfc.ts";
import { Refusal } from "#lib/refusal.ts";
import { insertTag, lockTags } from "./options-store.ts";

/** Longest name of a tag, in UTF-16 units. */
export const LONGEST_TAG = 80;

/**
 * A tag by its name: the site's own when there is one that is meant, else a new one. Readers meet it only on a text that
 * somebody else has confirmed.
 *
 * @throws {Refusal} `not_allowed`, `bad_input`
 */
export async function makeTag(
  by: { siteId: number; personId: number },
  said: string,
): Promise<{ id: number; name: string }> {
  const name = said.length > 5 * LONGEST_TAG ? said : cleanLine(said).replace(/\s+/g, " ");
  if (!/[\p{L}\p{N}]/u.test(name)) throw new Refusal("bad_input", "Từ khóa phải có chữ hoặc số.");
  if (name.length > LONGEST_TAG) throw new Refusal("bad_input", `Từ khóa dài quá ${LONGEST_TAG} ký tự.`);
  return transaction(async (tx) => {
    if (!(await mayWriteSomewhere(tx, by.personId, by.siteId))) {
      throw new Refusal("not_allowed", "Không có vai trò viết bài trên trang này.");
    }
    const known = await lockTags(tx, by.siteId);
    const found = meant(name, known);
    if (found) return { id: found.id, name: found.name };
    const taken = new Set(known.map(({ slug }) => slug));
    return insertTag(tx, { siteId: by.siteId, name, slug: freeSlug(slugFrom(name), taken) });
  });
}

/**
 * The same name, in whatever capitals. Marks tell words apart (mưa, mùa); a name that was typed without any means the one
 * tag that reads so without them, if there is only one.
 */
function meant<T extends { name: string }>(name: string, known: readonly T[]): T | undefined {
  const same = known.find((tag) => tag.name.toLowerCase() === name.toLowerCase());
  if (same || bare(name) !== name.toLowerCase()) return same;
  const alike = known.filter((tag) => bare(tag.name) === bare(name));
  return alike.length === 1 ? alike[0] : undefined;
}

function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let n = 2, free = slug; ; n += 1) {
    if (!taken.has(free)) return free;
    free = `${slug}-${n}`;
  }
}
