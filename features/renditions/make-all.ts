import { readCut } from "#features/text/picture-cut.ts";
import type { PictureAnswer } from "./apart.ts";
import { drawAll, placeholderOf } from "./draw.ts";
import { likenessOf } from "./likeness.ts";
import { openPicture } from "./open.ts";
import { Unusable } from "./unusable.ts";
import { wordsOf } from "./words.ts";

/**
 * What is made of a picture, or why nothing can be.
 * @param spelt how it is turned and cut first, as texts spell it
 * @throws what is nobody's fault but the machine's
 */
export async function makeAll(bytes: Buffer, spelt = ""): Promise<PictureAnswer> {
  const cut = readCut(spelt);
  if (cut === null) throw new Error(`"${spelt}" is no cut`);
  try {
    const opened = await openPicture(bytes, cut);
    const [placeholder, drawn] = [await placeholderOf(opened.sheet), await drawAll(opened)];
    const likeness = await likenessOf(opened.sheet);
    return { ...opened.size, placeholder, drawn, likeness, words: wordsOf(opened.notes) };
  } catch (error) {
    if (error instanceof Unusable) return { failure: error.failure, because: String(error.cause ?? "its header") };
    throw error;
  }
}
