import type { Focus } from "#features/kinds/lead.ts";
import { PARTS, type PictureCut, type Turn, turned } from "#features/text/picture-cut.ts";

type Size = { width: number; height: number };

/** The shapes that the site's places and other sites ask for; `free` is any. */
export const RATIOS = ["free", "16:9", "3:2", "4:3", "1:1", "3:4"] as const;
export type Ratio = (typeof RATIOS)[number];

/** Width by height; undefined where any will do. */
export function sidesOf(ratio: Ratio): number | undefined {
  const [width, height] = ratio.split(":").map(Number);
  return width && height ? width / height : undefined;
}

/** The largest part of that shape, as near as it can be to where the part that is left now has its middle. */
export function inRatio(picture: Size, cut: PictureCut, ratio: Ratio): PictureCut {
  const sides = sidesOf(ratio);
  if (sides === undefined) return cut;
  const whole = turned(picture, cut.turn);
  // As parts of the picture's own sides.
  const skew = (sides * whole.height) / whole.width;
  const width = Math.min(PARTS, PARTS * skew);
  const height = Math.min(PARTS, PARTS / skew);
  const near = (start: number, length: number, side: number) =>
    Math.min(PARTS - side, Math.max(0, start + length / 2 - side / 2));
  return { ...cut, x: near(cut.x, cut.width, width), y: near(cut.y, cut.height, height), width, height };
}

/** A quarter turn: what is left stays left. */
export function turnedBy({ turn, x, y, width, height }: PictureCut, way: "left" | "right"): PictureCut {
  const side = { width: height, height: width };
  return way === "right"
    ? { turn: ((turn + 90) % 360) as Turn, x: PARTS - y - height, y: x, ...side }
    : { turn: ((turn + 270) % 360) as Turn, x: y, y: PARTS - x - width, ...side };
}

/** The same point of the picture after the same turn. */
export function focusTurned(focus: Focus | null, way: "left" | "right"): Focus | null {
  if (focus === null) return null;
  return way === "right" ? { x: 10 - focus.y, y: focus.x } : { x: focus.y, y: 10 - focus.x };
}

/** Lists show a picture in this shape. */
const LISTED = 3 / 2;

/** What lists show of a picture, of its own size, in pixels: the largest part of their shape that has the point in sight. */
export function listedPart({ width, height }: Size, focus: Focus | null) {
  const part = width / height > LISTED ? { width: height * LISTED, height } : { width, height: width / LISTED };
  const { x, y } = focus ?? { x: 5, y: 5 };
  return { left: ((width - part.width) * x) / 10, top: ((height - part.height) * y) / 10, ...part };
}
