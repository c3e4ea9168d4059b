import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, integer, pgTable, text } from "drizzle-orm/pg-core";
import { moment, ownId } from "./columns.ts";
import { documents } from "./documents.ts";
import { people } from "./people.ts";

/** The tombstone of an erasure: under which number, asked and agreed by whom. */
export const redactions = pgTable(
  "redactions",
  {
    id: ownId(),
    documentId: integer("document_id")
      .notNull()
      .references((): AnyPgColumn => documents.id),
    /** The number of the order or request it was done under. */
    orderNumber: text("order_number").notNull(),
    askedBy: integer("asked_by")
      .notNull()
      .references(() => people.id),
    agreedBy: integer("agreed_by")
      .notNull()
      .references(() => people.id),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [check("nobody_erases_alone", sql`${t.askedBy} <> ${t.agreedBy}`)],
);
