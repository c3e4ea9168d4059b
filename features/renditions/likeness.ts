import phash from "sharp-phash";
import type { Sheet } from "./open.ts";

/**
 * What a picture looks like in 64 bits, "0" and "1": its coarse light and dark (a perceptual hash). Scaled, spelt anew, made a
 * little lighter, it stays the same but for a few of them.
 */
export const likenessOf = ({ data, width, height, channels }: Sheet): Promise<string> =>
  phash(data, { raw: { width, height, channels } });
