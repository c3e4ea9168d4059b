import { createTranslator } from "next-intl";
import site from "#messages/en/site.json" with { type: "json" };

/** The words of the reader side where a site speaks English: those that its English pages have need of. */
export const sayInEnglish = createTranslator({ locale: "en", messages: site });
