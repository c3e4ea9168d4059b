import { z } from "zod";
import { safeHref } from "#features/text/address.ts";
import { type Gap, type GapFacts, gapList } from "#features/text/gaps.ts";
import type { Fields, Kind } from "#features/text/kind.ts";
import { saidBeside } from "#features/text/said.ts";
import { line } from "#features/text/typed.ts";
import { FORMS } from "./article.ts";
import { id } from "./shapes.ts";
import { touchedByFront } from "./touched.ts";

const VERSION = 1;

/** How a band of a front looks, and what it is for. */
export const TEMPLATES = [
  "lead",
  "newest",
  "articles",
  "sections",
  "notices",
  "pictures",
  "most_read",
  "tiles",
] as const;
export type Template = (typeof TEMPLATES)[number];

/** How many articles a band of a template shows in each of its lists: at least, at most, and where nobody says otherwise. */
export const SLOTS: Readonly<Record<Template, { least: number; most: number; usual: number }>> = {
  // A lead and two to four seconds.
  lead: { least: 3, most: 5, usual: 5 },
  newest: { least: 4, most: 12, usual: 6 },
  articles: { least: 2, most: 7, usual: 4 },
  sections: { least: 2, most: 6, usual: 4 },
  notices: { least: 2, most: 8, usual: 4 },
  pictures: { least: 3, most: 8, usual: 4 },
  most_read: { least: 3, most: 10, usual: 5 },
  tiles: { least: 0, most: 0, usual: 0 },
};

/** Templates for the front of one section: what they find is of that section, unless a rule names something else. */
export const SECTION_TEMPLATES: readonly Template[] = ["lead", "newest", "articles", "most_read", "tiles"];

/** Templates whose articles are chosen by a rule that an editor says; those of the others follow from what they are. */
export const WITH_RULE: readonly Template[] = ["lead", "articles"];

/** Templates in whose slots an editor may put an article by hand: in the others each list is what it says. */
export const PINNABLE: readonly Template[] = ["lead", "newest", "articles", "notices", "pictures"];

/** Most entries, and longest texts in UTF-16 units. */
export const FRONT_LIMITS = {
  title: 120,
  bands: 24,
  bandTitle: 80,
  tiles: 12,
  words: 80,
  link: 2048,
  newDays: 365,
} as const;

/** In how many hours what is read most was read. */
export const READ_IN = [24, 168] as const;

/** Which articles come into a band that nobody has put there. */
const Rule = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("newest") }),
  z.strictObject({ by: z.literal("section"), id }),
  z.strictObject({ by: z.literal("tag"), id }),
  z.strictObject({ by: z.literal("topic"), id }),
  z.strictObject({ by: z.literal("form"), form: z.enum(FORMS).exclude(["news"]) }),
  z.strictObject({ by: z.literal("most_read"), hours: z.literal(READ_IN) }),
]);
export type FrontRule = z.output<typeof Rule>;

const Tile = z.strictObject({ words: line(FRONT_LIMITS.words), address: line(FRONT_LIMITS.link) });

/** What a band is known by for as long as it is there, wherever it is moved: what stands in its slots hangs on it. */
export const bandId = z.string().regex(/^[a-z0-9-]{1,40}$/);

const Band = z
  .strictObject({
    id: bandId,
    template: z.enum(TEMPLATES),
    /** Without one it is called as what it shows. */
    title: line(FRONT_LIMITS.bandTitle),
    rule: Rule,
    slots: z.int(),
    tiles: z.array(Tile).max(FRONT_LIMITS.tiles),
  })
  .superRefine(({ template, slots }, context) => {
    const { least, most } = SLOTS[template];
    if (slots >= least && slots <= most) return;
    context.addIssue({ code: "custom", path: ["slots"], message: `Dải này có từ ${least} đến ${most} bài.` });
  });
export type Band = z.output<typeof Band>;

/** How a page is arranged that lists articles, and nothing else: which articles those are is chosen beside it (features/fronts). */
const Shape = z.strictObject({
  version: z.literal(VERSION),
  /** How the newsroom calls this arrangement. */
  title: line(FRONT_LIMITS.title),
  /** Of which section it is the front; null for the site's own. */
  sectionId: id.nullable(),
  /** After so many days an article is new no more, and leads nowhere. Null: only what came from an older system is old. */
  newDays: z.int().min(1).max(FRONT_LIMITS.newDays).nullable(),
  bands: z
    .array(Band)
    .max(FRONT_LIMITS.bands)
    .refine((bands) => new Set(bands.map((band) => band.id)).size === bands.length, "Hai dải có cùng mã."),
});

