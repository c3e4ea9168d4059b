import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { moment, ownId, sealOfRow } from "./columns.ts";

/** One public address. `host` is what readers type (host name, with the port when it is not the usual one). */
export const sites = pgTable(
  "sites",
  {
    id: ownId(),
    key: text("key").notNull().unique(),
    host: text("host").unique(),
    /** What it is called until its document is live, which says so from then on: given by whoever made it, at the machine. */
    name: text("name").notNull(),
    language: text("language").notNull().default("vi"),
    timeZone: text("time_zone").notNull().default("Asia/Ho_Chi_Minh"),
    /** Demo sites say so on every page and refuse a public address. */
    demo: boolean("demo").notNull().default(false),
    createdAt: moment("created_at").notNull().defaultNow(),
    seal: sealOfRow(),
  },
  (t) => [check("a_site_key_is_a_path_segment", sql`${t.key} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)],
);

/** A node of a site's section tree. Its slug is unique in the site, whatever its parent. */
export const sections = pgTable(
  "sections",
  {
    id: ownId(),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    parentId: integer("parent_id"),
    name: text("name").notNull(),
    slug: text("slug").notNull(),
    position: integer("position").notNull().default(0),
    /** Strict: the approver of a text here may be no contributor at all. */
    strict: boolean("strict").notNull().default(false),
    /** When readers first found a live article in it; from then on it has a page, also when nothing stands there any more. */
    openedAt: moment("opened_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
    seal: sealOfRow(),
  },
  (t) => [
    unique("sections_of_a_site").on(t.siteId, t.id),
    unique("one_section_for_a_slug").on(t.siteId, t.slug),
    foreignKey({
      name: "a_parent_is_of_the_same_site",
      columns: [t.siteId, t.parentId],
      foreignColumns: [t.siteId as AnyPgColumn, t.id as AnyPgColumn],
    }),
    check("a_section_slug_is_a_path_segment", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check("a_section_is_not_its_own_parent", sql`${t.parentId} <> ${t.id}`),
  ],
);

/** Slugs that sections had, and where their addresses lead: written by the owner's trigger, whoever gives a section another one. */
export const sectionSlugs = pgTable(
  "section_slugs",
  {
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    slug: text("slug").notNull(),
    /** The section that had it last. */
    sectionId: integer("section_id")
      .notNull()
      .references(() => sections.id),
  },
  (t) => [primaryKey({ columns: [t.siteId, t.slug] })],
);

/** A keyword (từ khóa). Texts hold its id; renaming it never changes approved words. */
export const tags = pgTable(
  "tags",
  {
    id: ownId(),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    name: text("name").notNull(),
    slug: text("slug").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    seal: sealOfRow(),
  },
  (t) => [unique("one_tag_for_a_slug").on(t.siteId, t.slug)],
);
