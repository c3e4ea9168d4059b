import { z } from "zod";
import type { Figure } from "#features/text/body.ts";
import { line } from "#features/text/typed.ts";
import { PICTURE_LIMITS } from "#features/text/vocabulary.ts";
import { fileHash } from "./shapes.ts";

/**
 * The picture above an article's text, and beside its headline in lists: a file by the SHA-256 of its bytes, with the words
 * of this use.
 */
export const Lead = z.strictObject({
  file: fileHash.nullable(),
  caption: line(PICTURE_LIMITS.caption),
  credit: line(PICTURE_LIMITS.credit),
  alt: line(PICTURE_LIMITS.alt),
  decorative: z.boolean(),
});

export type LeadPicture = z.output<typeof Lead>;

export const NO_LEAD: LeadPicture = { file: null, caption: "", credit: "", alt: "", decorative: false };

/** What a figure of a text has as its block's id. */
export const LEAD = "lead";

/** The same as a figure of a text is, for whoever draws, checks or compares figures; null where there is none. */
export function leadFigure({ file, caption, credit, alt, decorative }: LeadPicture): Figure | null {
  if (file === null) return null;
  return {
    type: "figure",
    attrs: { id: LEAD, file, alt, decorative, credit },
    ...(caption === "" ? {} : { content: [{ type: "text", text: caption }] }),
  };
}
