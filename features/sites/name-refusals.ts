import { pagePath, sectionPath } from "#features/addresses/public.ts";
import { Refusal } from "#lib/refusal.ts";
import { LONGEST_SECTION, type Misnamed } from "./names.ts";

/** Why a section cannot be called so, for whoever would call it so. */
export function refusalOf(no: Misnamed): Refusal {
  switch (no.why) {
    case "empty":
      return new Refusal("bad_input", "Tên chuyên mục phải có chữ hoặc số: hãy ghi tên như sẽ hiện trên menu.");
    case "too_long":
      return new Refusal("bad_input", `Tên chuyên mục dài quá ${LONGEST_SECTION} ký tự: hãy rút gọn.`);
    case "reserved":
      return new Refusal("wrong_state", `Đường dẫn ${sectionPath(no.slug)} dành riêng cho hệ thống: hãy đặt tên khác.`);
    case "taken":
      return new Refusal(
        "wrong_state",
        `Đường dẫn ${sectionPath(no.slug)} đã là của chuyên mục “${no.path}”: hãy dùng chuyên mục đó, hoặc đặt tên khác.`,
      );
    case "former":
      return new Refusal(
        "wrong_state",
        `Đường dẫn ${sectionPath(no.slug)} là địa chỉ cũ của chuyên mục “${no.path}” và vẫn dẫn tới đó: hãy đặt tên khác.`,
      );
    case "page":
      return new Refusal("wrong_state", `Đường dẫn ${pagePath(no.slug)} đã là của một trang riêng: hãy đặt tên khác.`);
  }
}
