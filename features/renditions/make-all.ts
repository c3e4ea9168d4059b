import type { PictureAnswer } from "./apart.ts";
import { drawAll, placeholderOf } from "./draw.ts";
import { openPicture } from "./open.ts";
import { Unusable } from "./unusable.ts";
import { wordsOf } from "./words.ts";

/** What is made of a picture, or why nothing can be. @throws what is nobody's fault but the machine's */
export async function makeAll(bytes: Buffer): Promise<PictureAnswer> {
  try {
    const opened = await openPicture(bytes);
    const [placeholder, drawn] = [await placeholderOf(opened.sheet), await drawAll(opened)];
    return { ...opened.size, placeholder, drawn, words: wordsOf(opened.notes) };
  } catch (error) {
    if (error instanceof Unusable) return { failure: error.failure, because: String(error.cause ?? "its header") };
    throw error;
  }
}
