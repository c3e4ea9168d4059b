import { safeHref } from "#features/text/address.ts";
import { figuresIn } from "#features/text/figures.ts";
import { type Gap, type GapFacts, gapList } from "#features/text/gaps.ts";
import { isEmptyBody } from "#features/text/plain.ts";
import type { ArticleContent } from "./article.ts";
import { attachmentGaps } from "./attachment-gaps.ts";
import { fieldFigureGaps, figureGaps } from "./figure-gaps.ts";
import { galleryGaps } from "./gallery-gaps.ts";
import { isUnread } from "./hour.ts";
import { leadFigure } from "./lead.ts";
import { mediaGaps } from "./media-gaps.ts";
import { noteGaps } from "./notes.ts";

/** Everything still missing, all at once: a reporter should not meet the gaps one by one. */
export function articleGaps(content: ArticleContent, facts: GapFacts = {}): Gap[] {
  return [
    ...headGaps(content),
    ...hourGaps(content),
    ...leadGaps(content, facts),
    ...placeGaps(content, facts),
    ...relatedGaps(content, facts),
    ...creditGaps(content),
    ...noteGaps(content, facts),
    ...bodyGaps(content, facts),
  ];
}

function headGaps({ headline, standfirst }: ArticleContent): Gap[] {
  return gapList(
    headline === "" && { field: "headline", sentence: "Chưa có tiêu đề.", blocks: "submit" },
    headline.length > 150 && {
      field: "headline",
      sentence: "Tiêu đề dài quá 150 ký tự, nên rút gọn.",
      blocks: "advice",
    },
    standfirst === "" && { field: "standfirst", sentence: "Chưa có sapo (tóm tắt).", blocks: "advice" },
  );
}

function hourGaps({ kind, validUntil }: ArticleContent): Gap[] {
  return gapList(
    kind === "notice" &&
      isUnread(validUntil) && { field: "validUntil", sentence: "Chưa hiểu giờ hết hiệu lực đã gõ.", blocks: "submit" },
  );
}

/** A text that has pictures has one beside its headline, too: in lists readers see that one alone. */
function leadGaps({ lead, body, datedAt }: ArticleContent, { files }: GapFacts): Gap[] {
  const couldHave = datedAt === null && figuresIn(body).some(({ attrs }) => attrs.file !== null);
  return [
    ...gapList(
      lead.file === null &&
        couldHave && {
          field: "lead",
          sentence: "Chưa có ảnh đại diện: bài không có ảnh ở trang chủ và chuyên mục.",
          blocks: "advice",
        },
    ),
    ...fieldFigureGaps(leadFigure(lead), "lead", "Ảnh đại diện", files),
  ];
}

function placeGaps({ sectionId, secondSectionIds }: ArticleContent, { sectionIds }: GapFacts): Gap[] {
  const unknown = (id: number) => sectionIds !== undefined && !sectionIds.has(id);
  return gapList(
    sectionId === null && { field: "sectionId", sentence: "Chưa chọn chuyên mục.", blocks: "submit" },
    sectionId !== null &&
      unknown(sectionId) && {
        field: "sectionId",
        sentence: "Chuyên mục đã chọn không còn dùng, cần chọn lại.",
        blocks: "submit",
      },
    secondSectionIds.some(unknown) && {
      field: "secondSectionIds",
      sentence: "Có chuyên mục đăng thêm không còn dùng, cần chọn lại.",
      blocks: "submit",
    },
  );
}

/** Readers see none of these; nothing of it stands in the way. */
function relatedGaps({ related }: ArticleContent, { number: own, related: known }: GapFacts): Gap[] {
  const each = [...new Set(related)];
  const sentences = [
    own !== undefined && each.includes(own) && "Bài tự chọn chính mình làm bài liên quan.",
    ...each.map(
      (one) => related.indexOf(one) !== related.lastIndexOf(one) && `Bài liên quan số ${one} được chọn hai lần.`,
    ),
    ...each.map((one) => {
      const state = one === own ? "live" : (known?.get(one) ?? "live");
      return state !== "live" && `Bài liên quan số ${one} ${NOT_LIVE[state]}`;
    }),
  ];
  return gapList(
    ...sentences.map((sentence) => sentence !== false && ({ field: "related", sentence, blocks: "advice" } as const)),
  );
}

const NOT_LIVE = {
  gone: "đang được gỡ: bạn đọc chỉ thấy khi bài đó được đăng lại.",
  unknown: "không có trên trang này hoặc chưa đăng.",
};

/** An imported old article may lack an author: who wrote it in 2014 is often not known any more. */
function creditGaps({ byline, source, origin, datedAt }: ArticleContent): Gap[] {
  const noAuthor = !byline.names.some(({ name }) => name !== "");
  return gapList(
    noAuthor &&
      origin === "own" && {
        field: "byline",
        sentence: "Chưa có tác giả (có thể ẩn tên với bạn đọc, nhưng phải ghi lại).",
        blocks: datedAt === null ? "submit" : "advice",
      },
    byline.names.some(({ name }) => name === "") &&
      !noAuthor && { field: "byline", sentence: "Có tác giả chưa ghi họ tên.", blocks: "submit" },
    origin === "reprint" &&
      source.name === "" && { field: "source", sentence: "Tin, bài dẫn lại phải ghi nguồn.", blocks: "submit" },
    source.url !== "" &&
      safeHref(source.url) === null && { field: "source", sentence: "Địa chỉ của nguồn chưa đúng.", blocks: "submit" },
  );
}

/** Of an imported old article nothing but captions may be left: it keeps its place until its pictures are there. */
function bodyGaps({ body, datedAt }: ArticleContent, { files }: GapFacts): Gap[] {
  const isOld = datedAt !== null;
  const blocks = isOld && figuresIn(body).length > 0 ? "advice" : "submit";
  return [
    ...gapList(isEmptyBody(body) && { field: "body", sentence: "Chưa có nội dung.", blocks }),
    ...figureGaps(body, { files, awaited: isOld ? "advice" : "publish" }),
    ...galleryGaps(body),
    ...attachmentGaps(body, files),
    ...mediaGaps(body, files),
  ];
}
