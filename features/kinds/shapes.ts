import { z } from "zod";
import { slugProblem } from "#features/text/slug.ts";

/** Larger ones are no row of ours: the database's integers end there. */
export const id = z.int().positive().max(2_147_483_647);
/** Each once. */
export const ids = (most: number) =>
  z
    .array(id)
    .transform((given) => [...new Set(given)])
    .pipe(z.array(id).max(most));

/** The words of a public address, or nothing yet. */
export const slug = z.string().superRefine((value, context) => {
  const problem = slugProblem(value);
  if (problem !== null) context.addIssue({ code: "custom", message: problem });
});

/** A file, by the SHA-256 of its bytes, in hex. */
export const fileHash = z.string().regex(/^[0-9a-f]{64}$/);
