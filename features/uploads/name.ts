import { cleanLine } from "#lib/nfc.ts";

/** Longer than any camera or person names a file; in characters. */
const LONGEST_NAME = 200;

/**
 * What a file is called by whoever brings it, as it may be shown: without folders, in composed form, without what nobody
 * sees, cut to 200 characters. It is a text and never part of a path.
 */
export function cleanName(said: string): string {
  const [name = ""] = said.split(/[\\/]/).slice(-1);
  return [...cleanLine(name)].slice(0, LONGEST_NAME).join("");
}
