import { safeHref } from "./address.ts";
import type { Figure } from "./body.ts";
import type { Content } from "./content.ts";
import { inlineText, isEmptyBody } from "./plain.ts";

/** `submit` blocks publishing too; `advice` blocks nothing. */
type Blocks = "submit" | "publish" | "advice";

/** `field` is the content field; `blockId` the block of the body, where there is one. */
export type Gap = { field: keyof Content; sentence: string; blocks: Blocks; blockId?: string };

/** What the text itself cannot know. Left out: not looked at. */
export type GapFacts = {
  /** Sections of the site that may be written in. */
  sectionIds?: ReadonlySet<number>;
  /** The edition was opened to correct the live text: readers are owed a note. */
  correcting?: boolean;
  /** The note that is on the live text already: a new correction says something new. */
  correctionBefore?: string;
};

/** Everything still missing, all at once: a reporter should not meet the gaps one by one. */
export function gapsIn(content: Content, facts: GapFacts = {}): Gap[] {
  return [
    ...headGaps(content),
    ...placeGaps(content, facts),
    ...creditGaps(content),
    ...noteGaps(content, facts),
    ...bodyGaps(content),
  ];
}

/** The gaps that stand in the way of a move. */
export function blocking(gaps: readonly Gap[], move: "submit" | "publish"): Gap[] {
  return gaps.filter(({ blocks }) => blocks === "submit" || (blocks === "publish" && move === "publish"));
}

function headGaps({ headline, standfirst }: Content): Gap[] {
  return list(
    headline === "" && { field: "headline", sentence: "Chưa có tiêu đề.", blocks: "submit" },
    headline.length > 150 && {
      field: "headline",
      sentence: "Tiêu đề dài quá 150 ký tự, nên rút gọn.",
      blocks: "advice",
    },
    standfirst === "" && { field: "standfirst", sentence: "Chưa có sapo (tóm tắt).", blocks: "advice" },
  );
}

function placeGaps({ sectionId, secondSectionIds }: Content, { sectionIds }: GapFacts): Gap[] {
  const unknown = (id: number) => sectionIds !== undefined && !sectionIds.has(id);
  return list(
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

/** An imported old article may lack an author: who wrote it in 2014 is often not known any more. */
function creditGaps({ byline, source, origin, datedAt }: Content): Gap[] {
  const noAuthor = !byline.names.some(({ name }) => name !== "");
  return list(
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

function noteGaps({ correction }: Content, { correcting, correctionBefore = "" }: GapFacts): Gap[] {
  return list(
    correcting === true &&
      (correction === "" || correction === correctionBefore) && {
        field: "correction",
        sentence: "Chưa ghi lời đính chính cho bạn đọc.",
        blocks: "submit",
      },
  );
}

/** Of an imported old article nothing but captions may be left: it keeps its place until its pictures are there. */
function bodyGaps({ body, datedAt }: Content): Gap[] {
  const figures = body.content.filter((block) => block.type === "figure");
  const blocks = datedAt !== null && figures.length > 0 ? "advice" : "submit";
  return [
    ...list(isEmptyBody(body) && { field: "body", sentence: "Chưa có nội dung.", blocks }),
    ...figures.flatMap((figure, index) => figureGaps(figure, index + 1)),
  ];
}

function figureGaps({ attrs, content }: Figure, number: number): Gap[] {
  const { file, alt, decorative, credit, id: blockId } = attrs;
  if (file === null) {
    const captioned = inlineText(content).trim() !== "";
    const sentence = captioned
      ? `Ảnh thứ ${number} chưa có tệp ảnh, mới có chú thích: bạn đọc chưa thấy chú thích này.`
      : `Ảnh thứ ${number} chưa có tệp ảnh và chưa có chú thích.`;
    return [{ field: "body", blockId, sentence, blocks: "advice" }];
  }
  return list(
    alt === "" &&
      !decorative && {
        field: "body",
        blockId,
        sentence: `Ảnh thứ ${number} chưa có mô tả cho người dùng trình đọc màn hình.`,
        blocks: "publish",
      },
    inlineText(content).trim() === "" &&
      !decorative && { field: "body", blockId, sentence: `Ảnh thứ ${number} chưa có chú thích.`, blocks: "advice" },
    credit === "" && { field: "body", blockId, sentence: `Ảnh thứ ${number} chưa ghi nguồn ảnh.`, blocks: "advice" },
  );
}

function list(...gaps: (Gap | false)[]): Gap[] {
  return gaps.filter((gap) => gap !== false);
}
