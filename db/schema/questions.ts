import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  type PgTableExtraConfigValue,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { moment, ownId, sealOfRow } from "./columns.ts";
import { documents } from "./documents.ts";
import { people } from "./people.ts";
import { sites } from "./sites.ts";

/** What may be done with a question. Its answer is a document, which goes the way of all documents. */
export const DEEDS = ["given", "answering", "closed", "reopened", "contact_seen"] as const;

/** Why a question is closed without an answer of its own; each is a fixed sentence to whoever asked. */
export const CLOSINGS = ["elsewhere", "answered_already", "no_question", "too_little"] as const;

/**
 * What somebody asked the office, as it came. Nothing in it is changed; the words and who asked are erased some time after it is done
 * with (`forget_old_questions`), and the row stays for whoever holds its code.
 */
export const questions = pgTable(
  "questions",
  {
    id: ownId(),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    /** SHA-256 of the code by which whoever asked looks it up; nobody has the code itself. */
    codeHash: text("code_hash").notNull(),
    subject: text("subject"),
    words: text("words"),
    name: text("name"),
    /** An e-mail address or a telephone number; "" where none was said. */
    contact: text("contact"),
    /** Where somebody lives, or what it is about; "" where nothing was said. */
    place: text("place"),
    sentAt: moment("sent_at").notNull().defaultNow(),
    erasedAt: moment("erased_at"),
  },
  (t): PgTableExtraConfigValue[] => [
    unique().on(t.siteId, t.id),
    uniqueIndex("one_question_for_a_code").on(t.siteId, t.codeHash),
    index("questions_with_words").on(t.siteId, t.id).where(sql`${t.erasedAt} is null`),
    check("a_code_is_kept_as_its_hash", sql`${t.codeHash} ~ '^[0-9a-f]{64}$'`),
    check(
      "a_question_is_whole_or_erased",
      sql`num_nonnulls(${t.subject}, ${t.words}, ${t.name}, ${t.contact}, ${t.place}) = case when ${t.erasedAt} is null then 5 else 0 end`,
    ),
    check(
      "a_question_has_bounds",
      sql`(length(${t.subject}) between 1 and 200 and length(${t.words}) between 1 and 4000 and length(${t.name}) between 1 and 120
        and length(${t.contact}) <= 200 and length(${t.place}) <= 200) is not false`,
    ),
  ],
);

/** Each press of staff for a question, never changed: how it stands follows from them, and from the documents that they name. */
export const questionDeeds = pgTable(
  "question_deeds",
  {
    id: ownId(),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    questionId: integer("question_id").notNull(),
    deed: text("deed", { enum: DEEDS }).notNull(),
    /** Whom it was given to. */
    personId: integer("person_id").references(() => people.id),
    /** The answer that was begun, or the article that had answered it before. */
    documentId: integer("document_id"),
    reason: text("reason", { enum: CLOSINGS }),
    byId: integer("by_id")
      .notNull()
      .references(() => people.id),
    at: moment("at").notNull().defaultNow(),
    seal: sealOfRow(),
  },
  (t): PgTableExtraConfigValue[] => [
    foreignKey({
      name: "a_deed_is_for_a_question_of_its_site",
      columns: [t.siteId, t.questionId],
      foreignColumns: [questions.siteId, questions.id],
    }),
    foreignKey({
      name: "an_answer_is_a_document_of_its_site",
      columns: [t.siteId, t.documentId],
      foreignColumns: [documents.siteId, documents.id],
    }),
    check("a_deed_is_one_of_five", sql`${t.deed} in ('given', 'answering', 'closed', 'reopened', 'contact_seen')`),
    check(
      "a_deed_says_what_it_needs",
      sql`(${t.deed} = 'given') = (${t.personId} is not null) and (${t.deed} = 'closed') = (${t.reason} is not null)
        and (${t.deed} = 'answering' or ${t.reason} is not distinct from 'answered_already') = (${t.documentId} is not null)`,
    ),
    check(
      "a_question_is_closed_for_a_reason",
      sql`${t.reason} in ('elsewhere', 'answered_already', 'no_question', 'too_little')`,
    ),
    index("deeds_of_a_question").on(t.questionId, t.deed, t.id),
    uniqueIndex("an_answer_is_begun_for_one_question").on(t.documentId).where(sql`${t.deed} = 'answering'`),
  ],
);
