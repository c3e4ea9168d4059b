import { z } from "zod";
import { LAST_ID } from "./whole.ts";

// What forms and addresses say as text, as actions and routes read it.

/** A row's number, as far as the database counts. */
export const rowNumber = z.coerce.number().int().positive().max(LAST_ID);

/** How often something was changed, as far as the database counts. */
export const versionNumber = z.coerce.number().int().nonnegative().max(LAST_ID);

/** A thousand of something at most; one that is chosen alone comes as one word, and none not at all. */
export const several = <S extends z.ZodType>(one: S) =>
  z.union([z.array(one).max(1_000), one.transform((alone) => [alone])]).default([]);

/** What a number, an address or a line of a list means, such as "Kỷ niệm 2/9 (số 31)": the last number in it. @param message where there is none */
export const numberNamed = (message: string) =>
  z
    .string()
    .max(3_000)
    .transform((text) => Number(/(\d+)\D*$/.exec(text)?.[1]))
    .pipe(z.int(message).positive(message).max(LAST_ID, message));
