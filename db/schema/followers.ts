import { bigint, pgTable, text } from "drizzle-orm/pg-core";
import { moment, transactionNumber } from "./columns.ts";

/**
 * How far each follower of the history has come: it has heard every event up to `base` or of a transaction before
 * `horizon`, and those in `seen`. Advanced in the transaction that writes what the follower made of the events.
 */
export const followers = pgTable("followers", {
  name: text("name").primaryKey(),
  base: bigint("base", { mode: "number" }).notNull(),
  horizon: transactionNumber("horizon").notNull(),
  seen: bigint("seen", { mode: "number" }).array().notNull(),
  movedAt: moment("moved_at").notNull().defaultNow(),
});
