import { z } from "zod";
import { topicPath } from "#features/addresses/lists.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { type Gap, type GapFacts, gapList } from "#features/text/gaps.ts";
import type { Kind } from "#features/text/kind.ts";
import { slugFrom } from "#features/text/slug.ts";
import { line, lines } from "#features/text/typed.ts";
import { attachmentGaps } from "./attachment-gaps.ts";
import { fieldFigureGaps, figureGaps } from "./figure-gaps.ts";
import { galleryGaps } from "./gallery-gaps.ts";
import { Lead, leadFigure, NO_LEAD } from "./lead.ts";
import { mediaGaps } from "./media-gaps.ts";
import { slug } from "./shapes.ts";
import { touchedByTopic } from "./touched.ts";

const VERSION = 1;

/** Longest texts, in UTF-16 units. */
export const TOPIC_LIMITS = { title: 200, standfirst: 1000 } as const;

/**
 * What a topic (dòng sự kiện) says of itself. Which articles stand in it is no part of its text: they come and go with one press
 * (`features/topics`), and no approval is of them.
 */
const Shape = z.strictObject({
  version: z.literal(VERSION),
  title: line(TOPIC_LIMITS.title),
  standfirst: lines(TOPIC_LIMITS.standfirst),
  lead: Lead,
  slug,
  body: z.unknown(),
});

export type TopicContent = Omit<z.output<typeof Shape>, "body"> & { body: BodyDoc };

export const topic: Kind<TopicContent> = {
  name: "topic",
  shape: Shape,
  version: VERSION,
  upgrades: {},
  bare: { title: "", standfirst: "", lead: NO_LEAD, slug: "" },
  hasBody: true,
  typed: ["title", "standfirst", "lead", "body", "slug"],
  fields: ["title", "standfirst", "lead", "slug"],
  title: "title",
  slug: "slug",
  section: null,
  atRoot: false,
  card: ["standfirst", "lead"],
  dated: null,
  secondSections: null,
  tags: null,
  untyped: [],
  carried: [],
  notCopied: ["slug"],
  without: ["correct"],
  touches: touchedByTopic,
  begun: () => ({}),
  figures: ({ lead }) => [leadFigure(lead)].filter((figure) => figure !== null),
  gaps: topicGaps,
};

/** Its body may be empty: what happened is told by the articles in it. */
function topicGaps(
  { title, slug, standfirst, lead, body }: TopicContent,
  { takenTopicSlugs, files }: GapFacts = {},
): Gap[] {
  const address = slug === "" && title !== "" ? slugFrom(title) : slug;
  return [
    ...gapList(
      title === "" && { field: "title", sentence: "Chưa có tên dòng sự kiện.", blocks: "submit" },
      takenTopicSlugs?.has(address) === true && {
        field: "slug",
        sentence: `Đường dẫn “${topicPath(address)}” đã có dòng sự kiện khác dùng; cần đặt đường dẫn khác.`,
        blocks: "submit",
      },
      standfirst === "" && {
        field: "standfirst",
        sentence: "Chưa có sapo: bạn đọc chưa biết dòng sự kiện nói về việc gì.",
        blocks: "advice",
      },
    ),
    ...fieldFigureGaps(leadFigure(lead), "lead", "Ảnh đại diện", files),
    ...figureGaps(body, { files, awaited: "publish" }),
    ...galleryGaps(body),
    ...attachmentGaps(body, files),
    ...mediaGaps(body, files),
  ];
}
