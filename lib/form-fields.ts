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
