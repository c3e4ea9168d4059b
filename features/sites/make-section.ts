import type { Tx } from "#db/transaction.ts";
import { pagePath, sectionPath } from "#features/addresses/public.ts";
import { Refusal } from "#lib/refusal.ts";
import { LONGEST_SECTION, newSection } from "./names.ts";
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
  if (planned.why !== null) throw refusalOf(planned);
  const { name, slug } = planned;
  const { id, parentId, position, strict } = await insertSection(tx, { siteId, parentId: wanted.parentId, name, slug });
  const after = { name, slug, parentId, position, strict, opened: false };
  await tell(tx, siteId, by, [{ what: "section", deed: "section_made", id, before: null, after }]);
  return id;
}

type Misnamed = Exclude<ReturnType<typeof newSection>, { why: null }>;

function refusalOf(no: Misnamed): Refusal {
  switch (no.why) {
    case "empty":
      return new Refusal("bad_input", "Tên chuyên mục phải có chữ hoặc số: hãy ghi tên như sẽ hiện trên menu.");
    case "too_long":
      return new Refusal("bad_input", `Tên chuyên mục dài quá ${LONGEST_SECTION} ký tự: hãy rút gọn.`);
    case "no_parent":
      return new Refusal("bad_input", "Chuyên mục cấp trên không thuộc trang này: hãy chọn lại chuyên mục cấp trên.");
    case "reserved":
      return new Refusal("wrong_state", `Đường dẫn ${sectionPath(no.slug)} dành riêng cho hệ thống: hãy đặt tên khác.`);
    case "taken":
      return new Refusal(
        "wrong_state",
        `Đường dẫn ${sectionPath(no.slug)} đã là của chuyên mục “${no.path}”: hãy dùng chuyên mục đó, hoặc đặt tên khác.`,
      );
    case "page":
      return new Refusal("wrong_state", `Đường dẫn ${pagePath(no.slug)} đã là của một trang riêng: hãy đặt tên khác.`);
  }
}
