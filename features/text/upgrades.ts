type Json = Readonly<Record<string, unknown>>;

/** Counts the shapes of a content that are read in different ways. A field that only joined needs no other one: it has its default. */
export const CONTENT_VERSION = 1;

/**
 * From the version in front to the next, the whole content. Stored texts are never rewritten, since what was signed is
 * what was kept: they are upgraded when they are read.
 */
export const UPGRADES: Record<number, (content: Json) => Json> = {};

/** @throws {Error} for a version that this program does not know yet: the text was written by a newer one. */
export function upgraded(content: Json, version: number): Json {
  let text = content;
  for (let at = version; at !== CONTENT_VERSION; at += 1) {
    const upgrade = UPGRADES[at];
    if (upgrade === undefined) throw new Error(`content version ${version} is not known to this program`);
    text = upgrade(text);
  }
  return text;
}
