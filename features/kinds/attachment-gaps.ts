import { isDocument, PDF } from "#features/files/media.ts";
import type { Attachment, BodyDoc } from "#features/text/body.ts";
import { attachmentsIn } from "#features/text/figures.ts";
import { type FileFacts, type FileState, type Gap, type GapFacts, gapList } from "#features/text/gaps.ts";
import { rightsGaps } from "./rights-gaps.ts";

/** What is missing about the documents of a body, each called by where it stands among them. */
export function attachmentGaps(body: BodyDoc, files: GapFacts["files"]): Gap[] {
  return attachmentsIn(body).flatMap(({ attrs }, index) => gapsOf(attrs, `Tệp đính kèm thứ ${index + 1}`, files));
}

function gapsOf(
  { file, title, summary, id: blockId }: Attachment["attrs"],
  which: string,
  files: GapFacts["files"],
): Gap[] {
  const gap = (says: string): Gap => ({ field: "body", blockId, sentence: `${which} ${says}`, blocks: "publish" });
  if (file === null) return [gap("chưa có tệp: chọn tệp hoặc bỏ chỗ này.")];
  const { state, mediaType, hasText, rights }: FileFacts = files?.get(file) ?? { state: "ready" };
  const isReady = state === "ready";
  const own = gapList(
    !isReady && gap(NOT_READY[state]),
    isReady &&
      mediaType !== undefined &&
      !isDocument(mediaType) &&
      gap("không phải tài liệu: chọn tệp khác hoặc bỏ tệp này."),
    title === "" && gap("chưa có tên cho bạn đọc."),
    isReady && mediaType === PDF && hasText === false && !isSentence(summary) && gap(NO_TEXT),
  );
  const ofRights = (blocks: Gap["blocks"], says: string): Gap => ({ ...gap(says), blocks });
  return [...own, ...rightsGaps(rights, ofRights, file, null)];
}

/** Source: the issue; a scan says nothing to those who search, or listen to it. */
const NO_TEXT =
  "là PDF không có lớp chữ (bản quét): thay bằng bản có chữ, hoặc ghi tóm tắt nội dung bằng ít nhất một câu.";

/** Fewer words say what it is, not what it says. */
const WORDS_OF_A_SENTENCE = 5;
const isSentence = (summary: string): boolean => (summary.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= WORDS_OF_A_SENTENCE;

/** Each with what can be done about it. */
const NOT_READY: Record<Exclude<FileState, "ready">, string> = {
  waiting: "đang được kiểm tra: chờ ít phút rồi đăng.",
  failed: "không dùng được vì tệp có lỗi: chọn tệp khác hoặc bỏ tệp này.",
  hidden: "đang bị ẩn với bạn đọc: chọn tệp khác, bỏ tệp này, hoặc nhờ người duyệt cho hiện lại.",
  missing: "không còn tệp trên trang này: chọn lại tệp hoặc bỏ tệp này.",
};
