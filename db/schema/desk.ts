import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  type PgColumn,
  type PgTableExtraConfigValue,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { bare } from "./bare.ts";
import { moment } from "./columns.ts";
import { documents } from "./documents.ts";
import { people } from "./people.ts";
import { batches } from "./publishing.ts";

/**
 * Each document as the desk's lists show, order and narrow it. Written by the database itself at the end of every transaction
 * that changes a document (`0011_desk_lines.sql`), from `desk_lines_now`; the app only reads it.
 */
export const deskLines = pgTable(
  "desk_lines",
  {
    documentId: integer("document_id")
      .primaryKey()
      .references((): AnyPgColumn => documents.id),
    siteId: integer("site_id").notNull(),
    kind: text("kind").notNull(),
    visibility: text("visibility").notNull(),
    /** The open edition, or the last one. */
    editionId: integer("edition_id"),
    /** Of the open edition; null when nothing is open. */
    state: text("state"),
    purpose: text("purpose"),
    outcome: text("outcome"),
    /** The state, and `returned` for a draft that came back and was not sent again. */
    stand: text("stand"),
    /** Refused or discarded, and nothing is open since. */
    givenUp: text("given_up"),
    openedBy: integer("opened_by"),
    submittedBy: integer("submitted_by"),
    /** Of what rank somebody sees it at least, where it stands: by `may_see`. */
    neededRank: integer("needed_rank").notNull(),
    /** With which imported articles it came. */
    batchId: integer("batch_id"),
    /** Where the text that is written for readers shall stand, or stands; of a section that may not exist. */
    sectionId: integer("section_id"),
    liveSectionId: integer("live_section_id"),
    /** Readers find it elsewhere than where its open text shall stand. */
    moves: boolean("moves").notNull(),
    title: text("title").notNull(),
    /** What readers have, or had last, is called so. */
    liveTitle: text("live_title").notNull(),
    /** When something last happened to the text. */
    changedAt: moment("changed_at").notNull(),
    /** When it was last sent to its approvers, whatever became of that. */
    sentAt: moment("sent_at"),
    /** The date that readers see. */
    shownAt: moment("shown_at"),
    /** When readers got what they have: the date they see, or a later one of a new text. */
    outAt: moment("out_at"),
    /** Who wrote last, or began it. */
    byId: integer("by_id").notNull(),
    /** Who sent what readers have, or had last. */
    liveById: integer("live_by_id"),
    owedSince: moment("owed_since"),
    owedBy: integer("owed_by"),
    /** Who has agreed to bring back what an authority had taken down. */
    restorers: integer("restorers").array(),
    /** The hour that it waits for. */
    dueAt: moment("due_at"),
    /** How often the clock tried in vain to publish it, why that failed, and whether it was given up. */
    attempts: integer("attempts"),
    trouble: text("trouble"),
    missed: boolean("missed"),
    /** Four eyes over a text under review, as `eyes_on` reads them. */
    revisionId: integer("revision_id"),
    contributors: integer("contributors").array(),
    unconfirmed: integer("unconfirmed").array(),
    confirmedBy: integer("confirmed_by").array(),
    sentAlone: boolean("sent_alone"),
    /** It may wait for somebody. What waits in a batch waits with it. */
    waits: boolean("waits").notNull(),
    /** The title as lists search in it. Stays the last column: `show_on_desk` writes those before it. */
    bareTitle: text("bare_title").generatedAlwaysAs(bare(sql.raw("title"))),
  },
  (t): PgTableExtraConfigValue[] => [
    ...byEachDate("desk_lines_of_a_site", t, (at) => [t.siteId, at]),
    ...byEachDate("desk_lines_in_a_section", t, (at) => [t.sectionId, at]),
    ...byEachDate("desk_lines_that_stand_so", t, (at) => [t.siteId, t.stand, at]).map((one) =>
      one.where(sql`${t.stand} is not null`),
    ),
    ...[
      ...byEachDate("desk_lines_for_readers", t, (at) => [t.siteId, t.visibility, at]),
      ...byEachDate("desk_lines_for_readers_in_a_section", t, (at) => [t.sectionId, t.visibility, at]),
    ].map((one) => one.where(sql`${t.visibility} <> 'never_live'`)),
    ...[
      ...byEachDate("desk_lines_given_up", t, (at) => [t.siteId, t.givenUp, at]),
      ...byEachDate("desk_lines_given_up_in_a_section", t, (at) => [t.sectionId, t.givenUp, at]),
    ].map((one) => one.where(sql`${t.givenUp} is not null`)),
    index("desk_lines_owed").on(t.siteId).where(sql`${t.owedSince} is not null`),
    index("desk_lines_of_other_kinds").on(t.siteId, t.kind).where(sql`${t.kind} <> 'article'`),
    index("desk_lines_that_move").on(t.siteId).where(sql`${t.moves}`),
    index("desk_lines_that_wait").on(t.siteId).where(sql`${t.waits}`),
    index("desk_lines_to_come").on(t.siteId, t.dueAt).where(sql`${t.dueAt} is not null`),
    index("desk_lines_out").on(t.siteId, t.outAt).where(sql`${t.outAt} is not null`),
    index("desk_lines_in_a_batch")
      .on(t.batchId, t.sectionId, t.documentId)
      .where(sql`${t.state} = 'in_review' and ${t.purpose} = 'migrate'`),
  ],
);

