import { type KindName, kindOf } from "#features/kinds/kinds.ts";
import terms from "#messages/vi/terms.json" with { type: "json" };
import {
  includes,
  isAgainstOrder,
  type Move,
  RECOVER_WITHIN_DAYS,
  type Rule,
  type State,
  type Visibility,
} from "./machine.ts";
import type { Asker } from "./policy.ts";
import type { Story } from "./story.ts";

export const STARTED_IT = "Người đã mở lần đăng này không tự duyệt; cần một người duyệt khác.";

export const SENT_IT =
  "Người đã bấm “Gửi duyệt” không một mình duyệt bài đó; cần người viết hoặc một người khác xác nhận nội dung trước.";

/** Why the article as it stands does not allow the move; null when it does. */
export function whyNot(rule: Rule, move: Move, story: Story): string | null {
  const { document, open, buffer, lastClosed, now } = story;
  if (kindOf(document).without.includes(move)) return "Việc này không có với loại nội dung này.";
  const from: readonly string[] = rule.from;
  const { what, What } = called(document.kind);
  const fits = open ? from.includes(open.state) || from.includes("any_open") : from.includes("none");
  if (!fits)
    return open
      ? `${What} đang ở bước “${STANDS[open.state]}” nên chưa làm được việc này.`
      : `${What} không có lần đăng nào đang mở.`;
  if (rule.seen && !rule.seen.includes(document.visibility)) {
    return `Với bạn đọc, ${what} đang ở tình trạng “${STANDS[document.visibility]}” nên không làm được việc này.`;
  }
  const whyTwo = move === "emergency_publish" && buffer ? kindOf(document).needsTwo?.(buffer.content) : null;
  if (whyTwo) return whyTwo;
  if (rule.owed && !document.owedSince) return `${What} không có lần đăng khẩn nào chưa hậu kiểm.`;
  if (isAgainstOrder(move, document)) {
    return `${What} đã gỡ theo yêu cầu của cơ quan có thẩm quyền; phải được hai người đồng ý đăng lại trước.`;
  }
  if (move === "recover") {
    const age = lastClosed?.closedAt ? now.getTime() - lastClosed.closedAt.getTime() : Number.POSITIVE_INFINITY;
    if (lastClosed?.outcome !== "discarded") return `${What} không có bản nháp nào đã hủy.`;
    if (age > RECOVER_WITHIN_DAYS * 86_400_000)
      return `Chỉ khôi phục được bản nháp trong ${RECOVER_WITHIN_DAYS} ngày sau khi hủy.`;
  }
  return null;
}

/** What they are told who may not make such a move. */
export function refusedTo(rule: Rule, asker: Asker): string {
  if (rule.decides && asker.kind === "person" && includes(Math.max(asker.rank, asker.liveRank), "approver")) {
    return "Bản này chuyển bài sang chuyên mục khác; phải do người duyệt của cả chuyên mục cũ và mới quyết định.";
  }
  if (rule.owed) return "Phải là một người duyệt khác với người đã đăng khẩn.";
  if (rule.by.includes("approver")) return "Chỉ người duyệt của chuyên mục được làm việc này.";
  return "Không có quyền làm việc này.";
}

/** Why nobody may type in a text. @param state of the open edition; none where none is open */
export function frozenSentence(kind: KindName, state: State | undefined): string {
  const { What } = called(kind);
  return state
    ? `${What} đang ở bước “${STANDS[state]}” nên không sửa được nữa.`
    : `${What} không có bản nháp nào đang mở.`;
}

/** The word for a document of this kind, in a sentence and at its beginning. */
export const called = (kind: KindName) => ({ what: terms.what[kind], What: terms.What[kind] });

/** What the desk calls them. */
const STANDS: Readonly<Record<State | Visibility, string>> = terms.stand;
