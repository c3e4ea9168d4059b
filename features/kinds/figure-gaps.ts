import { mediaOf } from "#features/files/media.ts";
import type { BodyDoc, Figure } from "#features/text/body.ts";
import { figuresIn } from "#features/text/figures.ts";
import { type FileFacts, type FileState, type Gap, type GapFacts, gapList } from "#features/text/gaps.ts";
import { pictureKey } from "#features/text/picture-cut.ts";
import { inlineText } from "#features/text/plain.ts";
import { labelGap, rightsGaps } from "./rights-gaps.ts";

type Asked = {
  files: GapFacts["files"];
  /** What a picture that is awaited stands in the way of. */
  awaited: "publish" | "advice";
};

/** What is missing about the pictures of a body, each called by where it stands among them. */
export function figureGaps(body: BodyDoc, asked: Asked): Gap[] {
  return figuresIn(body).flatMap((figure, index) => {
    const place = { field: "body", blockId: figure.attrs.id };
    return gapsOf(figure, place, `Ảnh thứ ${index + 1}`, asked);
  });
}

/** What is missing about the picture that a field is. */
export function fieldFigureGaps(figure: Figure | null, field: string, called: string, files: Asked["files"]): Gap[] {
  return figure === null ? [] : gapsOf(figure, { field }, called, { files, awaited: "publish" });
}

/** What is wrong with the file of a picture that says nothing by words: an emblem. */
export function bareFigureGaps(figure: Figure | null, field: string, called: string, files: Asked["files"]): Gap[] {
  if (figure === null) return [];
  return fileGaps(figure, files, (blocks, says) => ({ field, sentence: `${called} ${says}`, blocks }));
}

type Place = Pick<Gap, "field" | "blockId">;

function gapsOf({ attrs, content }: Figure, place: Place, which: string, { files, awaited }: Asked): Gap[] {
  const { file, cut, alt, decorative, credit, ai = "none" } = attrs;
  const captioned = inlineText(content).trim() !== "";
  const gap = (blocks: Gap["blocks"], says: string): Gap => ({ ...place, sentence: `${which} ${says}`, blocks });
  if (file === null) return [gap(awaited, captioned ? CAPTION_ALONE : NOTHING)];
  const { rights } = factsOf({ file, cut }, files);
  const own = gapList(
    ...fileGaps({ attrs }, files, gap),
    alt === "" && !decorative && gap("publish", "chưa có mô tả cho người dùng trình đọc màn hình."),
    !captioned && !decorative && gap("advice", "chưa có chú thích."),
    credit === "" && gap("publish", "chưa ghi nguồn ảnh."),
  );
  const label = labelGap(rights?.ai ?? "none", ai, "picture", gap);
  return [...own, ...rightsGaps(rights, gap, file, { as: "picture", credit }), ...gapList(label)];
}

function factsOf({ file, cut = "" }: { file: string; cut?: string | undefined }, files: Asked["files"]): FileFacts {
  return files?.get(pictureKey({ file, cut })) ?? { state: "ready" };
}

function fileGaps(
  { attrs: { file, cut = "" } }: Pick<Figure, "attrs">,
  files: Asked["files"],
  gap: (blocks: Gap["blocks"], says: string) => Gap,
): Gap[] {
  if (file === null) return [];
  const { state, mediaType } = factsOf({ file, cut }, files);
  const isOther = mediaType !== undefined && mediaOf(mediaType)?.kind !== "picture";
  return gapList(
    state !== "ready" && gap("publish", (cut === "" ? NOT_READY : NOT_CUT)[state]),
    state === "ready" && isOther && gap("publish", "không phải ảnh: chọn ảnh khác hoặc bỏ ảnh này."),
  );
}

const CAPTION_ALONE = "chưa có tệp ảnh, mới có chú thích: bạn đọc chưa thấy chú thích này.";
const NOTHING = "chưa có tệp ảnh và chưa có chú thích.";

/** Each with what can be done about it. */
const NOT_READY: Record<Exclude<FileState, "ready">, string> = {
  waiting: "đang được chuẩn bị cho bạn đọc: chờ ít phút rồi đăng.",
  failed: "không dùng được vì tệp ảnh có lỗi: chọn ảnh khác hoặc bỏ ảnh này.",
  hidden: "đang bị ẩn với bạn đọc: chọn ảnh khác, bỏ ảnh này, hoặc nhờ người duyệt cho hiện lại.",
  missing: "không còn tệp trên trang này: chọn lại ảnh hoặc bỏ ảnh này.",
};
const NOT_CUT: typeof NOT_READY = {
  waiting: "đang được cắt cho bạn đọc: chờ ít phút rồi đăng.",
  failed: "không cắt được vì tệp ảnh có lỗi: cắt lại, bỏ cắt hoặc chọn ảnh khác.",
  hidden: NOT_READY.hidden,
  missing: NOT_READY.missing,
};
