import { z } from "zod";
import { mayBecomeAddress } from "#features/text/address.ts";
import type { BodyDoc } from "#features/text/body.ts";
import type { Fields, Kind } from "#features/text/kind.ts";
import { saidBeside } from "#features/text/said.ts";
import { line, lines } from "#features/text/typed.ts";
import { articleGaps } from "./article-gaps.ts";
import { Hour, isUnread, momentIn } from "./hour.ts";
import { Lead, leadFigure, NO_LEAD } from "./lead.ts";
import { NO_NOTES, NOTE_SHAPE } from "./notes.ts";
import { id, ids, slug } from "./shapes.ts";
import { touchedByArticle } from "./touched.ts";

const VERSION = 1;

/** What an article is among articles. */
export const FORMS = ["news", "conference_report", "notice", "interview", "photo_story", "qa", "document"] as const;
export const ORIGINS = ["own", "reprint"] as const;

/** Longest texts, in UTF-16 units. */
export const LIMITS = {
  kicker: 200,
  headline: 300,
  standfirst: 3000,
  bylineName: 120,
  bylinePost: 200,
  sourceName: 200,
  sourceUrl: 2048,
  aiLabel: 200,
  names: 20,
  secondSections: 10,
  tags: 30,
  related: 6,
} as const;

const Byline = z.strictObject({
  hidden: z.boolean(),
  names: z
    .array(z.strictObject({ name: line(LIMITS.bylineName), post: line(LIMITS.bylinePost), personId: id.nullable() }))
    .max(LIMITS.names)
    .transform((names) => names.filter(({ name, post }) => name !== "" || post !== "")),
});

const Source = z.strictObject({
  name: line(LIMITS.sourceName),
  url: line(LIMITS.sourceUrl).refine(mayBecomeAddress, "Địa chỉ của nguồn phải bắt đầu bằng http:// hoặc https://."),
});

const instant = z.iso
  .datetime({ offset: true })
  .nullable()
  .transform((at) => (at === null ? null : new Date(at).toISOString()));

/** Everything that readers would see of an article, and nothing else. */
const Shape = z.strictObject({
  version: z.literal(VERSION),
  kind: z.enum(FORMS),
  origin: z.enum(ORIGINS),
  kicker: line(LIMITS.kicker),
  headline: line(LIMITS.headline),
  standfirst: lines(LIMITS.standfirst),
  lead: Lead,
  slug,
  sectionId: id.nullable(),
  secondSectionIds: ids(LIMITS.secondSections),
  tagIds: ids(LIMITS.tags),
  /** Numbers of articles that readers are led to first, in this order; those that they do not get are left out. */
  related: z.array(id).max(LIMITS.related),
  byline: Byline,
  source: Source,
  aiLabel: line(LIMITS.aiLabel),
  ...NOTE_SHAPE,
  datedAt: instant,
  /** Until when a notice holds; nothing where it holds for good, and for what is no notice (`endsAt`). */
  validUntil: Hour,
  body: z.unknown(),
});

export type ArticleContent = Omit<z.output<typeof Shape>, "body"> & { body: BodyDoc };
export type Form = ArticleContent["kind"];

/** When readers are told that it holds no more; null where that is never. */
export const endsAt = ({ kind, validUntil }: Pick<ArticleContent, "kind" | "validUntil">): Date | null =>
  kind === "notice" ? momentIn(validUntil) : null;

/** What changes with the form: away from a notice, words that are no hour go with their field, for nobody would see that they sign them. */
export function formChosen(kind: Form, { validUntil }: Pick<ArticleContent, "validUntil">) {
  return { kind, validUntil: kind !== "notice" && isUnread(validUntil) ? null : validUntil };
}

/** What a name in a byline says that nobody has filled in. */
const BARE_NAME = { name: "", post: "", personId: null };

export const article: Kind<ArticleContent> & { version: typeof VERSION } = {
  name: "article",
  shape: Shape,
  version: VERSION,
  upgrades: {},
  bare: {
    kind: "news",
    origin: "own",
    kicker: "",
    headline: "",
    standfirst: "",
    lead: NO_LEAD,
    slug: "",
    sectionId: null,
    secondSectionIds: [],
    tagIds: [],
    related: [],
    byline: { hidden: false, names: [] },
    source: { name: "", url: "" },
    aiLabel: "",
    ...NO_NOTES,
    datedAt: null,
    validUntil: null,
  },
  hasBody: true,
  said({ byline, ...fields }: Fields) {
    const { hidden, names } = byline as ArticleContent["byline"];
    return { ...fields, byline: { hidden, names: names.map((name) => saidBeside(name, BARE_NAME)) } };
  },
  unsaid({ byline, ...fields }: Fields) {
    const { names, ...rest } = byline as ArticleContent["byline"];
    return { ...fields, byline: { ...rest, names: names.map((name) => ({ ...BARE_NAME, ...name })) } };
  },
  typed: [
    "kicker",
    "headline",
    "standfirst",
    "lead",
    "body",
    "byline",
    "source",
    "aiLabel",
    "correction",
    "update",
    "slug",
  ],
  fields: [
    ...([
      "kicker",
      "headline",
      "standfirst",
      "lead",
      "kind",
      "validUntil",
      "origin",
      "sectionId",
      "secondSectionIds",
      "tagIds",
      "related",
    ] as const),
    ...(["byline", "source", "slug", "aiLabel", "correction", "update", "datedAt"] as const),
  ],
  title: "headline",
  slug: "slug",
  atRoot: false,
  section: "sectionId",
  card: ["kicker", "standfirst", "kind", "lead", "validUntil"],
  dated: "datedAt",
  secondSections: "secondSectionIds",
  tags: "tagIds",
  related: "related",
  // The date of an imported text is not typed.
  untyped: ["datedAt"],
  carried: ["correction", "update"],
  notCopied: ["slug", "correction", "update", "datedAt", "validUntil"],
  without: [],
  touches: touchedByArticle,
  begun: ({ personId, name }) => ({ byline: { hidden: false, names: [{ name, post: "", personId }] } }),
  figures: ({ lead }) => [leadFigure(lead)].filter((figure) => figure !== null),
  links: ({ source }) => (source.url === "" ? [] : [{ words: source.name, address: source.url }]),
  gaps: articleGaps,
};
