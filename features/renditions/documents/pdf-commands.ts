import { inflateSync } from "node:zlib";

/** An action of these kinds runs something of its own: a script, or another program. Source: ISO 32000-1, table 198. */
const COMMAND = /\/S\s*\/(?:JavaScript|Launch)\b/;
const NAMES = ["/JavaScript", "/Launch"];

/** So many bytes in front of such a name say that it is an action's. */
const BEFORE = 32;

/** The most that one bundle of objects is unpacked to, in bytes, and how far behind its name its bytes begin. */
const MOST_UNPACKED = 8 * 1024 * 1024;
const BEGINS_WITHIN = 512;

/**
 * Whether a PDF is told to run something, as far as that is said in it openly or in its packed bundles of objects. It is a
 * search and no reading: whoever hides it well enough is found by `pdfjs`, where it is a script.
 */
export function hasCommands(bytes: Buffer): boolean {
  if (isSaid(bytes)) return true;
  for (let at = bytes.indexOf("/ObjStm"); at >= 0; at = bytes.indexOf("/ObjStm", at + 1)) {
    const begins = bytes.subarray(at, at + BEGINS_WITHIN).indexOf("stream");
    if (begins < 0) continue;
    const end = bytes.indexOf("endstream", at + begins);
    const first = at + begins + "stream".length;
    // An end of a line, of one byte or two, stands between.
    const skip = bytes.subarray(first, first + 2).toString("latin1") === "\r\n" ? 2 : 1;
    const packed = bytes.subarray(first + skip, end < 0 ? bytes.length : end);
    if (isSaid(unpacked(packed))) return true;
  }
  return false;
}

function isSaid(bytes: Buffer): boolean {
  return NAMES.some((name) => {
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
      if (COMMAND.test(bytes.toString("latin1", Math.max(0, at - BEFORE), at + name.length + 1))) return true;
    }
    return false;
  });
}

/** Bytes that are packed in another way, or broken, are `pdfjs`' to judge. */
function unpacked(packed: Buffer): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: MOST_UNPACKED });
  } catch {
    return Buffer.alloc(0);
  }
}
