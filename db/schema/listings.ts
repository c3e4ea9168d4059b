import { date, index, integer, type PgTableExtraConfigValue, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { moment } from "./columns.ts";
import { documents } from "./documents.ts";
import { sections } from "./sites.ts";

/**
 * Where readers find a live document: one row for each section on whose page it is listed, its own, its second ones and
 * every one above these. Triggers of the owner write it, and what is counted of it (`0012_listings.sql`); the app reads.
 */
export const sectionListings = pgTable(
  "section_listings",
  {
    sectionId: integer("section_id")
      .notNull()
      .references(() => sections.id),
    documentId: integer("document_id")
      .notNull()
      .references(() => documents.id),
    shownAt: moment("shown_at").notNull(),
  },
  (t): PgTableExtraConfigValue[] => [
    // Read backwards it is the order of a section's pages.
    primaryKey({ columns: [t.sectionId, t.shownAt, t.documentId] }),
    index("listings_of_a_document").on(t.documentId),
  ],
);

/**
 * How many documents a section lists of a day, counted by UTC. The count is the sum over the slots: who counts takes one
 * that nobody holds, or a new one, and waits for nobody.
 */
export const listingDays = pgTable(
  "listing_days",
  {
    sectionId: integer("section_id")
      .notNull()
      .references(() => sections.id),
    day: date("day").notNull(),
    slot: integer("slot").generatedAlwaysAsIdentity(),
    /** May be below zero in one slot, never in their sum. */
    listed: integer("listed").notNull(),
  },
  (t) => [primaryKey({ columns: [t.sectionId, t.day, t.slot] })],
);

/** The same of a month, by its first day. */
export const listingMonths = pgTable(
  "listing_months",
  {
    sectionId: integer("section_id")
      .notNull()
      .references(() => sections.id),
    month: date("month").notNull(),
    slot: integer("slot").generatedAlwaysAsIdentity(),
    listed: integer("listed").notNull(),
  },
  (t) => [primaryKey({ columns: [t.sectionId, t.month, t.slot] })],
);
