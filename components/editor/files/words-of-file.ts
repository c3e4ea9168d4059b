import { PICTURE_LIMITS } from "#features/text/vocabulary.ts";

/** A camera's words may have lines, where a picture has none. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** A camera may say more than a picture can. */
export function fitting(name: keyof typeof PICTURE_LIMITS, text: string): string {
  const line = oneLine(text);
  const most = PICTURE_LIMITS[name];
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}
