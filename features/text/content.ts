import { z } from "zod";
import { Refusal } from "#lib/refusal.ts";
import { mayBecomeAddress } from "./address.ts";
import { newBlockId } from "./block-id.ts";
import type { BodyDoc } from "./body.ts";
import { BODY_VERSION, byteLength, MAX_BODY_BYTES, upgradeBody, validateBody } from "./document.ts";
import { badShape } from "./field-names.ts";
import { slugProblem } from "./slug.ts";
import { line, lines } from "./typed.ts";

export const KINDS = ["news", "conference_report", "notice", "interview", "photo_story", "qa", "document"] as const;
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
  correction: 3000,
  names: 20,
  secondSections: 10,
  tags: 30,
} as const;

/** Larger ones are no row of ours: the database's integers end there. */
const id = z.int().positive().max(2_147_483_647);
const ids = (most: number) =>
  z
    .array(id)
    .transform((given) => [...new Set(given)])
    .pipe(z.array(id).max(most));

const slug = z.string().superRefine((value, context) => {
  const problem = slugProblem(value);
  if (problem !== null) context.addIssue({ code: "custom", message: problem });
});

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

/** Everything that readers would see of an article, and nothing else. */
const ContentShape = z.strictObject({
  version: z.literal(1),
  kind: z.enum(KINDS),
  origin: z.enum(ORIGINS),
  kicker: line(LIMITS.kicker),
  headline: line(LIMITS.headline),
  standfirst: lines(LIMITS.standfirst),
  slug,
  sectionId: id.nullable(),
  secondSectionIds: ids(LIMITS.secondSections),
  tagIds: ids(LIMITS.tags),
  byline: Byline,
  source: Source,
  aiLabel: line(LIMITS.aiLabel),
  correction: lines(LIMITS.correction),
  datedAt: z.iso
    .datetime({ offset: true })
    .nullable()
    .transform((at) => (at === null ? null : new Date(at).toISOString())),
  bodyVersion: z.literal(BODY_VERSION),
  body: z.unknown(),
});

export type Content = Omit<z.output<typeof ContentShape>, "body"> & { body: BodyDoc };
export type Kind = Content["kind"];

export const TOO_LONG = "Bài viết lớn hơn 2 MB; cần rút ngắn hoặc tách thành nhiều bài.";

/**
 * Reads a text from outside (autosave, import, a form) into the one form in which it is kept.
 *
 * @throws {Refusal} `bad_text` with one sentence that names the place.
 */
export function parseContent(given: unknown): Content {
  const parsed = ContentShape.safeParse(given);
  if (!parsed.success) throw new Refusal("bad_text", badShape(parsed.error));
  const content = { ...parsed.data, body: validateBody(parsed.data.body) };
  if (byteLength(content) > MAX_BODY_BYTES) {
    throw new Refusal("bad_text", TOO_LONG);
  }
  return content;
}

/** A text as it was kept, in the vocabulary of today. What was signed is what was kept: that stays as it is. */
export function upgradeContent(kept: Content, bodyVersion: number): Content {
  return { ...kept, bodyVersion: BODY_VERSION, body: upgradeBody(kept.body, bodyVersion) };
}

export function emptyContent(): Content {
  return {
    version: 1,
    kind: "news",
    origin: "own",
    kicker: "",
    headline: "",
    standfirst: "",
    slug: "",
    sectionId: null,
    secondSectionIds: [],
    tagIds: [],
    byline: { hidden: false, names: [] },
    source: { name: "", url: "" },
    aiLabel: "",
    correction: "",
    datedAt: null,
    bodyVersion: BODY_VERSION,
    body: { type: "doc", content: [{ type: "paragraph", attrs: { id: newBlockId(), align: null } }] },
  };
}
