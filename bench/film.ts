import { createHash, randomBytes } from "node:crypto";
import { mp4Of } from "#features/renditions/testing-media.ts";

const BLOCK = 1024 * 1024;
/** So far, in bytes, the noise of one block is turned against that of the block before it: no two places of a film are alike. */
const TURN = 7_919;

export type Film = {
  size: number;
  sha256: string;
  /** Its bytes from one place to before another. */
  part(from: number, to: number): Buffer;
};

/** An MP4 of so many bytes, another one each time: its tables, then noise that is made when it is asked for and lies nowhere. */
export function aFilm(size: number): Film {
  const short = mp4Of();
  // The box of what is spelt comes last, with its length in front.
  const lastBox = short.indexOf("mdat") - 4;
  const head = Buffer.from(short.subarray(0, lastBox + 8));
  head.writeUInt32BE(size - lastBox, lastBox);
  const noise = randomBytes(BLOCK);
  const twice = Buffer.concat([noise, noise]);
  const part = (from: number, to: number): Buffer => {
    const bytes = Buffer.allocUnsafe(to - from);
    for (let at = from; at < to; at = blockAfter(at)) {
      const first = (at % BLOCK) + ((Math.floor(at / BLOCK) * TURN) % BLOCK);
      twice.copy(bytes, at - from, first, first + Math.min(to, blockAfter(at)) - at);
    }
    if (from < head.length) head.copy(bytes, 0, from);
    return bytes;
  };
  const hash = createHash("sha256");
  for (let at = 0; at < size; at = blockAfter(at)) hash.update(part(at, Math.min(size, blockAfter(at))));
  return { size, sha256: hash.digest("hex"), part };
}

const blockAfter = (at: number): number => (Math.floor(at / BLOCK) + 1) * BLOCK;
