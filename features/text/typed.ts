import { z } from "zod";
import { cleanLine, cleanLines } from "#lib/nfc.ts";

/** A decomposed Vietnamese letter is three units long, and blanks at the ends do not count. */
const RAW_PER_CLEAN = 4;
/** What nobody sees may come in any number with a few words, from Word or a page; so much is cleaned in no time. UTF-16 units. */
const ALWAYS_CLEANED = 20_000;

/** The longest that is cleaned before it is measured. @param most that it may be afterwards, both in UTF-16 units */
const rawRoom = (most: number): number => Math.max(ALWAYS_CLEANED, RAW_PER_CLEAN * most);

/**
 * How long a text is that is too long to be kept, in UTF-16 units, as `lines` measures it; null of one that is not.
 * What is too long before it is cleaned is measured as it is.
 */
export function lengthOver(text: string, most: number): number | null {
  if (text.length <= most) return null;
  const length = text.length > rawRoom(most) ? text.length : cleanLines(text).length;
  return length > most ? length : null;
}

/** A line that somebody typed, cleaned, of at most `most` UTF-16 units. */
export const line = (most: number) => typed(cleanLine, most);

/** Lines that somebody typed, cleaned, of at most `most` UTF-16 units together. */
export const lines = (most: number) => typed(cleanLines, most);

/** What is too long before it is cleaned is too long after it as well: it is not cleaned first. */
function typed(clean: (text: string) => string, most: number) {
  return z.string().transform((raw, context) => {
    const text = raw.length > rawRoom(most) ? raw : clean(raw);
    if (text.length <= most) return text;
    context.issues.push({ code: "too_big", origin: "string", maximum: most, inclusive: true, input: raw });
    return z.NEVER;
  });
}
