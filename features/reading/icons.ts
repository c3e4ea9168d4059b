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
 * A site's emblem in the sizes that were made of it, the smallest first: as JPEG, which every program knows and which stands on white,
 * or as AVIF, through which the ground is seen. The program's own sign where there is none.
 */
export function iconsOf(emblem: Picture | null, wanted: "jpeg" | "avif" = "jpeg"): readonly Icon[] {
  if (emblem === null) return OWN;
  // Of a picture that has just come not all forms are made yet.
  const source = emblem.sources.find(({ format }) => format === wanted) ?? emblem.sources.at(-1);
  if (source === undefined) return OWN;
  const shown = source.sizes.filter(({ width }, at) => at === 0 || width <= WIDEST);
  return shown.map(({ address, width }) => ({
    ...{ path: address, type: `image/${source.format}`, width },
    height: Math.round((width * emblem.height) / emblem.width),
  }));
}

/** "192x192", as manifests and links spell it. */
export const sizesOf = ({ width, height }: Pick<Icon, "width" | "height">): string => `${width}x${height}`;
