import { sql } from "drizzle-orm";
import { date, index, integer, jsonb, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { moment } from "./columns.ts";
import { files } from "./files.ts";
import { people } from "./people.ts";

/**
 * What was said of a file's rights, each time that it was said: written by the database from the file's row, never changed, and
 * gone with that row alone. Nobody by whom: the picture said so itself.
 */
export const fileRights = pgTable(
  "file_rights",
  {
    fileId: integer("file_id")
      .notNull()
      .references(() => files.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    /** All of it, by the names of the columns. */
    said: jsonb("said").$type<Record<string, string | null>>().notNull(),
    byId: integer("by_id").references(() => people.id),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.fileId, t.version] }),
    index("rights_that_a_person_said").on(t.byId, t.at).where(sql`${t.byId} is not null`),
  ],
);

/** That people were told that a file's licence ends on a day: once for that day, and once more where it comes to be another one. */
export const licenceNotices = pgTable(
  "licence_notices",
  {
    fileId: integer("file_id")
      .notNull()
      .references(() => files.id, { onDelete: "cascade" }),
    licenceEnd: date("licence_end", { mode: "string" }).notNull(),
    /** The day on which it was noticed, by the clock of Vietnam. */
    noticedOn: date("noticed_on", { mode: "string" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.licenceEnd] }), index("licences_noticed_on").on(t.noticedOn)],
);
