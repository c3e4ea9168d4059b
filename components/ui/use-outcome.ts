"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { useActionState } from "react";
import type { Outcome } from "#lib/outcome.ts";
import { useSettled } from "./left-press.ts";

export type Action<T> = (previous: Outcome<T> | null, form: FormData) => Promise<Outcome<T>>;

/**
 * An action as a page presses it, and what it answered last. Where no answer comes, because the server was killed or the way to it is
 * cut, that is a "no" as well: the page stays with all that was typed, and says what is known.
 */
export function useOutcome<T>(action: Action<T>) {
  const answered: Action<T> = async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (error) {
      unstable_rethrow(error);
      return {
        ok: false,
        code: "unavailable",
        sentence: unstable_isUnrecognizedActionError(error) ? OLD_PAGE : UNANSWERED,
      };
    }
  };
  // What is drawn on the server is sent by the browser itself until scripts have come: that knows the action alone.
  const state = useActionState<Outcome<T> | null, FormData>(IS_SERVER ? action : answered, null);
  useSettled(state[0]);
  return state;
}

const IS_SERVER = typeof window === "undefined";

/** What somebody is told who presses what no server knows any more. */
const OLD_PAGE =
  "Trang này được mở từ trước khi hệ thống được cập nhật nên không có gì được thực hiện. Hãy chép lời đã gõ nếu có, tải lại trang rồi bấm lại.";
/** What was pressed may have been done. */
export const UNANSWERED =
  "Máy chủ không trả lời nên chưa biết việc vừa bấm đã được thực hiện hay chưa. Những gì đã gõ vẫn còn ở đây. Hãy chờ ít phút rồi bấm lại; nếu việc đã xong, trang sẽ báo.";
