import { homePath } from "#features/addresses/public.ts";
import type { Picture } from "#features/files/picture.ts";

/** A picture that stands for a site where there is room for a stamp: its public path, what it is, and pixels. */
export type Icon = { path: string; type: string; width: number; height: number };

/** What the program is known by, where a site has no emblem. Files of `public`. */
const OWN: readonly Icon[] = [192, 512].map((side) => ({
  ...{ path: `${homePath}icon-${side}.png`, type: "image/png" },
  ...{ width: side, height: side },
}));

/** What is sharp on the largest screens: nothing shows an icon larger. In pixels. */
const WIDEST = 720;

/**
 * What a phone's screen gets at least, where so much was made, though lists get less: an emblem twice as wide as high has the 180
 * then that Apple's phones want. In pixels.
 */
const LEAST = 360;

/**
 * A site's emblem in sizes that were made of it, the smallest first: as JPEG, which every program knows and which stands on white.
 * The program's own sign where there is none.
 */
export function iconsOf(emblem: Picture | null): readonly Icon[] {
  if (emblem === null) return OWN;
  // Of a picture that has just come not all forms are made yet.
  const source = emblem.sources.find(({ format }) => format === "jpeg") ?? emblem.sources.at(-1);
  if (source === undefined) return OWN;
  const fitting = source.sizes.filter(({ width }, at) => at === 0 || width <= WIDEST);
  const large = fitting.filter(({ width }) => width >= LEAST);
  return (large.length > 0 ? large : fitting.slice(-1)).map((size) => iconOf(emblem, source.format, size));
}

/** The smallest as AVIF, through which the ground is seen: for a browser's tab. Undefined where it is not made yet. */
export function tabIconOf(emblem: Picture): Icon | undefined {
  const size = emblem.sources.find(({ format }) => format === "avif")?.sizes[0];
  return size && iconOf(emblem, "avif", size);
}

type Source = Picture["sources"][number];

const iconOf = (emblem: Picture, format: Source["format"], { address, width }: Source["sizes"][number]): Icon => ({
  ...{ path: address, type: `image/${format}`, width },
  height: Math.round((width * emblem.height) / emblem.width),
});

/** "192x192", as manifests and links spell it. */
export const sizesOf = ({ width, height }: Pick<Icon, "width" | "height">): string => `${width}x${height}`;
