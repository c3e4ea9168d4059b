import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, ownId } from "./columns.ts";
import { sessions } from "./people.ts";
import { sites } from "./sites.ts";

/**
 * Somebody's phone that may bring pictures for them while one of their editors is open: it hangs on the session in which that
 * was asked for, and ends with it. The phone holds the secret; here is its fingerprint.
 */
export const phones = pgTable(
  "phones",
  {
    id: ownId(),
    tokenHash: text("token_hash").notNull().unique(),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    openedAt: moment("opened_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    endedAt: moment("ended_at"),
  },
  (t) => [
    index("phones_of_a_session").on(t.sessionId),
    check("a_phone_is_there_for_half_an_hour", sql`${t.expiresAt} <= ${t.openedAt} + interval '30 minutes'`),
  ],
);

/** What a phone has brought, in the order in which it came. */
export const phonePictures = pgTable(
  "phone_pictures",
  {
    phoneId: integer("phone_id")
      .notNull()
      .references(() => phones.id, { onDelete: "cascade" }),
    sha256: text("sha256").notNull(),
    broughtAt: moment("brought_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.phoneId, t.sha256] })],
);
