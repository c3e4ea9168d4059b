import type { Tx } from "#db/transaction.ts";
import { Refusal } from "#lib/refusal.ts";
import { refusalOf } from "./name-refusals.ts";
import { newSection } from "./names.ts";
import { aroundOf } from "./places-store.ts";
import { insertSection, lockSections } from "./sections-store.ts";
import { type By, tell } from "./tell.ts";

/**
 * A section behind the last one beside it. It has no page for readers before a live article stands in it.
 *
 * @param wanted `parentId` null is the top of the tree
 * @throws {Refusal} `bad_input`, `wrong_state`
 */
export async function makeSection(
  tx: Tx,
  by: By & { siteId: number },
  wanted: { name: string; parentId: number | null },
): Promise<number> {
  const { siteId } = by;
  await lockSections(tx, siteId);
  const planned = newSection(await aroundOf(tx, siteId), wanted);
  if (planned.why === "no_parent") {
    throw new Refusal("bad_input", "Chuyên mục cấp trên không thuộc trang này: hãy chọn lại chuyên mục cấp trên.");
  }
  if (planned.why !== null) throw refusalOf(planned);
  const { name, slug } = planned;
  const { id, parentId, position, strict } = await insertSection(tx, { siteId, parentId: wanted.parentId, name, slug });
  const after = { name, slug, parentId, position, strict, opened: false };
  await tell(tx, siteId, by, [{ what: "section", deed: "section_made", id, before: null, after }]);
  return id;
}
