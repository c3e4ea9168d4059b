/** What the pages are printed on, for browsers that colour what stands around them (tokens.css). */
export const PAPER = { light: "#fdfcf9", dark: "#171614" } as const;
