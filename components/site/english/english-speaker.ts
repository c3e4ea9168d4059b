import type { Site } from "#features/reading/types.ts";
import { englishName } from "#features/reading/words-in-english.ts";
import type { Speaker } from "../head-metadata.ts";

/** Who speaks on a site's English pages. */
export function englishSpeaker(site: Site): Speaker {
  const { name, agency } = englishName(site);
  return { name, publisher: agency || name, language: "en" };
}
