import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  type PgTableExtraConfigValue,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { moment, ownId, sealOfRow } from "./columns.ts";
import { isNews } from "./news.ts";
import { people } from "./people.ts";
import { revisions } from "./revisions.ts";
import { sections, sites, tags } from "./sites.ts";

/**
 * What the law has to know of a kind of document, and no more: how its text says its title, its address and where it stands,
 * and which of its words lists show. The rows come with the migrations.
 */
export const documentKinds = pgTable("document_kinds", {
  name: text("name").primaryKey(),
  /** The field of the text that lists call it by. */
  titleField: text("title_field").notNull(),
  /** The field that says its public address; null for what has none of its own. */
  slugField: text("slug_field"),
  /** The field that says in which section it stands; null for what stands at the site's root. */
  sectionField: text("section_field"),
  /** Fields that lists show beside the title. */
  cardFields: text("card_fields").array().notNull(),
  /** Its address is one segment at the root of its site, where sections have theirs. */
  atRoot: boolean("at_root").notNull().default(false),
  /** A site has one of it. */
  single: boolean("single").notNull().default(false),
});

/**
 * The lasting identity of what goes through the workflow; `id` is its public number. What readers get is `live_revision_id`
 * and nothing else; the columns from `section_id` to `shown_at` are a projection of the last live revision, for lists.
 */
export const documents = pgTable(
  "documents",
  {
    id: ownId(),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    kind: text("kind", {
      enum: ["article", "banner", "front", "page", "paper", "site", "topic", "week", "translation"],
    })
      .notNull()
      .references(() => documentKinds.name),
    language: text("language").notNull().default("vi"),
    /** The document this one is a language version of. */
    sisterOfId: integer("sister_of_id").references((): AnyPgColumn => documents.id),
    visibility: text("visibility", { enum: ["never_live", "live", "hidden", "withdrawn"] })
      .notNull()
      .default("never_live"),
    liveRevisionId: integer("live_revision_id"),
    /** What was live last: kept while hidden or withdrawn, so that restoring is a pointer again. */
    lastLiveRevisionId: integer("last_live_revision_id"),

    sectionId: integer("section_id").references(() => sections.id),
    slug: text("slug"),
    title: text("title").notNull().default(""),
    /** What the kind's lists show beside it, as the text says it: a field as on an empty text is left out. */
    card: jsonb("card").$type<Record<string, unknown>>().notNull().default({}),
    /** The date readers see: first going live, or the original date of an imported article. */
    shownAt: moment("shown_at"),

    firstLiveAt: moment("first_live_at"),
    /** When the revision that is live now went live. */
    liveSince: moment("live_since"),
    /** Published in an emergency and not yet countersigned. */
    owedSince: moment("owed_since"),
    owedBy: integer("owed_by").references(() => people.id),
    hiddenAt: moment("hidden_at"),
    /** For the desk only; readers get a fixed sentence. */
    hiddenReason: text("hidden_reason"),
    withdrawnAt: moment("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason", { enum: ["error", "merged", "authority", "expired", "person"] }),
    mergedIntoId: integer("merged_into_id").references((): AnyPgColumn => documents.id),
    /** Came from an older system; it is never news, in no list and no feed. */
    migrated: boolean("migrated").notNull().default(false),
    importedViews: integer("imported_views").notNull().default(0),
    createdBy: integer("created_by")
      .notNull()
      .references(() => people.id),
    createdAt: moment("created_at").notNull().defaultNow(),
    seal: sealOfRow(),
  },
  (t): PgTableExtraConfigValue[] => [
    unique("documents_of_a_site").on(t.siteId, t.id),
    foreignKey({
      name: "live_text_is_its_own",
      columns: [t.id, t.liveRevisionId],
      foreignColumns: [revisions.documentId, revisions.id],
    }),
    foreignKey({
      name: "last_live_text_is_its_own",
      columns: [t.id, t.lastLiveRevisionId],
      foreignColumns: [revisions.documentId, revisions.id],
    }),
    foreignKey({
      name: "a_document_stands_in_a_section_of_its_site",
      columns: [t.siteId, t.sectionId],
      foreignColumns: [sections.siteId, sections.id],
    }),
    check("a_visibility_is_one_of_four", sql`${t.visibility} in ('never_live', 'live', 'hidden', 'withdrawn')`),
    check("live_means_a_live_text", sql`(${t.visibility} = 'live') = (${t.liveRevisionId} is not null)`),
    check("once_live_leaves_a_last_text", sql`(${t.visibility} = 'never_live') = (${t.lastLiveRevisionId} is null)`),
    check("a_live_document_has_a_date", sql`${t.liveRevisionId} is null or ${t.shownAt} is not null`),
    check("withdrawn_says_why", sql`(${t.visibility} = 'withdrawn') = (${t.withdrawnReason} is not null)`),
    check("hidden_says_why", sql`(${t.visibility} = 'hidden') = (${t.hiddenReason} is not null)`),
    check(
      "only_a_merged_document_points_on",
      sql`${t.mergedIntoId} is null or ${t.withdrawnReason} is not distinct from 'merged'`,
    ),
    check("owed_means_by_somebody", sql`(${t.owedSince} is null) = (${t.owedBy} is null)`),
    uniqueIndex("one_site_document").on(t.siteId).where(sql`${t.kind} = 'site'`),
    uniqueIndex("one_page_for_an_address")
      .on(t.siteId, t.slug)
      .where(sql`${t.kind} = 'page' and ${t.slug} is not null`),
    uniqueIndex("one_topic_for_an_address")
      .on(t.siteId, t.slug)
      .where(sql`${t.kind} = 'topic' and ${t.slug} is not null`),
    uniqueIndex("one_calendar_for_a_week")
      .on(t.siteId, t.slug)
      .where(sql`${t.kind} = 'week' and ${t.slug} is not null`),
    index("live_weeks").on(t.siteId, t.slug).where(sql`${t.kind} = 'week' and ${t.visibility} = 'live'`),
    // What a week's calendar says of itself and where it stands are one: `week_slug` reads a Monday, and nothing else.
    check(
      "a_calendar_stands_under_its_week",
      sql`${t.kind} <> 'week' or ${t.slug} is null or ${t.slug} is not distinct from week_slug(${t.card} ->> 'monday')`,
    ),
    // Readers know one text in a language beside another, or knew it: what comes back never meets a second one.
    uniqueIndex("one_sister_that_readers_know")
      .on(t.sisterOfId, t.language)
      .where(sql`${t.sisterOfId} is not null and ${t.visibility} <> 'never_live'`),
    index("sisters_of_a_document").on(t.sisterOfId, t.id).where(sql`${t.sisterOfId} is not null`),
    index("live_documents_in_a_section")
      .on(t.siteId, t.sectionId, sql`shown_at desc nulls last`, sql`id desc`)
      .where(sql`${t.visibility} = 'live'`),
    index("articles_by_date")
      .on(t.siteId, sql`shown_at desc nulls last`, sql`id desc`)
      .where(sql`${t.kind} = 'article' and ${t.visibility} = 'live'`),
    index("articles_that_are_news")
      .on(t.siteId, sql`shown_at desc nulls last`, sql`id desc`)
      .where(sql`${t.kind} = 'article' and ${t.visibility} = 'live' and ${isNews(t.shownAt, t.firstLiveAt)}`),
    index("live_articles_by_number").on(t.siteId, t.id).where(sql`${t.kind} = 'article' and ${t.visibility} = 'live'`),
    index("live_papers_by_number").on(t.siteId, t.id).where(sql`${t.kind} = 'paper' and ${t.visibility} = 'live'`),
    index("live_translations_by_number")
      .on(t.siteId, t.id)
      .where(sql`${t.kind} = 'translation' and ${t.visibility} = 'live'`),
    index("live_documents_by_their_last_change")
      .on(t.siteId, t.kind, sql`live_since desc`)
      .where(sql`${t.visibility} = 'live'`),
    // By the files of a sitemap, each of as many numbers (`NUMBERS_IN_A_FILE`).
    index("live_documents_by_file_of_the_sitemap")
      .on(t.siteId, sql`((id - 1) / 2000)`, t.liveSince)
      .where(sql`${t.kind} in ('article', 'paper', 'translation') and ${t.visibility} = 'live'`),
    index("papers_by_reference").on(t.siteId, sql`(${t.card} ->> 'reference')`).where(sql`${t.kind} = 'paper'`),
    uniqueIndex("one_front_of_a_page")
      .on(t.siteId, sql`(coalesce((card ->> 'sectionId')::integer, 0))`)
      .where(sql`${t.kind} = 'front' and ${t.liveRevisionId} is not null`),
    index("articles_of_a_form")
      .on(t.siteId, sql`(card ->> 'kind')`, sql`shown_at desc nulls last`, sql`id desc`)
      .where(sql`${t.kind} = 'article' and ${t.visibility} = 'live' and card ? 'kind'`),
    index("banners_by_their_end")
      .on(t.siteId, sql`((card ->> 'ends') collate "C")`)
      .where(sql`${t.kind} = 'banner' and ${t.visibility} = 'live'`),
    index("pages_by_name").on(t.siteId, t.title, t.id).where(sql`${t.kind} = 'page'`),
  ],
);

