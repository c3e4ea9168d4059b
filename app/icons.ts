import type { Metadata } from "next";

/**
 * Browsers that draw SVG take only the second. The first is for older ones, and lies where all of them look for it on
 * pages that name none.
 */
export const ICONS: Metadata["icons"] = {
  icon: [
    { url: "/favicon.ico", sizes: "32x32" },
    { url: "/icon.svg", type: "image/svg+xml" },
  ],
};
