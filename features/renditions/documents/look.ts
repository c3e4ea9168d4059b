import { MACRO_PARTS, partNames } from "#features/files/compound.ts";
import { mediaOf, PDF } from "#features/files/media.ts";
import { hasSecretStamp, isNamedSecret } from "#features/files/secret.ts";
import type { Answer } from "../apart.ts";
import { drawAll, placeholderOf } from "../draw.ts";
import { Unusable } from "../unusable.ts";
import { readPackage } from "./package.ts";
import { readPdf } from "./pdf.ts";
import type { Read } from "./read.ts";
import { isTwoInOne } from "./two-in-one.ts";

/**
 * What is in a document, or why it cannot be used.
 * @param withMacros somebody has let in what runs in it
 * @throws what is nobody's fault but the machine's
 */
export async function lookAt(bytes: Buffer, mediaType: string, withMacros = false): Promise<Answer> {
  try {
    if (isTwoInOne(bytes, mediaType)) throw new Unusable("two_in_one");
    const { pages, text, about, sheet } = await read(bytes, mediaType, withMacros);
    if (hasSecretStamp(text) || about.some((line) => isNamedSecret(line))) throw new Unusable("secret");
    const { width, height } = sheet ?? {};
    if (!sheet || !width || !height) return { pages, text, picture: null };
    const [placeholder, drawn] = [await placeholderOf(sheet), await drawAll({ size: { width, height }, sheet })];
    return { pages, text, picture: { width, height, placeholder, drawn } };
  } catch (error) {
    if (error instanceof Unusable) return { failure: error.failure, because: String(error.cause ?? "what is in it") };
    throw error;
  }
}

function read(bytes: Buffer, mediaType: string, withMacros: boolean): Promise<Read> | Read {
  // What runs in a PDF is none of its purpose.
  if (mediaType === PDF) return readPdf(bytes);
  return isOld(mediaType) ? readOld(bytes, withMacros) : readPackage(bytes, withMacros);
}

const isOld = (mediaType: string): boolean => ["doc", "xls"].includes(mediaOf(mediaType)?.ending ?? "");

/**
 * Of the files of old Office nobody reads the words: no library that is kept does. Word keeps Vietnamese ones as plain UTF-16
 * with its paragraphs, in which a stamp can be seen.
 */
function readOld(bytes: Buffer, withMacros: boolean): Read {
  if (!withMacros && [...partNames(bytes)].some((name) => MACRO_PARTS.has(name))) throw new Unusable("macros");
  if (hasSecretStamp(bytes.toString("utf16le"))) throw new Unusable("secret");
  return { pages: null, text: "", about: [], sheet: null };
}
