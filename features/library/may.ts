import { approves, rankAnywhere, writes } from "#features/roles/roles.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { Refusal } from "#lib/refusal.ts";

export type Looker = Pick<Staff, "siteId" | "personId" | "grants">;

/** @throws {Refusal} `not_allowed` to whoever has no say over articles */
export function refuseStrangers(staff: Looker): void {
  if (!writes(staff)) throw new Refusal("not_allowed", NO_SAY);
}

/** Whether somebody may say other words of a file, or put it into the bin: reporters of what they brought, editors and approvers of all. */
export function mayChange(staff: Looker, file: { uploadedBy: number }): boolean {
  return decides(staff) || (writes(staff) && file.uploadedBy === staff.personId);
}

/** Whether somebody may call a collection something else, or forget it: reporters what they made, editors and approvers all. */
export function mayCollect(staff: Looker, { madeBy }: { madeBy: number }): boolean {
  return mayChange(staff, { uploadedBy: madeBy });
}
/** Whether somebody may let in what runs in a document, hide a file from all readers, and ask that it be erased: as may hide an article. */
export const decides = (staff: Looker): boolean => rankAnywhere(staff) >= 2;

/** Whether somebody may show readers again what was hidden: as may bring back an article. */
export const mayShow = (staff: Looker): boolean => approves(staff);

/** Whether somebody may be the second person by whom a file is erased. */
export const mayErase = (staff: Looker, asked: { byId: number | null }): boolean =>
  approves(staff) && asked.byId !== staff.personId;

const NO_SAY = "Kho ảnh và tệp chỉ dành cho người viết, biên tập viên và người duyệt của trang này.";