/** Where a live document is shown besides its own section (projection of the live revision). */
export const documentSections = pgTable(
  "document_sections",
  {
    documentId: integer("document_id")
      .notNull()
      .references(() => documents.id),
    sectionId: integer("section_id")
      .notNull()
      .references(() => sections.id),
  },
  (t): PgTableExtraConfigValue[] => [
    primaryKey({ columns: [t.documentId, t.sectionId] }),
    index("second_documents_in_a_section").on(t.sectionId),
  ],
);

/** The keywords of a live document (projection of the live revision). */
export const documentTags = pgTable(
  "document_tags",
  {
    documentId: integer("document_id")
      .notNull()
      .references(() => documents.id),
    tagId: integer("tag_id")
      .notNull()
      .references(() => tags.id),
  },
  (t): PgTableExtraConfigValue[] => [
    primaryKey({ columns: [t.documentId, t.tagId] }),
    index("documents_of_a_tag").on(t.tagId),
  ],
);

/** People who were given the document to write. */
export const documentWriters = pgTable(
  "document_writers",
  {
    documentId: integer("document_id")
      .notNull()
      .references(() => documents.id),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    givenBy: integer("given_by").references(() => people.id),
    givenAt: moment("given_at").notNull().defaultNow(),
  },
  (t): PgTableExtraConfigValue[] => [
    primaryKey({ columns: [t.documentId, t.personId] }),
    index("documents_of_a_writer").on(t.personId),
  ],
);
