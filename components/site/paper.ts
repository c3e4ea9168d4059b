import type { Viewport } from "next";
import type { Accent } from "#features/kinds/site.ts";

/** What the pages are printed on in the light (tokens.css). */
export const PAPER = "#fdfcf9";

/** The band under each site's name, in both themes (accents.css). */
export const BANDS: Readonly<Record<Accent, { light: string; dark: string }>> = {
  red: { light: "#8a171b", dark: "#4d1113" },
  blue: { light: "#154a87", dark: "#123a67" },
  navy: { light: "#1d3459", dark: "#1f3357" },
  teal: { light: "#0c5357", dark: "#0c4447" },
  green: { light: "#1f5422", dark: "#1a471d" },
  violet: { light: "#5c2675", dark: "#4a2060" },
  brown: { light: "#6c3c12", dark: "#573010" },
  slate: { light: "#333f48", dark: "#303b44" },
};

/** What a browser has to know before it draws: both themes, and of which colour a site is, for those that colour what stands around it. */
export const viewportOf = (accent: Accent): Viewport => ({
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: BANDS[accent].light },
    { media: "(prefers-color-scheme: dark)", color: BANDS[accent].dark },
  ],
});
