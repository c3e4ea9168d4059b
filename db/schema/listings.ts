import {
  date,
  index,
  integer,
  type PgTableExtraConfigValue,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { moment, ownId } from "./columns.ts";
import { documents } from "./documents.ts";
import { editions } from "./editions.ts";
import { sections, sites } from "./sites.ts";

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

/** Somebody whom bylines of live articles name. Two ways of writing one name are one: `key` is what they have in common. */
export const authors = pgTable(
  "authors",
  {
    id: ownId(),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    /** As `name_key` of the database makes it. */
    key: text("key").notNull(),
    /** Given once and kept, whoever else comes to be called alike. */
    slug: text("slug").notNull(),
  },
  (t) => [unique().on(t.siteId, t.key), unique().on(t.siteId, t.slug)],
);

/**
 * What is listed beside sections: all of a site by its days, what has a tag, what somebody has written, corrections of a site, what
 * stands in a topic, what is pinned to the top of it, the topics of a site, its questions with their answers, what it has in English of
 * its articles, and corrections of what it has in English.
 */
export const LISTS = [
  "site",
  "tag",
  "author",
  "corrections",
  "topic",
  "topic_pinned",
  "topics",
  "answers",
  "english",
  "english_corrections",
] as const;

/**
 * Where else readers find a live article, topic or English sister: one line for each list that it stands in. Triggers of the owner write it,
 * (`0049_asked_and_corrected.sql`) and what is counted of it (`0037_lists.sql`); the app reads.
 */
export const listings = pgTable(
  "listings",
  {
    list: text("list", { enum: LISTS }).notNull(),
    /** Whose list it is: the id of the site, the tag or the author, the number of the topic. */
    ofId: integer("of_id").notNull(),
    /** The day of `at` where the site is. */
    day: date("day").notNull(),
    /** The date that readers see; of a correction, when it went out. */
    at: moment("at").notNull(),
    documentId: integer("document_id")
      .notNull()
      .references(() => documents.id),
    /** Which text of it says so, of a correction. */
    editionId: integer("edition_id").references(() => editions.id),
  },
  (t): PgTableExtraConfigValue[] => [
    // Read backwards it is the order of a list's pages.
    primaryKey({ columns: [t.list, t.ofId, t.day, t.at, t.documentId] }),
    index("lists_of_a_document").on(t.documentId),
  ],
);

/** How many lines a list has of a day: the sum over the slots, as of `listing_days`. */
export const listedDays = pgTable(
  "listed_days",
  {
    list: text("list", { enum: LISTS }).notNull(),
    ofId: integer("of_id").notNull(),
    day: date("day").notNull(),
    slot: integer("slot").generatedAlwaysAsIdentity(),
    listed: integer("listed").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.list, t.ofId, t.day, t.slot] }),
    // Added up without the rows: those of one list lie apart, for each day has those of all lists.
    index("counts_of_days").on(t.list, t.ofId, t.day, t.listed),
  ],
);

/** The same of a month, by its first day. */
export const listedMonths = pgTable(
  "listed_months",
  {
    list: text("list", { enum: LISTS }).notNull(),
    ofId: integer("of_id").notNull(),
    month: date("month").notNull(),
    slot: integer("slot").generatedAlwaysAsIdentity(),
    listed: integer("listed").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.list, t.ofId, t.month, t.slot] }),
    index("counts_of_months").on(t.list, t.ofId, t.month, t.listed),
  ],
);