export type FrontContent = z.output<typeof Shape>;

/** What a band says that nobody has filled in. */
const BARE_BAND = { id: null, template: null, title: "", slots: null, tiles: [] };
const BARE_RULE: FrontRule = { by: "newest" };

/** A band as it is when somebody adds it. */
export function newBand(template: Template, bandId: string): Band {
  return { id: bandId, template, title: "", rule: { by: "newest" }, slots: SLOTS[template].usual, tiles: [] };
}

/** How a front is arranged that nobody has arranged: it needs no hand. */
export const usualBands = (sectionId: number | null): Band[] =>
  (sectionId === null ? (["lead", "notices", "pictures", "sections", "most_read"] as const) : (["lead"] as const)).map(
    (template) => ({
      ...newBand(template, template.replace("_", "-")),
      ...(sectionId === null ? {} : { slots: SLOTS.lead.least }),
    }),
  );

export const front: Kind<FrontContent> = {
  name: "front",
  shape: Shape,
  version: VERSION,
  upgrades: {},
  bare: { title: "", sectionId: null, newDays: null, bands: [] },
  hasBody: false,
  said: ({ bands, ...fields }: Fields) => ({
    ...fields,
    bands: (bands as Band[]).map(({ rule, ...band }) => ({
      ...saidBeside(band, BARE_BAND),
      ...(rule.by === BARE_RULE.by ? {} : { rule }),
    })),
  }),
  unsaid: ({ bands, ...fields }: Fields) => ({
    ...fields,
    bands: (bands as Partial<Band>[]).map((band) => ({ title: "", rule: BARE_RULE, tiles: [], ...band })),
  }),
  typed: ["title", "bands", "newDays"],
  fields: ["title", "sectionId", "newDays", "bands"],
  title: "title",
  slug: null,
  atRoot: false,
  section: null,
  card: ["sectionId"],
  dated: null,
  secondSections: null,
  tags: null,
  untyped: [],
  carried: [],
  notCopied: [],
  // A front is always there: what is wrong in it is changed, not taken away.
  without: ["correct", "hide", "withdraw", "restore", "duplicate"],
  touches: touchedByFront,
  begun: () => ({ title: "Trang chủ", bands: usualBands(null) }),
  links: ({ bands }) => bands.flatMap(({ tiles }) => tiles),
  gaps: frontGaps,
};

/** Whether readers would be shown something that the editors of a front have said is there. */
function frontGaps({ title, sectionId, bands }: FrontContent, { sectionIds, takenFronts }: GapFacts = {}): Gap[] {
  const tiles = bands.flatMap((band) => band.tiles);
  const gone = (one: number) => sectionIds !== undefined && !sectionIds.has(one);
  return gapList(
    title === "" && { field: "title", sentence: "Chưa có tên bản sắp xếp.", blocks: "submit" },
    takenFronts?.has(sectionId) === true && {
      field: "sectionId",
      sentence: "Trang này đã có bản sắp xếp khác đang dùng; cần cập nhật bản đó.",
      blocks: "submit",
    },
    sectionId !== null &&
      gone(sectionId) && { field: "sectionId", sentence: "Chuyên mục của bản sắp xếp không còn.", blocks: "submit" },
    bands.some(({ rule }) => rule.by === "section" && gone(rule.id)) && {
      field: "bands",
      sentence: "Có dải lấy bài từ chuyên mục không còn.",
      blocks: "submit",
    },
    sectionId !== null &&
      bands.some(({ template }) => !SECTION_TEMPLATES.includes(template)) && {
        field: "bands",
        sentence: "Có dải chỉ dùng được ở trang chủ.",
        blocks: "submit",
      },
    sectionId === null &&
      bands.length === 0 && { field: "bands", sentence: "Trang chủ chưa có dải nào.", blocks: "submit" },
    bands.some(({ template, tiles }) => template === "tiles" && tiles.length === 0) && {
      field: "bands",
      sentence: "Có dải tiện ích chưa có ô nào.",
      blocks: "submit",
    },
    tiles.some(({ words, address }) => words === "" || safeHref(address) === null) && {
      field: "bands",
      sentence: "Có ô tiện ích chưa ghi chữ, hoặc địa chỉ chưa đúng.",
      blocks: "submit",
    },
  );
}
