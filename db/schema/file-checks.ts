import { sql } from "drizzle-orm";
import { check, index, pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "./columns.ts";

/** When the bytes that somebody brought were read last, and what was wrong with them: one row for the same bytes on all sites. */
export const fileChecks = pgTable(
  "file_checks",
  {
    sha256: text("sha256").primaryKey(),
    checkedAt: moment("checked_at").notNull().defaultNow(),
    /** Null: they are there, and are what their name says. */
    trouble: text("trouble", { enum: ["missing", "differs"] }),
  },
  (t) => [
    check("bytes_are_missing_or_differ", sql`${t.trouble} in ('missing', 'differs')`),
    index("bytes_in_trouble").on(t.sha256).where(sql`${t.trouble} is not null`),
  ],
);
