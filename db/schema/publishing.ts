import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { moment, ownId, sealOfRow, transactionNumber } from "./columns.ts";
import { documents } from "./documents.ts";
import { editions } from "./editions.ts";
import { people } from "./people.ts";
import { revisions } from "./revisions.ts";
import { sites } from "./sites.ts";

/** What shall happen by the clock. Rows, not a queue: nothing is lost with a process. */
export const schedules = pgTable(
  "schedules",
  {
    id: ownId(),
    documentId: integer("document_id").notNull(),
    editionId: integer("edition_id").notNull(),
    move: text("move", { enum: ["go_live"] }).notNull(),
    /** Due by the database's clock. */
    dueAt: moment("due_at").notNull(),
    revisionId: integer("revision_id").notNull(),
    setBy: integer("set_by")
      .notNull()
      .references(() => people.id),
    setAt: moment("set_at").notNull().defaultNow(),
    attempts: integer("attempts").notNull().default(0),
    /** Not tried again before this hour. */
    nextTryAt: moment("next_try_at").notNull(),
    error: text("error"),
    endedAt: moment("ended_at"),
    outcome: text("outcome", { enum: ["done", "failed", "cancelled"] }),
    seal: sealOfRow(),
  },
  (t) => [
    foreignKey({
      name: "a_schedule_is_for_an_edition",
      columns: [t.documentId, t.editionId],
      foreignColumns: [editions.documentId, editions.id],
    }),
    foreignKey({
      name: "a_schedule_pins_a_text_of_its_document",
      columns: [t.documentId, t.revisionId],
      foreignColumns: [revisions.documentId, revisions.id],
    }),
    uniqueIndex("one_schedule_waits").on(t.editionId).where(sql`${t.endedAt} is null`),
    check("an_ended_schedule_has_an_outcome", sql`(${t.endedAt} is null) = (${t.outcome} is null)`),
    index("due").on(t.nextTryAt).where(sql`${t.endedAt} is null`),
  ],
);

/** "Forget what was drawn from these facts." Every instance reads them in commit order. */
export const announcements = pgTable(
  "announcements",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    xact: transactionNumber("xact").notNull().default(sql`pg_current_xact_id()`),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    /** As `features/facts` spells them. */
    facts: text("facts").array().notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [index("announcements_by_transaction").on(t.xact)],
);

/** Addresses of older systems, and addresses that moved. */
export const redirects = pgTable(
  "redirects",
  {
    id: ownId(),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    /** Path and query string as readers ask for it, beginning with "/". */
    fromPath: text("from_path").notNull(),
    toDocumentId: integer("to_document_id"),
    toUrl: text("to_url"),
    madeBy: integer("made_by").references(() => people.id),
    /** A redirect out of the site needs a second person. */
    agreedBy: integer("agreed_by").references(() => people.id),
    createdAt: moment("created_at").notNull().defaultNow(),
    seal: sealOfRow(),
  },
  (t) => [
    unique("one_redirect_from_a_path").on(t.siteId, t.fromPath),
    foreignKey({
      name: "a_redirect_leads_to_a_document_of_its_site",
      columns: [t.siteId, t.toDocumentId],
      foreignColumns: [documents.siteId, documents.id],
    }),
    check("a_redirect_leads_somewhere", sql`(${t.toDocumentId} is null) <> (${t.toUrl} is null)`),
    check(
      "a_redirect_out_of_the_site_has_two_people",
      sql`${t.toUrl} is null or coalesce(${t.agreedBy} <> ${t.madeBy}, false)`,
    ),
    check("a_redirect_begins_with_a_slash", sql`${t.fromPath} like '/%'`),
    index("redirects_to_a_document").on(t.toDocumentId),
  ],
);

/** Views per article and hour; added to, never set, so instances need not agree. No reader is known. */
export const articleViews = pgTable(
  "article_views",
  {
    articleId: integer("article_id")
      .notNull()
      .references(() => documents.id),
    hour: moment("hour").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.hour] }),
    check("views_are_counted_up", sql`${t.count} > 0`),
    index("views_by_hour").on(t.hour),
  ],
);

/**
 * Views of all of a site on a day where it is, and those that articles brought along from an older system that day. The sum over the
 * slots: who adds takes one that nobody holds, or a new one, and waits for nobody.
 */
export const viewDays = pgTable(
  "view_days",
  {
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    day: date("day").notNull(),
    slot: integer("slot").generatedAlwaysAsIdentity(),
    count: bigint("count", { mode: "number" }).notNull(),
    imported: bigint("imported", { mode: "number" }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.day, t.slot] })],
);

/** How many readers found an article useful, and how many did not, by day here; added to, never set. No reader is known. */
export const articleAnswers = pgTable(
  "article_answers",
  {
    articleId: integer("article_id")
      .notNull()
      .references(() => documents.id),
    day: date("day").notNull(),
    useful: integer("useful").notNull(),
    notUseful: integer("not_useful").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.day] }),
    check("answers_are_counted_up", sql`${t.useful} >= 0 and ${t.notUseful} >= 0 and ${t.useful} + ${t.notUseful} > 0`),
  ],
);

/** Articles that came together from an older system and wait for one confirmation. */
export const batches = pgTable(
  "batches",
  {
    id: ownId(),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    madeBy: integer("made_by")
      .notNull()
      .references(() => people.id),
    madeAt: moment("made_at").notNull().defaultNow(),
    confirmedBy: integer("confirmed_by").references(() => people.id),
    confirmedAt: moment("confirmed_at"),
  },
  (t) => [
    index("batches_of_a_person").on(t.madeBy, t.id),
    check("nobody_confirms_their_own_batch", sql`${t.confirmedBy} <> ${t.madeBy}`),
  ],
);

/** What was imported: the same text twice changes nothing. */
export const imports = pgTable(
  "imports",
  {
    id: ownId(),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    /** SHA-256 of the normalised text of the file, hex. */
    textHash: text("text_hash").notNull(),
    fileName: text("file_name").notNull(),
    documentId: integer("document_id")
      .notNull()
      .references(() => documents.id),
    batchId: integer("batch_id").references(() => batches.id),
    importedBy: integer("imported_by")
      .notNull()
      .references(() => people.id),
    importedAt: moment("imported_at").notNull().defaultNow(),
  },
  (t) => [unique("one_import_for_a_text").on(t.siteId, t.textHash), index("imports_of_a_document").on(t.documentId)],
);
