import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  integer,
  type PgTableExtraConfigValue,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, longJson, moment, ownId } from "./columns.ts";
import { documents } from "./documents.ts";
import { people } from "./people.ts";
import { batches } from "./publishing.ts";
import { revisions } from "./revisions.ts";

/** One outing of a document through the workflow. At most one is open. */
export const editions = pgTable(
  "editions",
  {
    id: ownId(),
    documentId: integer("document_id")
      .notNull()
      .references((): AnyPgColumn => documents.id),
    /** 1 is the first publication, 2 the first update, and so on. */
    number: integer("number").notNull(),
    state: text("state", { enum: ["draft", "in_review", "approved", "scheduled", "closed"] })
      .notNull()
      .default("draft"),
    purpose: text("purpose", { enum: ["first", "revise", "correct", "objection", "migrate"] }).notNull(),
    openedBy: integer("opened_by")
      .notNull()
      .references(() => people.id),
    openedAt: moment("opened_at").notNull().defaultNow(),
    /** The text it began from: what was live then, or null for a first publication. */
    baseRevisionId: integer("base_revision_id"),
    submittedBy: integer("submitted_by").references(() => people.id),
    submittedAt: moment("submitted_at"),
    /** What the approver last sent back: the next review is compared with it. */
    returnedRevisionId: integer("returned_revision_id"),
    returnReason: text("return_reason"),
    returnWords: text("return_words"),
    approvedRevisionId: integer("approved_revision_id"),
    publishedRevisionId: integer("published_revision_id"),
    outcome: text("outcome", { enum: ["published", "refused", "discarded"] }),
    closedAt: moment("closed_at"),
    closedBy: integer("closed_by").references(() => people.id),
    /** Set when it went out in an emergency, without a second pair of eyes. */
    emergencyReason: text("emergency_reason"),
    countersignedAt: moment("countersigned_at"),
    countersignedBy: integer("countersigned_by").references(() => people.id),
    /** The batch of imported articles it came with. */
    batchId: integer("batch_id").references((): AnyPgColumn => batches.id),
  },
  (t): PgTableExtraConfigValue[] => [
    unique("editions_of_a_document").on(t.documentId, t.id),
    unique("editions_are_numbered").on(t.documentId, t.number),
    uniqueIndex("one_open_edition").on(t.documentId).where(sql`${t.state} <> 'closed'`),
    foreignKey({
      name: "base_text_is_its_own",
      columns: [t.documentId, t.baseRevisionId],
      foreignColumns: [revisions.documentId, revisions.id],
    }),
    foreignKey({
      name: "approved_text_is_its_own",
      columns: [t.documentId, t.approvedRevisionId],
      foreignColumns: [revisions.documentId, revisions.id],
    }),
    foreignKey({
      name: "published_text_is_its_own",
      columns: [t.documentId, t.publishedRevisionId],
      foreignColumns: [revisions.documentId, revisions.id],
    }),
    check("a_state_is_one_of_five", sql`${t.state} in ('draft', 'in_review', 'approved', 'scheduled', 'closed')`),
    check(
      "nothing_leaves_unapproved",
      sql`${t.state} not in ('approved', 'scheduled') or ${t.approvedRevisionId} is not null`,
    ),
    check("closed_has_an_outcome", sql`(${t.state} = 'closed') = (${t.outcome} is not null)`),
    check(
      "published_names_its_text",
      sql`(${t.outcome} is not distinct from 'published') = (${t.publishedRevisionId} is not null)`,
    ),
    check(
      "published_was_approved_or_an_emergency",
      sql`${t.publishedRevisionId} is null or ${t.publishedRevisionId} is not distinct from ${t.approvedRevisionId} or ${t.emergencyReason} is not null`,
    ),
    check("nobody_countersigns_alone", sql`${t.countersignedBy} <> ${t.closedBy}`),
    index("editions_by_state").on(t.state).where(sql`${t.state} <> 'closed'`),
    index("editions_that_published").on(t.publishedRevisionId).where(sql`${t.publishedRevisionId} is not null`),
    index("editions_of_a_batch").on(t.batchId),
  ],
);

/**
 * The mutable text of an open edition, written by autosave. `next_salt` is the salt of the revision that will be cut
 * from it, so the hash on a screen is the hash of that revision.
 */
export const draftBuffers = pgTable(
  "draft_buffers",
  {
    editionId: integer("edition_id").primaryKey(),
    documentId: integer("document_id").notNull(),
    /** Counts the saves of the document that changed something; goes on from edition to edition. */
    version: integer("version").notNull().default(1),
    content: longJson("content").notNull(),
    contentVersion: integer("content_version").notNull().default(1),
    /** SHA-256 of the canonical text without salt, hex: says whether two texts are the same. */
    digest: text("digest").notNull(),
    nextSalt: bytes("next_salt").notNull(),
    /** Who wrote what differs from the last revision, ascending, each once; nobody while nothing does. */
    unkeptBy: integer("unkept_by").array().notNull().default([]),
    savedAt: moment("saved_at").notNull().defaultNow(),
  },
  (t): PgTableExtraConfigValue[] => [
    index("buffers_of_a_document").on(t.documentId, t.editionId),
    foreignKey({
      name: "a_buffer_belongs_to_an_edition",
      columns: [t.documentId, t.editionId],
      foreignColumns: [editions.documentId, editions.id],
    }),
    // The desk refuses more than 2 MB; PostgreSQL writes the same text with spaces.
    check("a_text_is_at_most_3_mb", sql`octet_length(${t.content}::text) <= 3000000`),
  ],
);

/** The last answer given to each tab, so that a repeated save gets the same one. */
export const draftSaves = pgTable(
  "draft_saves",
  {
    editionId: integer("edition_id")
      .notNull()
      .references(() => editions.id),
    tabId: uuid("tab_id").notNull(),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    counter: integer("counter").notNull(),
    version: integer("version").notNull(),
    savedAt: moment("saved_at").notNull(),
  },
  (t): PgTableExtraConfigValue[] => [primaryKey({ columns: [t.editionId, t.tabId] })],
);