/** Whose a document is: given to them, with words of theirs, or being written by them. Written as `desk_lines` are. */
export const deskPeople = pgTable(
  "desk_people",
  {
    documentId: integer("document_id")
      .notNull()
      .references((): AnyPgColumn => documents.id),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    /** Of the line, so that whether it is seen is asked without it. */
    siteId: integer("site_id").notNull(),
    sectionId: integer("section_id"),
    liveSectionId: integer("live_section_id"),
    neededRank: integer("needed_rank").notNull(),
    given: boolean("given").notNull(),
    /** Given to them, or with words of theirs in one of its texts. */
    theirs: boolean("theirs").notNull(),
    /** They have it in hand: given, begun by them or with their words in the open text, and not handed over. */
    writing: boolean("writing").notNull(),
    changedAt: moment("changed_at").notNull(),
    sentAt: moment("sent_at"),
    shownAt: moment("shown_at"),
  },
  (t): PgTableExtraConfigValue[] => [
    primaryKey({ columns: [t.documentId, t.personId] }),
    ...byEachDate("desk_people_have", t, (at) => [t.personId, at]),
    // Whether it is seen stands in the index: many are looked at to be counted.
    ...byEachDate("desk_people_have_in_a_section", t, (at) => [t.personId, t.sectionId, at], [t.neededRank, t.theirs]),
    ...byEachDate("desk_people_were_given", t, (at) => [t.personId, t.neededRank, t.sectionId, at]).map((one) =>
      one.where(sql`${t.given}`),
    ),
    index("desk_people_write").on(t.personId, t.changedAt).where(sql`${t.writing}`),
  ],
);

/** How the articles of a batch stand, section by section. Written as `desk_lines` are. */
export const batchCounts = pgTable(
  "batch_counts",
  {
    batchId: integer("batch_id")
      .notNull()
      .references(() => batches.id),
    /** 0 for a text that says none. */
    sectionId: integer("section_id").notNull(),
    total: integer("total").notNull(),
    waiting: integer("waiting").notNull(),
    returned: integer("returned").notNull(),
    live: integer("live").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.sectionId] }),
    index("batches_that_wait").on(t.batchId).where(sql`${t.waiting} > 0`),
    index("batches_of_a_section").on(t.sectionId, t.batchId),
  ],
);

type Dated = { documentId: PgColumn; changedAt: PgColumn; sentAt: PgColumn; shownAt: PgColumn };

/** One index for each date that orders lists. What lacks the date is not in the list. */
function byEachDate(
  name: string,
  t: Dated,
  columns: (at: PgColumn) => [PgColumn, ...PgColumn[]],
  besides: PgColumn[] = [],
) {
  return [t.changedAt, t.sentAt, t.shownAt].map((at) =>
    index(`${name}_by_${at.name}`).on(...columns(at), t.documentId, ...besides),
  );
}
