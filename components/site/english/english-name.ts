import type { Site } from "#features/reading/types.ts";
import type { Speaker } from "../head-metadata.ts";

/** What a site calls itself in English; in Vietnamese, and marked as that, where it has not said. */
export function englishName({ english, name, agency }: Site): { name: string; agency: string; lang: "en" | "vi" } {
  return english.name === "" ? { name, agency, lang: "vi" } : { ...english, lang: "en" };
}

/** Who speaks on its English pages. */
export function englishSpeaker(site: Site): Speaker {
  const { name, agency } = englishName(site);
  return { name, publisher: agency || name, language: "en" };
}
