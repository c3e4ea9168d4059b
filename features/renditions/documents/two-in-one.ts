import { PDF } from "#features/files/media.ts";

/** Programs look for the beginning of a PDF as far as this, and for the end of a zip as far as that; in bytes. */
export const PDF_BEGINS_WITHIN = 1024;
export const ZIP_ENDS_WITHIN = 22 + 65_535;

const ZIP_END = Buffer.from("PK\u0005\u0006", "latin1");
const COMMENT_LENGTH_AT = 20;

/**
 * Whether a document could be taken for one of another kind as well: a PDF in front of it, a zip behind it.
 * @param bytes all of them, or both of its ends
 */
export function isTwoInOne(bytes: Buffer, mediaType: string): boolean {
  if (mediaType !== PDF && bytes.subarray(0, PDF_BEGINS_WITHIN).includes("%PDF-")) return true;
  if (mediaType === PDF) return bytes.subarray(-ZIP_ENDS_WITHIN).includes(ZIP_END);
  return !bytes.subarray(0, 2).equals(Buffer.from("PK")) && endsAsZip(bytes);
}

/**
 * A zip ends with a comment of the length that it says. Old Office has zips in it, which end before it does. Source: PKWARE,
 * APPNOTE 4.3.16.
 */
function endsAsZip(bytes: Buffer): boolean {
  const tail = bytes.subarray(-ZIP_ENDS_WITHIN);
  for (let at = tail.lastIndexOf(ZIP_END); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(ZIP_END, at - 1)) {
    const end = at + COMMENT_LENGTH_AT + 2;
    if (end <= tail.length && tail.readUInt16LE(at + COMMENT_LENGTH_AT) === tail.length - end) return true;
  }
  return false;
}
