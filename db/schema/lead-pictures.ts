import { index, integer, type PgTableExtraConfigValue, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { documents } from "./documents.ts";
import { files } from "./files.ts";
import { sites } from "./sites.ts";

/**
 * The picture beside the headline of each live document that has one, for a list of thousands, which opens no text and asks for no
 * file. Triggers of the owner write it (`0048_neighbours.sql`); the app reads. Whether readers may have the picture the file says.
 */
export const leadPictures = pgTable(
  "lead_pictures",
  {
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    documentId: integer("document_id")
      .notNull()
      .references(() => documents.id),
    fileId: integer("file_id")
      .notNull()
      .references(() => files.id, { onDelete: "cascade" }),
    /** What is shown of the file, as `pictureKey` spells it. */
    use: text("use").notNull(),
    /** In pixels, those in which it is made for every browser, the smallest first; none where nothing is made of it. */
    widths: integer("widths").array().notNull(),
  },
  (t): PgTableExtraConfigValue[] => [
    primaryKey({ columns: [t.siteId, t.documentId] }),
    index("headlines_with_a_file").on(t.fileId),
  ],
);
