import { type FileKind, mediaOf } from "#features/files/media.ts";
import { labelOfMedia } from "#features/text/ai-label.ts";
import type { Audio, BodyDoc, FileBeside, Video } from "#features/text/body.ts";
import { mediaIn } from "#features/text/figures.ts";
import { type FileState, type Gap, type GapFacts, gapList } from "#features/text/gaps.ts";
import { inlineText } from "#features/text/plain.ts";
import { labelGap, rightsGaps } from "./rights-gaps.ts";

type Files = GapFacts["files"];

/** What is missing about the videos and the sound of a body, each called by where it stands among its kind. */
export function mediaGaps(body: BodyDoc, files: Files): Gap[] {
  const count = { video: 0, audio: 0 };
  return mediaIn(body).flatMap((block) => {
    count[block.type] += 1;
    return gapsOf(block, `${CALLED[block.type]} thứ ${count[block.type]}`, files);
  });
}

const CALLED = { video: "Video", audio: "Âm thanh" } as const;

function gapsOf(block: Video | Audio, which: string, files: Files): Gap[] {
  const { id: blockId, file, title, credit, transcript, speechless, ai = "none" } = block.attrs;
  const gap = (says: string, blocks: Gap["blocks"] = "publish"): Gap => {
    return { field: "body", blockId, sentence: `${which} ${says}`, blocks };
  };
  const { poster, subtitles } = block.type === "video" ? block.attrs : NONE_BESIDE;
  const hasWords = subtitles !== null || transcript !== "" || speechless;
  if (file === null) return [gap("chưa có tệp: chọn tệp hoặc bỏ chỗ này.")];
  const amiss = (hash: string, kind: FileKind, called: string) => amissWith(files, hash, kind, called);
  const beside = (one: FileBeside, kind: FileKind, called: string) =>
    one === null ? null : amiss(one.file, kind, called);
  const wrongs = [
    amiss(file, block.type, "tệp"),
    beside(poster, "picture", "ảnh bìa"),
    beside(subtitles, "subtitles", "phụ đề"),
  ].filter((says) => says !== null);
  const rightsOf = (hash: string, as: "picture" | "video" | null, of = "") => {
    const use = as === null ? null : { as, credit };
    return rightsGaps(files?.get(hash)?.rights, (blocks, says) => gap(`${of}${says}`, blocks), hash, use);
  };
  const madeBy = (hash: string | undefined) => files?.get(hash ?? "")?.rights?.ai ?? "none";
  const needed = labelOfMedia({ file: madeBy(file), poster: madeBy(poster?.file) });
  return [
    ...wrongs.map((says) => gap(says)),
    ...rightsOf(file, block.type === "video" ? "video" : null),
    ...(poster === null ? [] : rightsOf(poster.file, "picture", "có ảnh bìa ")),
    ...(subtitles === null ? [] : rightsOf(subtitles.file, null, "có phụ đề ")),
    ...gapList(
      labelGap(needed, ai, block.type, (blocks, says) => gap(says, blocks)),
      title === "" && gap("chưa có tên cho bạn đọc."),
      !hasWords && gap(block.type === "video" ? NO_WORDS : NO_TRANSCRIPT),
      credit === "" && gap("chưa ghi nguồn."),
      block.type === "video" &&
        poster === null &&
        gap("chưa có ảnh bìa: bạn đọc thấy một ô trống trước khi bấm.", "advice"),
      inlineText(block.content).trim() === "" && gap("chưa có chú thích.", "advice"),
    ),
  ];
}

const NONE_BESIDE = { poster: null, subtitles: null } as const;

/** Source: WCAG 2.2, 1.2.1 to 1.2.3. */
const NO_WORDS =
  "chưa có gì cho người không nghe được: thêm phụ đề, chép lời vào “Lời bằng chữ”, hoặc đánh dấu là không có lời nói.";
const NO_TRANSCRIPT =
  "chưa có lời bằng chữ cho người không nghe được: chép lời vào “Lời bằng chữ”, hoặc đánh dấu là không có lời nói.";

/** What is wrong with a file of it, with what can be done; null for nothing. */
function amissWith(files: Files, hash: string, kind: FileKind, called: string): string | null {
  const { state, mediaType } = files?.get(hash) ?? { state: "ready" as const };
  if (state !== "ready") return NOT_READY[state](called);
  const isOther = mediaType !== undefined && mediaOf(mediaType)?.kind !== kind;
  return isOther ? `có ${called} không đúng loại: chọn tệp khác.` : null;
}

const NOT_READY: Record<Exclude<FileState, "ready">, (called: string) => string> = {
  hidden: (called) => `có ${called} đang ẩn với bạn đọc: chọn tệp khác, hoặc chờ người duyệt cho hiện lại.`,
  waiting: (called) => `có ${called} đang được kiểm tra: chờ ít phút rồi đăng.`,
  failed: (called) => `có ${called} không dùng được: chọn tệp khác.`,
  missing: (called) => `không còn ${called} trên trang này: chọn lại.`,
};
