import type { Metadata } from "next";
import type { Picture } from "#features/files/picture.ts";
import { type Icon, iconsOf, sizesOf, tabIconOf } from "#features/reading/icons.ts";

/**
 * The program's own. Browsers that draw SVG take only the second; the first is for older ones, and lies where all of them look for it
 * on pages that name none. Phones take the third, and round it themselves.
 */
export const ICONS: Metadata["icons"] = {
  icon: [
    { url: "/favicon.ico", sizes: "32x32" },
    { url: "/icon.svg", type: "image/svg+xml" },
  ],
  apple: { url: "/apple-touch-icon.png", sizes: "180x180" },
};

/**
 * What a site is known by among a browser's tabs and on a phone: its emblem. Of two forms of it a browser takes the last that
 * it knows: that is the file that the masthead shows of a square emblem on most screens, so that a first visit fetches no other.
 */
export function siteIcons(emblem: Picture | null): Metadata["icons"] {
  if (emblem === null) return ICONS;
  const [opaque] = iconsOf(emblem);
  const clear = tabIconOf(emblem);
  const forms = opaque?.type === clear?.type ? [clear] : [opaque, clear];
  const link = ({ path, type, ...icon }: Icon) => ({ url: path, type, sizes: sizesOf(icon) });
  return {
    icon: forms.flatMap((icon) => (icon === undefined ? [] : link(icon))),
    // What can be seen through would be black on a phone.
    apple: opaque === undefined ? [] : { url: opaque.path, sizes: sizesOf(opaque) },
  };
}
