import { z } from "zod";
import { pagePath } from "#features/addresses/public.ts";
import type { BodyDoc } from "#features/text/body.ts";
import { type Gap, type GapFacts, gapList } from "#features/text/gaps.ts";
import type { Kind } from "#features/text/kind.ts";
import { isEmptyBody } from "#features/text/plain.ts";
import { slugFrom } from "#features/text/slug.ts";
import { line } from "#features/text/typed.ts";
import { attachmentGaps } from "./attachment-gaps.ts";
import { figureGaps } from "./figure-gaps.ts";
import { galleryGaps } from "./gallery-gaps.ts";
import { mediaGaps } from "./media-gaps.ts";
import { slug } from "./shapes.ts";
import { touchedByPage } from "./touched.ts";

const VERSION = 1;

/** Where readers find the way to a page, beside its address. */
export const PLACES = ["footer", "menu", "none"] as const;

/** Longest texts, in UTF-16 units. */
export const PAGE_LIMITS = { title: 200 } as const;

/** Everything that readers would see of a page that stands for itself (Giới thiệu, Liên hệ …), and nothing else. */
const Shape = z.strictObject({
  version: z.literal(VERSION),
  title: line(PAGE_LIMITS.title),
  slug,
  place: z.enum(PLACES),
  body: z.unknown(),
});

export type PageContent = Omit<z.output<typeof Shape>, "body"> & { body: BodyDoc };

export const page: Kind<PageContent> = {
  name: "page",
  shape: Shape,
  version: VERSION,
  upgrades: {},
  bare: { title: "", slug: "", place: "footer" },
  hasBody: true,
  typed: ["title", "body", "slug"],
  fields: ["title", "slug", "place"],
  title: "title",
  slug: "slug",
  atRoot: true,
  section: null,
  card: ["place"],
  dated: null,
  secondSections: null,
  tags: null,
  untyped: [],
  carried: [],
  notCopied: ["slug"],
  without: ["correct"],
  touches: touchedByPage,
  begun: () => ({}),
  gaps: pageGaps,
};

function pageGaps({ title, slug, body }: PageContent, { takenSlugs, files }: GapFacts = {}): Gap[] {
  // Where none is typed, it would go out under the one that is made from its title.
  const address = slug === "" && title !== "" ? slugFrom(title) : slug;
  const own = gapList(
    title === "" && { field: "title", sentence: "Chưa có tên trang.", blocks: "submit" },
    takenSlugs?.has(address) === true && {
      field: "slug",
      sentence: `Đường dẫn “${pagePath(address)}” đã có trang hoặc chuyên mục khác dùng; cần đặt đường dẫn khác.`,
      blocks: "submit",
    },
    isEmptyBody(body) && { field: "body", sentence: "Chưa có nội dung.", blocks: "submit" },
  );
  const pictures = [...figureGaps(body, { files, awaited: "publish" }), ...galleryGaps(body)];
  return [...own, ...pictures, ...attachmentGaps(body, files), ...mediaGaps(body, files)];
}
