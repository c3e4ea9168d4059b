import { createTranslator } from "next-intl";
import site from "#messages/vi/site.json" with { type: "json" };

/** The words of the reader side: of its pages, of feeds, and of answers to programs. Vietnamese; another language is another file beside it. */
export const say = createTranslator({ locale: "vi", messages: site });
