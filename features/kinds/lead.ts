import { z } from "zod";
import type { Figure } from "#features/text/body.ts";
import { readCut } from "#features/text/picture-cut.ts";
import { line } from "#features/text/typed.ts";
import { AI_LABELS, PICTURE_LIMITS } from "#features/text/vocabulary.ts";
import { fileHash } from "./shapes.ts";

/** Where the middle is, in tenths. */
const MIDDLE = 5;
const tenths = z.int().min(0).max(10);

/**
 * What lists, which show a picture in one shape, keep in sight of it: a point of the picture as this use shows it, in tenths of its
 * width and height. Finer than that nobody sees: it says where the middle of what is left should be.
 */
const Focus = z.strictObject({ x: tenths, y: tenths });
export type Focus = z.output<typeof Focus>;

/**
 * The picture above an article's text, and beside its headline in lists: a file by the SHA-256 of its bytes, with the words
 * of this use.
 */
export const Lead = z.strictObject({
  file: fileHash.nullable(),
  cut: z.string().refine((spelt) => readCut(spelt) !== null),
  focus: Focus.nullable().transform((at) => (at?.x === MIDDLE && at.y === MIDDLE ? null : at)),
  caption: line(PICTURE_LIMITS.caption),
  credit: line(PICTURE_LIMITS.credit),
  alt: line(PICTURE_LIMITS.alt),
  decorative: z.boolean(),
  ai: z.enum(AI_LABELS),
});

export type LeadPicture = z.output<typeof Lead>;

export const NO_LEAD: LeadPicture = {
  file: null,
  cut: "",
  focus: null,
  caption: "",
  credit: "",
  alt: "",
  decorative: false,
  ai: "none",
};

/** What a figure of a text has as its block's id. */
export const LEAD = "lead";

/** The same as a figure of a text is, for whoever draws, checks or compares figures; null where there is none. */
export function leadFigure({ file, cut, caption, credit, alt, decorative, ai }: LeadPicture): Figure | null {
  if (file === null) return null;
  return {
    type: "figure",
    attrs: { id: LEAD, file, cut, alt, decorative, credit, ai },
    ...(caption === "" ? {} : { content: [{ type: "text", text: caption }] }),
  };
}
