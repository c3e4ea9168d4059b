import { z } from "zod";
import type { BodyDoc } from "#features/text/body.ts";
import { type Gap, type GapFacts, gapList } from "#features/text/gaps.ts";
import type { Kind } from "#features/text/kind.ts";
import { isEmptyBody } from "#features/text/plain.ts";
import { line, lines } from "#features/text/typed.ts";
import { attachmentGaps } from "./attachment-gaps.ts";
import { fieldFigureGaps, figureGaps } from "./figure-gaps.ts";
import { galleryGaps } from "./gallery-gaps.ts";
import { Lead, leadFigure, NO_LEAD } from "./lead.ts";
import { mediaGaps } from "./media-gaps.ts";
import { NO_NOTES, NOTE_SHAPE, noteGaps } from "./notes.ts";
import { slug } from "./shapes.ts";
import { touchedByTranslation } from "./touched.ts";

const VERSION = 1;

/** Longest texts, in UTF-16 units. */
export const TRANSLATION_LIMITS = { title: 300, standfirst: 2000, translator: 200, aiLabel: 200 } as const;

/**
 * What the English sister of an article or of a page says. Which one it is the sister of is fixed when it is begun
 * (`documents.sister_of_id`), as its site is, and is no part of its text.
 */
const Shape = z.strictObject({
  version: z.literal(VERSION),
  title: line(TRANSLATION_LIMITS.title),
  standfirst: lines(TRANSLATION_LIMITS.standfirst),
  lead: Lead,
  /** Who is named below the text, as it is to stand there. */
  translator: line(TRANSLATION_LIMITS.translator),
  /** What a machine has done for the English words; what it did for the other ones is said there. */
  aiLabel: line(TRANSLATION_LIMITS.aiLabel),
  slug,
  /** In English, as all of it. */
  ...NOTE_SHAPE,
  body: z.unknown(),
});

export type TranslationContent = Omit<z.output<typeof Shape>, "body"> & { body: BodyDoc };

export const translation: Kind<TranslationContent> = {
  name: "translation",
  shape: Shape,
  version: VERSION,
  upgrades: {},
  bare: { title: "", standfirst: "", lead: NO_LEAD, translator: "", aiLabel: "", slug: "", ...NO_NOTES },
  hasBody: true,
  typed: ["title", "standfirst", "lead", "body", "translator", "aiLabel", "correction", "update", "slug"],
  fields: ["title", "standfirst", "lead", "translator", "aiLabel", "slug", "correction", "update"],
  title: "title",
  slug: "slug",
  section: null,
  atRoot: false,
  card: ["standfirst", "lead"],
  dated: null,
  secondSections: null,
  tags: null,
  untyped: [],
  carried: ["correction", "update"],
  notCopied: ["slug", "correction", "update"],
  sister: "en",
  // A copy would be of nothing: what it is the sister of stands beside the text.
  without: ["duplicate"],
  touches: touchedByTranslation,
  begun: () => ({}),
  figures: ({ lead }) => [leadFigure(lead)].filter((figure) => figure !== null),
  gaps: translationGaps,
};

function translationGaps(content: TranslationContent, facts: GapFacts = {}): Gap[] {
  const { title, standfirst, lead, body } = content;
  const { files, original } = facts;
  return [
    ...gapList(
      title === "" && { field: "title", sentence: "Chưa có tiêu đề tiếng Anh.", blocks: "submit" },
      standfirst === "" && {
        field: "standfirst",
        sentence: "Chưa có sapo tiếng Anh: bạn đọc chưa biết bài nói về việc gì.",
        blocks: "advice",
      },
      original?.isLive === false && {
        field: "title",
        sentence: "Bạn đọc hiện không xem được bản tiếng Việt: bản tiếng Anh chỉ đăng được cùng bản tiếng Việt.",
        blocks: "publish",
      },
      original?.otherSister != null && {
        field: "title",
        sentence: `Bài này đã có bản tiếng Anh khác, số ${original.otherSister}: cần sửa bản đó.`,
        blocks: "submit",
      },
      isEmptyBody(body) && { field: "body", sentence: "Chưa có nội dung tiếng Anh.", blocks: "submit" },
    ),
    ...noteGaps(content, facts),
    ...fieldFigureGaps(leadFigure(lead), "lead", "Ảnh đại diện", files),
    ...figureGaps(body, { files, awaited: "publish" }),
    ...galleryGaps(body),
    ...attachmentGaps(body, files),
    ...mediaGaps(body, files),
  ];
}
