import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { documents } from "./documents.ts";

/**
 * The picture with its headline that was drawn last for a document, for programs of chats and social networks
 * (`features/renditions/share`). Whether readers get it is asked of the document: it is shown while it says what is live.
 */
export const sharePictures = pgTable(
  "share_pictures",
  {
    documentId: integer("document_id")
      .primaryKey()
      .references(() => documents.id, { onDelete: "cascade" }),
    /** Of the words that it was drawn from (`features/files/share-picture.ts`). */
    sha256: text("sha256").notNull(),
    bytes: integer("bytes").notNull(),
  },
  (t) => [
    check("a_share_picture_is_named_by_its_words", sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check("a_share_picture_has_bytes", sql`${t.bytes} > 0`),
    index("share_pictures_by_their_words").on(t.sha256),
  ],
);
