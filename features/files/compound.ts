import { createReadStream } from "node:fs";

/** An entry of the directory of an old Office file takes so many bytes, wherever it lies. Source: [MS-CFB] 2.6.1. */
const ENTRY = 128;
const NAME_LENGTH_AT = 64;
const KIND_AT = 66;
/** A storage, a stream, the root. */
const KINDS = new Set([1, 2, 5]);

/**
 * What the parts of an old Office file (MS-CFB) are called, in the order in which they lie. Whatever looks like an entry of
 * its directory is taken for one.
 *
 * @param bytes from a place on that is a multiple of 128 bytes from its beginning
 */
export function* partNames(bytes: Buffer): Generator<string> {
  for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
    const length = bytes.readUInt16LE(at + NAME_LENGTH_AT);
    const isName =
      length > 2 && length <= NAME_LENGTH_AT && length % 2 === 0 && KINDS.has(bytes.readUInt8(at + KIND_AT));
    if (isName && bytes.readUInt16LE(at + length - 2) === 0) yield bytes.toString("utf16le", at, at + length - 2);
  }
}

/** What an old Office file is, or why it can be nothing here; null for what is another program's. */
export async function compoundType(
  path: string,
): Promise<"application/msword" | "application/vnd.ms-excel" | "encrypted" | null> {
  let found: "application/msword" | "application/vnd.ms-excel" | null = null;
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of createReadStream(path)) {
    const bytes: Buffer = Buffer.concat([rest, piece as Buffer]);
    const whole = bytes.length - (bytes.length % ENTRY);
    for (const name of partNames(bytes.subarray(0, whole))) {
      if (name === "EncryptedPackage") return "encrypted";
      if (OTHERS.has(name)) return null;
      found ??=
        name === "WordDocument" ? "application/msword" : WORKBOOKS.has(name) ? "application/vnd.ms-excel" : null;
    }
    rest = bytes.subarray(whole);
  }
  return found;
}

const WORKBOOKS = new Set(["Workbook", "Book"]);

/** PowerPoint, and mails of Outlook, which may hold documents of the others. */
const OTHERS = new Set(["PowerPoint Document", "__properties_version1.0", "__nameid_version1.0"]);

/** Where Word and Excel keep their macros. */
export const MACRO_PARTS: ReadonlySet<string> = new Set(["_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA", "Macros"]);
