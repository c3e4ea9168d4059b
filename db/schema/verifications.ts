import { pgTable, text } from "drizzle-orm/pg-core";
import { moment, ownId, sealOfRow } from "./columns.ts";

/** What the worker found each time it looked the whole database over: the newest row is what the desk shows. */
export const verifications = pgTable("verifications", {
  id: ownId(),
  startedAt: moment("started_at").notNull(),
  endedAt: moment("ended_at").notNull(),
  /** JSON: how many rows of each kind were looked at, and how many of them nobody can vouch for. */
  looked: text("looked").notNull(),
  /** JSON: the first row that did not fit; null when all did. */
  misfit: text("misfit"),
  seal: sealOfRow(),
});
