import { NotImported } from "./not-imported.ts";

/**
 * The text of a file. Nothing is guessed: what is not UTF-8 text is refused with its place.
 *
 * @throws {NotImported} for an empty file, UTF-16, a binary file, bytes that are not UTF-8, and control characters
 */
export function decode(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new NotImported("the file is empty");
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new NotImported("the file is UTF-16: save it as UTF-8", 1);
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw new NotImported(`the file is binary (a zero byte at offset ${zero})`, lineAt(bytes, zero));
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  refuseOtherEncodings(bytes, text);
  refuseControls(text);
  return text.replace(/^\uFEFF/, "");
}

/** The decoder puts U+FFFD for bytes it cannot read; one that stands in the file itself is three honest bytes. */
function refuseOtherEncodings(bytes: Uint8Array, text: string): void {
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf("\uFFFD"); at >= 0; at = text.indexOf("\uFFFD", from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) {
      const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, "0");
      throw new NotImported(
        `the file is not UTF-8 (byte 0x${byte} at offset ${offset}): save it as UTF-8`,
        lineAt(bytes, offset),
      );
    }
    offset += 3;
    from = at + 1;
  }
}

/** Blanks may stand in a text; other controls come from binary files and from texts that were converted wrongly. */
function refuseControls(text: string): void {
  const found = /(?![\t\n\v\f\r\u0085])\p{Cc}/u.exec(text);
  if (!found) return;
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  throw new NotImported(
    `there is a control character (U+${code}) in the text: the file is binary or was converted wrongly`,
    text.slice(0, found.index).split(/\r\n|\r|\n/).length,
  );
}

function lineAt(bytes: Uint8Array, offset: number): number {
  return bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1;
}
