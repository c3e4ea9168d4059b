import {
  boolean,
  customType,
  index,
  integer,
  type PgTableExtraConfigValue,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { moment } from "./columns.ts";
import { documents } from "./documents.ts";
import { revisions } from "./revisions.ts";
import { sites } from "./sites.ts";

/** Words without places, as the app puts them together (`features/search/lexemes.ts`). */
const lexemes = customType<{ data: string; driverData: string }>({ dataType: () => "tsvector" });

/**
 * What readers find documents by: a copy of live texts, which a follower of the history keeps, and which may lag behind. Whether
 * something is live the documents say. The words lie apart from the row, so that rows are small: a search reads many of them.
 */
export const searchEntries = pgTable(
  "search_entries",
  {
    documentId: integer("document_id")
      .primaryKey()
      .references(() => documents.id),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    /** The text that the words are of. */
    revisionId: integer("revision_id")
      .notNull()
      .references(() => revisions.id),
    shownAt: moment("shown_at").notNull(),
    words: lexemes("words").notNull(),
    /** Whether it was looked which articles are near this text (`near_texts`): what was kept before that was done is kept anew. */
    compared: boolean("compared").notNull().default(false),
  },
  (t): PgTableExtraConfigValue[] => [index("entries_by_their_words").using("gin", t.words)],
);

/** Words of titles and pairs of neighbours, without accents, and in how many titles of the site they stand. */
export const searchWords = pgTable(
  "search_words",
  {
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    /** 1: a word; 2: two that stand side by side. */
    size: integer("size").notNull(),
    words: text("words").notNull(),
    titles: integer("titles").notNull(),
  },
  (t): PgTableExtraConfigValue[] => [primaryKey({ columns: [t.siteId, t.size, t.words] })],
);

/**
 * Which articles are near an article by their texts, a few for each: whoever keeps an article for the search looks for them. Each of two
 * has the other, unless it has nearer ones. Whether one of them is live the documents say.
 */
export const nearTexts = pgTable(
  "near_texts",
  {
    documentId: integer("document_id")
      .notNull()
      .references(() => documents.id),
    nearId: integer("near_id")
      .notNull()
      .references(() => documents.id),
    /** How much they share: 1 is nearest (`features/search/themes.ts`). */
    step: integer("step").notNull(),
    /** The date of the near one. */
    shownAt: moment("shown_at").notNull(),
  },
  (t): PgTableExtraConfigValue[] => [
    primaryKey({ columns: [t.documentId, t.nearId] }),
    index("texts_that_have_it_near").on(t.nearId),
  ],
);
