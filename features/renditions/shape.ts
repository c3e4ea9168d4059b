import type { Sharp } from "sharp";
import type { Turn } from "#features/text/picture-cut.ts";
import type { Size } from "./widths.ts";

/** What is taken of a picture that stands upright: turned, then a part of it in pixels, at another size. */
export type Shape = { part: Size & { left: number; top: number; turn: Turn }; size: Size };

export function shaped(upright: Sharp, { part: { turn, ...part }, size }: Shape): Sharp {
  const turned = turn === 0 ? upright : upright.rotate(turn);
  return turned.extract(part).resize({ ...size, fit: "fill" });
}
