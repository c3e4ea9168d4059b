import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, type PgTableExtraConfigValue, pgTable, text } from "drizzle-orm/pg-core";
import { moment, ownId, sealOfRow } from "./columns.ts";
import { documents } from "./documents.ts";
import { people } from "./people.ts";
import { sites } from "./sites.ts";

/** What may be done with an article in a topic. What was added, and not removed since, stands in it. */
export const CHOICES = ["added", "removed", "pinned", "unpinned"] as const;

/**
 * Which articles stand in a topic: each press of an editor or approver, never changed. The last one of an article says how it stands;
 * where readers find it follows from that (`listings`).
 */
export const topicChoices = pgTable(
  "topic_choices",
  {
    id: ownId(),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    topicId: integer("topic_id").notNull(),
    articleId: integer("article_id").notNull(),
    choice: text("choice", { enum: CHOICES }).notNull(),
    byId: integer("by_id")
      .notNull()
      .references(() => people.id),
    at: moment("at").notNull().defaultNow(),
    seal: sealOfRow(),
  },
  (t): PgTableExtraConfigValue[] => [
    foreignKey({
      name: "a_choice_is_for_a_document_of_its_site",
      columns: [t.siteId, t.topicId],
      foreignColumns: [documents.siteId, documents.id],
    }),
    foreignKey({
      name: "a_choice_is_of_a_document_of_its_site",
      columns: [t.siteId, t.articleId],
      foreignColumns: [documents.siteId, documents.id],
    }),
    check("a_choice_is_one_of_four", sql`${t.choice} in ('added', 'removed', 'pinned', 'unpinned')`),
    index("choices_of_a_topic").on(t.topicId, t.articleId, t.id),
    index("choices_of_an_article").on(t.articleId, t.topicId, t.id),
    index("newest_choices_of_a_topic").on(t.topicId, t.id),
  ],
);
