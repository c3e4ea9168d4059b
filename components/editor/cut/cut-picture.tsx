import type { ComponentProps } from "react";
import type { Picture } from "#features/files/picture.ts";
import { type PictureCut, pixelsOf, readCut, type Turn, WHOLE } from "#features/text/picture-cut.ts";

type Part = { left: number; top: number; width: number; height: number };

type Props = Omit<ComponentProps<"svg">, "children"> & {
  /** The whole picture. */
  picture: Picture;
  /** How it is turned and cut, as texts spell it, or as it is being moved. */
  cut: string | PictureCut;
  alt: string;
  /** Of what is left, in its pixels; all of it where nothing is said. */
  within?: (left: { width: number; height: number }) => Part;
};

/** A picture as a text cuts it, drawn from the whole one: it is there at once, whatever the worker is doing. */
export function CutPicture({ picture, cut, alt, within, ...svg }: Props) {
  const shape = typeof cut === "string" ? (readCut(cut) ?? WHOLE) : cut;
  const left = pixelsOf(picture, shape);
  const inside = within?.(left) ?? { left: 0, top: 0, width: left.width, height: left.height };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named where it has a name; else what it shows is said beside it
    <svg
      {...(alt === "" ? { "aria-hidden": true } : { role: "img", "aria-label": alt })}
      viewBox={[left.left + inside.left, left.top + inside.top, inside.width, inside.height].join(" ")}
      width={inside.width}
      height={inside.height}
      {...svg}
    >
      <image
        href={sharpEnough(picture, left.width)}
        width={picture.width}
        height={picture.height}
        preserveAspectRatio="none"
        transform={turning(picture, shape.turn)}
      />
    </svg>
  );
}

/** Pixels that what is left should have on a screen. */
const SHARP = 900;

/** The smallest size of which enough is left, in a form that every browser knows in which one can write here. */
function sharpEnough({ sources, width }: Picture, left: number): string | undefined {
  const sizes = (sources.find(({ format }) => format === "webp") ?? sources.at(-1))?.sizes ?? [];
  return (sizes.find((size) => (size.width * left) / width >= SHARP) ?? sizes.at(-1))?.address;
}

function turning({ width, height }: Picture, turn: Turn): string | undefined {
  if (turn === 0) return undefined;
  const [x, y] = { 90: [height, 0], 180: [width, height], 270: [0, width] }[turn];
  return `translate(${x} ${y}) rotate(${turn})`;
}
