import { createTranslator } from "next-intl";
import site from "#messages/vi/site.json" with { type: "json" };

/** The words of the reader side, for what is drawn without a page: feeds, and answers to programs. */
export const say = createTranslator({ locale: "vi", messages: site });
