import { transaction } from "#db/transaction.ts";
import { approves, isAdministrator } from "#features/roles/roles.ts";
import { ranksIn } from "#features/roles/store.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { formerSlugsOf, sectionsOf } from "#features/sites/sections-store.ts";
import { pathOf, treeOf } from "#features/sites/tree.ts";
import { mayAgreeToName, mayPropose } from "#features/workflow/policy.ts";
import { Refusal } from "#lib/refusal.ts";
import { lastDeeds } from "./store.ts";
import type { SectionToName } from "./types.ts";

/** Whether the page of sections says anything to somebody: administrators propose names, approvers agree. */
export const seesSections = (staff: Pick<Staff, "grants">): boolean => isAdministrator(staff) || approves(staff);

/**
 * The sections of the site as readers walk through them, what each is and was called, and what this person may do about it.
 *
 * @throws {Refusal} `not_allowed`
 */
export async function sectionsToNameFor(staff: Staff): Promise<SectionToName[]> {
  if (!seesSections(staff)) {
    throw new Refusal("not_allowed", "Chỉ người quản trị hệ thống và người duyệt xem được trang này.");
  }
  const { siteId, personId } = staff;
  const { tree, former, deeds } = await transaction(async (tx) => ({
    tree: treeOf(await sectionsOf(tx, siteId)),
    former: await formerSlugsOf(tx, siteId),
    deeds: await lastDeeds(tx, siteId),
  }));
  const ids = tree.map(({ id }) => id);
  const ranks = await ranksIn(personId, siteId, ids);
  const administers = isAdministrator(staff);
  return tree.map((section) => {
    const { id, depth, name, slug, opened } = section;
    const last = deeds.find(({ sectionId }) => sectionId === id) ?? null;
    const waits = last?.kind === "section_name_proposed";
    const agrees = mayAgreeToName({ rank: ranks.get(id) ?? 0 });
    return {
      ...{ id, depth, name, slug, opened, last },
      path: pathOf(tree, section),
      former: former.filter(({ sectionId }) => sectionId === id).map((one) => one.slug),
      mayPropose: mayPropose({ administers }),
      mayAgree: waits && agrees && last.byId !== personId,
      mayDrop: waits && (agrees || administers),
    };
  });
}

/** Those for whose names somebody else waits. */
export async function namesWaitingFor(staff: Staff): Promise<SectionToName[]> {
  return seesSections(staff) ? (await sectionsToNameFor(staff)).filter(({ mayAgree }) => mayAgree) : [];
}
