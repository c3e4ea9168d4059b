import { z } from "zod";
import { rowNumber, versionNumber } from "#lib/form-fields.ts";

/** A section, and what was on the screen as done last about its name. */
export const OfSection = z.object({ sectionId: rowNumber, base: versionNumber });

/** Far longer words than a name are not looked at: the command says what is too long. */
export const NameForm = OfSection.extend({ name: z.string().max(2_000), slug: z.string().max(2_000) });
