import { dayOfLicence } from "#features/files/rights.ts";
import { saysLess } from "#features/text/ai-label.ts";
import { type Gap, gapList, type RightsFacts } from "#features/text/gaps.ts";
import type { AiLabel } from "#features/text/vocabulary.ts";

/** What a file is in a text, where somebody can be seen or heard in it. */
type Shown = "picture" | "video" | "audio";
/** What a use says itself, of something that readers see. */
type Use = { as: Exclude<Shown, "audio">; credit: string };

type MakeGap = (blocks: Gap["blocks"], says: string) => Gap;

/**
 * What is missing about the right to show a file. What the file says is of today: it is mended at the file, and not in the text.
 *
 * @param gap makes a gap of what it blocks and what it says of the file
 * @param use null for what nobody sees: a document, which is handed out as it is, sound, subtitles
 */
export function rightsGaps(rights: RightsFacts | undefined, gap: MakeGap, file: string, use: Use | null): Gap[] {
  if (rights === undefined) return [];
  const { isAsked, isLicensed, end, hasEnded, saysPeople, lacksBasis, freeLicence } = rights;
  const ofFile = (blocks: Gap["blocks"], says: string): Gap => ({ ...gap(blocks, says), rightsOf: file });
  const ended =
    hasEnded && end !== null && ofFile("publish", `hết hạn sử dụng từ sau ngày ${dayOfLicence(end)}: ${RENEW}`);
  const children = lacksBasis && ofFile("publish", NO_BASIS);
  if (use === null) return gapList(ended, children);
  const called = CALLED[use.as];
  const unsaid = [isLicensed ? "" : "quyền sử dụng", saysPeople ? "" : `người trong ${called}`].filter(
    (one) => one !== "",
  );
  const old = ` (${called} có từ trước khi kho hỏi điều này).`;
  return gapList(
    ended,
    children,
    unsaid.length > 0 &&
      ofFile(isAsked ? "publish" : "advice", `chưa ghi ${unsaid.join(" và ")}${isAsked ? "." : old}`),
    freeLicence !== "" &&
      !use.credit.toLowerCase().includes(freeLicence.toLowerCase()) &&
      gap("advice", `dùng theo ${freeLicence}: giấy phép tự do thường đòi ghi tên nó trong nguồn ${called}.`),
  );
}

/**
 * That readers would be told less than has to be told of a generative program; false where they are told enough.
 * @param needed what the files of it say
 */
export function labelGap(needed: AiLabel, said: AiLabel, as: Shown, gap: MakeGap): Gap | false {
  if (needed === "none" || !saysLess(said, needed)) return false;
  const { is, label } = LABELS[as][needed];
  return gap("publish", `${is} mà trong bài chưa ghi nhãn: chọn nhãn “${label}”.`);
}

const CALLED = { picture: "ảnh", video: "video" } as const;

const RENEW = "chọn tệp khác, hoặc ghi hạn mới trong kho nếu giấy phép đã được gia hạn.";
const NO_BASIS = "có trẻ em nhận ra được mà chưa ghi vì sao được đăng và ai giữ giấy đồng ý.";

const PART = "có phần tạo hoặc chỉnh sửa bằng AI";
const MADE = "được tạo bằng AI";
/** What is so, and the label that says it, as the editor and readers have it. */
const LABELS = {
  picture: {
    edited: { is: "được chỉnh sửa bằng AI", label: "Ảnh chỉnh sửa bằng AI" },
    made: { is: MADE, label: "Ảnh tạo bằng AI" },
  },
  video: { edited: { is: PART, label: `Video ${PART}` }, made: { is: MADE, label: "Video tạo bằng AI" } },
  audio: { edited: { is: PART, label: `Âm thanh ${PART}` }, made: { is: MADE, label: "Âm thanh tạo bằng AI" } },
} as const;
