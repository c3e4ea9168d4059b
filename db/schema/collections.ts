import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { moment, ownId } from "./columns.ts";
import { files } from "./files.ts";
import { people } from "./people.ts";
import { sites } from "./sites.ts";

/** What a newsroom lays together: an event, a place, a series. A file lies in as many as people like. */
export const collections = pgTable(
  "collections",
  {
    id: ownId(),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    name: text("name").notNull(),
    madeBy: integer("made_by")
      .notNull()
      .references(() => people.id),
    madeAt: moment("made_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("one_collection_of_a_name").on(t.siteId, sql`lower(${t.name})`),
    check("a_collection_has_a_name", sql`${t.name} ~ '\\S' and length(${t.name}) <= 120`),
  ],
);

/** Which files lie in a collection. */
export const collectionFiles = pgTable(
  "collection_files",
  {
    collectionId: integer("collection_id")
      .notNull()
      .references(() => collections.id, { onDelete: "cascade" }),
    fileId: integer("file_id")
      .notNull()
      .references(() => files.id, { onDelete: "cascade" }),
    addedBy: integer("added_by")
      .notNull()
      .references(() => people.id),
    addedAt: moment("added_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.collectionId, t.fileId] }), index("collections_of_a_file").on(t.fileId)],
);
