import { dayOfLicence } from "#features/files/rights.ts";
import { type Gap, gapList, type RightsFacts } from "#features/text/gaps.ts";
import type { AiLabel } from "#features/text/vocabulary.ts";

/** What a use of a picture says itself. */
type Use = { ai: AiLabel; credit: string };

/**
 * What is missing about the right to show a file. What the file says is of today: it is mended at the file, and not in the text.
 *
 * @param gap makes a gap of what it blocks and what it says of the file
 * @param use null for a document, which is handed out as it is
 */
export function rightsGaps(
  rights: RightsFacts | undefined,
  gap: (blocks: Gap["blocks"], says: string) => Gap,
  file: string,
  use: Use | null,
): Gap[] {
  if (rights === undefined) return [];
  const { isAsked, isLicensed, end, hasEnded, saysPeople, lacksBasis, freeLicence, ai } = rights;
  const ofFile = (blocks: Gap["blocks"], says: string): Gap => ({ ...gap(blocks, says), rightsOf: file });
  const unsaid = [isLicensed ? "" : "quyền sử dụng", saysPeople ? "" : "người trong ảnh"].filter((one) => one !== "");
  return gapList(
    hasEnded && end !== null && ofFile("publish", ended(end)),
    lacksBasis && ofFile("publish", NO_BASIS),
    use !== null &&
      unsaid.length > 0 &&
      ofFile(isAsked ? "publish" : "advice", `chưa ghi ${unsaid.join(" và ")}${isAsked ? "." : OLD}`),
    use !== null && isHeld(ai, use.ai) && gap("publish", NO_LABEL[ai]),
    use !== null &&
      freeLicence !== "" &&
      !use.credit.toLowerCase().includes(freeLicence.toLowerCase()) &&
      gap("advice", `dùng theo ${freeLicence}: giấy phép tự do thường đòi ghi tên nó trong nguồn ảnh.`),
  );
}

/** Whether readers would be told less than the file says of itself. */
const isHeld = (ofFile: AiLabel, ofUse: AiLabel): ofFile is "edited" | "made" =>
  ofFile === "made" ? ofUse !== "made" : ofFile === "edited" && ofUse === "none";

const ended = (day: string): string =>
  `hết hạn sử dụng từ sau ngày ${dayOfLicence(day)}: chọn ảnh hoặc tệp khác, hoặc ghi hạn mới trong kho nếu giấy phép đã được gia hạn.`;
const NO_BASIS = "có trẻ em nhận ra được mà chưa ghi vì sao được đăng và ai giữ giấy đồng ý.";
const OLD = " (ảnh có từ trước khi kho hỏi điều này).";
const NO_LABEL = {
  edited: "được chỉnh sửa bằng AI mà trong bài chưa ghi nhãn: chọn nhãn “Ảnh chỉnh sửa bằng AI”.",
  made: "được tạo bằng AI mà trong bài chưa ghi nhãn: chọn nhãn “Ảnh tạo bằng AI”.",
} as const;
