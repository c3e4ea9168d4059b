import { date, index, integer, type PgTableExtraConfigValue, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { documents } from "./documents.ts";
import { sites } from "./sites.ts";

/**
 * Papers that readers get, as lists look for them. Triggers of the owner bring a row to what the live text says, and to what the texts
 * say that replace it (`0039_papers.sql`); the app reads.
 */
export const papers = pgTable(
  "papers",
  {
    documentId: integer("document_id")
      .primaryKey()
      .references(() => documents.id),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    form: text("form").notNull(),
    /** The issuing body as addresses spell it: ways of writing one name are one. */
    issuer: text("issuer").notNull(),
    issuedOn: date("issued_on").notNull(),
    /** The first day on which it holds; null where it says none. */
    effectiveOn: date("effective_on"),
    /** The first day on which it holds no more, by its own words or by those of one that replaces it. */
    endsOn: date("ends_on"),
  },
  (t): PgTableExtraConfigValue[] => [
    // Read backwards, each is the order of a list; whether a paper holds is read in the index alone.
    index("papers_by_date").on(t.siteId, t.issuedOn, t.documentId, t.effectiveOn, t.endsOn),
    index("papers_of_a_form").on(t.siteId, t.form, t.issuedOn, t.documentId, t.effectiveOn, t.endsOn),
    index("papers_of_a_body").on(t.siteId, t.issuer, t.issuedOn, t.documentId, t.effectiveOn, t.endsOn),
    index("papers_of_a_body_by_form").on(
      ...([t.siteId, t.issuer, t.form, t.issuedOn, t.documentId, t.effectiveOn, t.endsOn] as const),
    ),
  ],
);

/** Which live paper stands in whose place. No key holds the replaced one: whoever publishes would wait for whoever changes that. */
export const paperReplacements = pgTable(
  "paper_replacements",
  {
    replacedId: integer("replaced_id").notNull(),
    documentId: integer("document_id")
      .notNull()
      .references(() => documents.id),
  },
  (t): PgTableExtraConfigValue[] => [
    primaryKey({ columns: [t.replacedId, t.documentId] }),
    index("papers_that_one_replaces").on(t.documentId),
  ],
);
