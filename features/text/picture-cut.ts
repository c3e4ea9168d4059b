/** By quarter turns to the right, in degrees. */
export const TURNS = [0, 90, 180, 270] as const;
export type Turn = (typeof TURNS)[number];

/**
 * How one use of a picture shows it: first turned, then the part of the turned picture that is left, in ten-thousandths of its
 * width and height, from its left upper corner.
 */
export type PictureCut = { turn: Turn; x: number; y: number; width: number; height: number };

/** A side is counted in so many parts. */
export const PARTS = 10_000;
/** The least that is left of a side, in these parts: less is a slip of the hand. */
export const LEAST = 100;

export const WHOLE: PictureCut = { turn: 0, x: 0, y: 0, width: PARTS, height: PARTS };

/**
 * The one way in which a cut is spelt, in texts, in addresses and where its pictures lie: `TURN-X-Y-WIDTH-HEIGHT`; "" for the
 * whole picture as it came. What lies outside is drawn in to the nearest cut that there is.
 */
export function spellCut({ turn, ...cut }: PictureCut): string {
  const width = within(cut.width, LEAST, PARTS);
  const height = within(cut.height, LEAST, PARTS);
  const [x, y] = [within(cut.x, 0, PARTS - width), within(cut.y, 0, PARTS - height)];
  return turn === 0 && width === PARTS && height === PARTS ? "" : [turn, x, y, width, height].join("-");
}

/** The cut that is spelt so; "" is the whole picture. Null for what is spelt in any other way than `spellCut` does. */
export function readCut(spelt: string): PictureCut | null {
  if (spelt === "") return WHOLE;
  const [, turn, x, y, width, height] = (SPELT.exec(spelt) ?? []).map(Number);
  const cut = { turn: turn as Turn, x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
  return turn !== undefined && spellCut(cut) === spelt ? cut : null;
}

const SPELT = /^(0|90|180|270)-(\d{1,5})-(\d{1,5})-(\d{1,5})-(\d{1,5})$/;

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, Math.round(value)));

type Size = { width: number; height: number };

/** How large a picture is once it is turned. */
export const turned = ({ width, height }: Size, turn: Turn): Size =>
  turn % 180 === 0 ? { width, height } : { width: height, height: width };

/** Where the part that is left lies in the turned picture, in pixels; a pixel at least. @param picture as it came */
export function pixelsOf(picture: Size, { turn, ...cut }: PictureCut): Size & { left: number; top: number } {
  const whole = turned(picture, turn);
  const along = (start: number, length: number, side: number) => {
    const from = Math.min(side - 1, Math.round((start * side) / PARTS));
    return [from, Math.max(1, Math.min(side, Math.round(((start + length) * side) / PARTS)) - from)] as const;
  };
  const [left, width] = along(cut.x, cut.width, whole.width);
  const [top, height] = along(cut.y, cut.height, whole.height);
  return { left, top, width, height };
}

/**
 * One use of a file, as it stands in addresses and in keys: `HASH` where the picture is shown whole, else `HASH/CUT`. What readers
 * get is asked for by it: who knows the one has nothing of the other.
 */
export const pictureKey = ({ file, cut }: { file: string; cut: string }): string =>
  cut === "" ? file : `${file}/${cut}`;

/** The same taken apart. @param use as `pictureKey` spells it */
export function partsOf(use: string): { file: string; cut: string } {
  const [file = "", cut = ""] = use.split("/");
  return { file, cut };
}
