import { pgTable, text } from "drizzle-orm/pg-core";

/**
 * The sentences that one approver may bring above all pages in an emergency, as the law reads them. The rows come with the migrations,
 * and a spec holds them against `features/kinds/banner-sentences.ts`.
 */
export const bannerSentences = pgTable("banner_sentences", {
  name: text("name").primaryKey(),
  level: text("level").notNull(),
  /** A regular expression for the whole sentence, with what may stand in its blanks. */
  pattern: text("pattern").notNull(),
});
