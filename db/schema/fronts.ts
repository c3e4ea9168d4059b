import { type SQL, sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { moment, ownId, sealOfRow } from "./columns.ts";
import { people } from "./people.ts";
import { sections, sites } from "./sites.ts";

/**
 * Which articles somebody has put into the slots of a front by hand, as a whole each time: the newest row whose hour has come is in
 * force. Rows are never changed. How the front is arranged is its document's text.
 */
export const frontChoices = pgTable(
  "front_choices",
  {
    id: ownId(),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    /** Of which section it is the front; null for the site's own. */
    sectionId: integer("section_id").references(() => sections.id),
    /** Counts the choices of one front, from 1. */
    number: integer("number").notNull(),
    /** JSON: `Pin[]` (features/fronts/pins.ts). */
    pins: text("pins").notNull(),
    takesEffectAt: moment("takes_effect_at").notNull(),
    /** The number of a choice of the same front whose hour had not come, and which never comes into force; else null. */
    cancels: integer("cancels"),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    at: moment("at").notNull().defaultNow(),
    seal: sealOfRow(),
  },
  (t) => [
    uniqueIndex("choices_of_a_front_are_counted").on(t.siteId, sectionOr0(t), t.number),
    index("choices_of_a_front_by_hour").on(t.siteId, sectionOr0(t), sql`takes_effect_at desc`, sql`number desc`),
    index("cancelled_choices").on(t.siteId, sectionOr0(t), t.cancels).where(sql`${t.cancels} is not null`),
    check("what_cancels_a_choice_pins_nothing", sql`${t.cancels} is null or ${t.pins} = '[]'`),
  ],
);

const sectionOr0 = (t: { sectionId: unknown }): SQL => sql`(coalesce(${t.sectionId}, 0))`;
