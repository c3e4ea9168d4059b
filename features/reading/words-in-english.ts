import { createTranslator } from "next-intl";
import site from "#messages/en/site.json" with { type: "json" };
import type { Site } from "./types.ts";

/** The words of the reader side where a site speaks English: those that its English pages have need of. */
export const sayInEnglish = createTranslator({ locale: "en", messages: site });

/** What a site calls itself in English; in Vietnamese, and marked as that, where it has not said. */
export function englishName({ english, name, agency }: Site): { name: string; agency: string; lang: "en" | "vi" } {
  return english.name === "" ? { name, agency, lang: "vi" } : { ...english, lang: "en" };
}
