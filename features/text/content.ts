import { z } from "zod";
import { Refusal } from "#lib/refusal.ts";
import { mayBecomeAddress } from "./address.ts";
import { newBlockId } from "./block-id.ts";
import type { BodyDoc } from "./body.ts";
import { byteLength, MAX_BODY_BYTES, validateBody } from "./document.ts";
import { badShape } from "./field-names.ts";
import { slugProblem } from "./slug.ts";
import { line, lines } from "./typed.ts";
import { CONTENT_VERSION, UPGRADES, upgraded } from "./upgrades.ts";
import { BARE } from "./visible-form.ts";

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
  version: z.literal(CONTENT_VERSION),
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
  const parsed = ContentShape.safeParse(inShapeOfToday(given));
  if (!parsed.success) throw new Refusal("bad_text", badShape(parsed.error));
  const content = { ...parsed.data, body: validateBody(parsed.data.body) };
  if (byteLength(content) > MAX_BODY_BYTES) {
    throw new Refusal("bad_text", TOO_LONG);
  }
  return content;
}

/** A page that was opened before an upgrade goes on sending what it knows: at first a version of the body beside. */
function inShapeOfToday(sent: unknown): unknown {
  if (typeof sent !== "object" || sent === null || !("version" in sent)) return sent;
  const { bodyVersion: _, ...given }: { version: unknown; bodyVersion?: unknown } = sent;
  const { version } = given;
  const isKnown = version === CONTENT_VERSION || (typeof version === "number" && Object.hasOwn(UPGRADES, version));
  return isKnown ? { ...BARE, ...upgraded(given, version), version: CONTENT_VERSION } : given;
}

/**
 * A text as it was kept, in the shape of today. What was signed is what was kept: that stays as it is.
 *
 * @throws {Error} for a version that this program does not know yet
 */
export function upgradeContent(kept: unknown, version: number): Content {
  const { body, ...fields } = upgraded(kept as Record<string, unknown>, version);
  const known = Object.entries(BARE).map(([name, bare]) => [name, fields[name] ?? bare]);
  return { version: CONTENT_VERSION, ...Object.fromEntries(known), body };
}

export function emptyContent(): Content {
  return {
    version: CONTENT_VERSION,
    ...structuredClone(BARE),
    body: { type: "doc", content: [{ type: "paragraph", attrs: { id: newBlockId(), align: null } }] },
  };
}
