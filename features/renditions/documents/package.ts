import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { MOST_TEXT } from "../limits.ts";
import { Unusable } from "../unusable.ts";
import type { Read } from "./read.ts";
import { type Reader, readWords } from "./xml-words.ts";

/** The most that a document may unpack to, in bytes, and of how many parts it may be. */
const MOST_UNPACKED = 500 * 1024 * 1024;
const MOST_PARTS = 20_000;

/** Where macros are kept: by Office, in its old sheets of macros, by OpenDocument. */
const MACROS = /(?:^|\/)vba(?:Project|Data)\.(?:bin|xml)$|^xl\/macrosheets\/|^(?:Basic|Scripts)\/.*[^/]$/i;

/** Where words are, in the order in which they are read: heads, where stamps stand, before the text. */
const WORDS =
  /^(?:word\/(?:header|document|footer|footnotes)\d*\.xml|xl\/(?:sharedStrings|worksheets\/sheet\d+)\.xml|ppt\/slides\/slide\d+\.xml|styles\.xml|content\.xml)$/;
const ABOUT = /^(?:docProps\/(?:core|custom)\.xml|meta\.xml)$/;

/**
 * Reads a document of Office since 2007, or of OpenDocument: a zip of XML. All of it is unpacked once, and thrown away but for
 * the words: what it says of its own size is not believed.
 *
 * @param withMacros somebody has let in what runs in it
 * @throws {Unusable}
 */
export async function readPackage(bytes: Buffer, withMacros: boolean): Promise<Read> {
  const text: string[] = [];
  const about: string[] = [];
  let parts = 0;
  let unpacked = 0;
  let length = 0;
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
    for await (const entry of zip.eachEntry()) {
      parts += 1;
      const { fileName, uncompressedSize } = entry;
      if (parts > MOST_PARTS || unpacked + uncompressedSize > MOST_UNPACKED) throw new Unusable("unpacks_too_large");
      if (entry.isEncrypted()) throw new Unusable("encrypted");
      if (!withMacros && MACROS.test(fileName)) throw new Unusable("macros", fileName);
      const reader = readerOf(fileName);
      unpacked += await walk(zip, entry, reader);
      if (reader === null) continue;
      const words = reader.end();
      if (ABOUT.test(fileName)) about.push(...words.split("\n"));
      else if (length < MOST_TEXT) text.push(words);
      length += words.length;
    }
  } catch (error) {
    throw error instanceof Unusable ? error : new Unusable("broken_document", error);
  }
  return { pages: null, text: text.join("\n").slice(0, MOST_TEXT), about, sheet: null };
}

function readerOf(name: string): Reader | null {
  if (name === "META-INF/manifest.xml") return readWords("manifest");
  if (ABOUT.test(name)) return readWords("all");
  return WORDS.test(name) ? readWords("words") : null;
}

/** @returns how many bytes there were @throws when these are more, or fewer, than it says, or cannot be unpacked */
async function walk(zip: ZipFile, entry: Entry, reader: Reader | null): Promise<number> {
  if (entry.fileName.endsWith("/")) return 0;
  let bytes = 0;
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    bytes += (piece as Buffer).length;
    reader?.write(piece as Buffer);
  }
  return bytes;
}
