import { Refusal } from "#lib/refusal.ts";

/**
 * A page that one person opened acts for nobody else: somebody may have signed in beside it since, in the same browser,
 * and words or a signature would go under their name. A guard for honest pages; what somebody may do is asked of the
 * session in any case.
 *
 * @param openedBy who the page was opened by, as it says itself; undefined where nothing was said
 * @throws {Refusal} `other_person`
 */
export function refuseOtherPerson(staff: { personId: number }, openedBy: number | undefined): void {
  if (openedBy === undefined || openedBy === staff.personId) return;
  throw new Refusal(
    "other_person",
    "Trình duyệt này đang đăng nhập bằng tài khoản khác với tài khoản đã mở trang. Đăng nhập lại bằng tài khoản đó, hoặc tải lại trang.",
  );
}
