import type { Tx } from "#db/transaction.ts";
import { SITE_LIMITS } from "#features/kinds/site.ts";
import { slugFrom } from "#features/text/slug.ts";
import { Refusal } from "#lib/refusal.ts";
import { nameFrom } from "./names.ts";
import { insertSite } from "./sites-store.ts";
import { type By, tell } from "./tell.ts";

/**
 * A site, by the name that it goes by until its document is live.
 *
 * @param wanted its key is made of its name where none is said
 * @throws {Refusal} `bad_input`
 */
export async function makeSite(
  tx: Tx,
  by: By,
  wanted: { name: string; key?: string; demo?: boolean },
): Promise<number> {
  const name = nameFrom(wanted.name, SITE_LIMITS.name);
  if (name === "") throw new Refusal("bad_input", "Cần ghi tên trang thông tin.");
  if (name.length > SITE_LIMITS.name) {
    throw new Refusal("bad_input", `Tên trang thông tin dài quá ${SITE_LIMITS.name} ký tự: hãy rút gọn.`);
  }
  const { key = slugFrom(name), demo = false } = wanted;
  const { id, host, language, timeZone } = await insertSite(tx, { key, name, demo });
  const after = { key, host, name, language, timeZone, demo };
  await tell(tx, id, by, [{ what: "site", deed: "site_made", id, before: null, after }]);
  return id;
}
