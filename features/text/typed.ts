import { z } from "zod";
import { cleanLine, cleanLines } from "#lib/nfc.ts";

/** A decomposed Vietnamese letter is three units long, and blanks at the ends do not count. */
const RAW_PER_CLEAN = 4;

/** A line that somebody typed, cleaned, of at most `most` UTF-16 units. */
export const line = (most: number) => typed(cleanLine, most);

/** Lines that somebody typed, cleaned, of at most `most` UTF-16 units together. */
export const lines = (most: number) => typed(cleanLines, most);

/** What is too long before it is cleaned is too long after it as well: it is not cleaned first. */
function typed(clean: (text: string) => string, most: number) {
  return z.string().transform((raw, context) => {
    const text = raw.length > RAW_PER_CLEAN * most ? raw : clean(raw);
    if (text.length <= most) return text;
    context.issues.push({ code: "too_big", origin: "string", maximum: most, inclusive: true, input: raw });
    return z.NEVER;
  });
}
