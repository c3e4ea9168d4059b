import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { moment } from "./columns.ts";
import { documents } from "./documents.ts";
import { fileEvents } from "./files.ts";
import { grants, officeEvents, oneTimeLinks, people } from "./people.ts";
import { sites } from "./sites.ts";

/** What people are told of by mail. */
const KINDS = ["returned", "waiting", "published", "missed", "owed", "asked", "answered", "licence"] as const;

/**
 * Messages to people. A row says whom, of what and why; what the message says is worked out when it leaves, from what is
 * there then, so that no row can put words into anybody's mail.
 */
export const mails = pgTable(
  "mails",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    documentId: integer("document_id").references(() => documents.id),
    /** Or the role that waits for a second person. */
    grantId: integer("grant_id").references(() => grants.id),
    /** Or the way in. */
    linkId: integer("link_id").references(() => oneTimeLinks.id, { onDelete: "cascade" }),
    /** Or the licences of which it was noticed on that day that they end soon. */
    licencesOn: date("licences_on", { mode: "string" }),
    /** Or the erasure of a file that was asked for. */
    fileEventId: integer("file_event_id").references(() => fileEvents.id),
    /** Or the name that was proposed for a section, as the office has it on record. */
    nameProposalId: bigint("name_proposal_id", { mode: "number" }).references(() => officeEvents.id),
    /** Why, each once: what came within the hour is gathered here. */
    kinds: text("kinds", { enum: KINDS }).array().notNull(),
    /** `kept`: it would have been sent, and there is no mail server. `dropped`: nothing of it held any more. */
    state: text("state", { enum: ["waiting", "sending", "sent", "failed", "kept", "dropped"] })
      .notNull()
      .default("waiting"),
    /** What was sent, for its reader to read again; null before. */
    subject: text("subject"),
    words: text("words"),
    /** Why the last try failed. */
    trouble: text("trouble"),
    queuedAt: moment("queued_at").notNull().defaultNow(),
    /** Not before. */
    dueAt: moment("due_at").notNull().defaultNow(),
    /** When it was last on its way, or kept: the next one about the same document comes an hour later. */
    leftAt: moment("left_at"),
  },
  (t) => [
    check(
      "a_mail_is_about_one_thing",
      sql`num_nonnulls(${t.documentId}, ${t.grantId}, ${t.linkId}, ${t.licencesOn}, ${t.fileEventId}, ${t.nameProposalId}) = 1`,
    ),
    check(
      "a_mail_says_why",
      sql`cardinality(${t.kinds}) > 0 and ${t.kinds} <@ '{returned,waiting,published,missed,owed,asked,answered,licence}'::text[]`,
    ),
    check("a_mail_stands_somewhere", sql`${t.state} in ('waiting', 'sending', 'sent', 'failed', 'kept', 'dropped')`),
    uniqueIndex("one_mail_about_a_document_waits").on(t.personId, t.documentId).where(sql`${t.state} = 'waiting'`),
    uniqueIndex("one_mail_about_a_role").on(t.personId, t.grantId).where(sql`${t.grantId} is not null`),
    uniqueIndex("one_mail_about_a_way_in").on(t.personId, t.linkId).where(sql`${t.linkId} is not null`),
    uniqueIndex("one_mail_about_licences_of_a_day")
      .on(t.personId, t.siteId, t.licencesOn)
      .where(sql`${t.licencesOn} is not null`),
    uniqueIndex("one_mail_about_an_erasure").on(t.personId, t.fileEventId).where(sql`${t.fileEventId} is not null`),
    uniqueIndex("one_mail_about_a_name_of_a_section")
      .on(t.personId, t.nameProposalId)
      .where(sql`${t.nameProposalId} is not null`),
    index("mails_about_a_document").on(t.documentId, t.personId),
    index("mails_about_a_link").on(t.linkId),
    index("mails_of_a_person").on(t.personId, t.id),
    index("mails_of_a_site").on(t.siteId, t.id),
    index("mails_by_age").on(t.queuedAt),
  ],
);

/** Which kinds somebody wants; without a row, every one. It lets nobody do anything, so it carries no seal. */
export const mailChoices = pgTable(
  "mail_choices",
  {
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    kind: text("kind", { enum: KINDS }).notNull(),
    wanted: boolean("wanted").notNull(),
    chosenAt: moment("chosen_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.kind] }),
    check(
      "a_choice_is_about_a_kind_of_mail",
      sql`${t.kind} in ('returned', 'waiting', 'published', 'missed', 'owed', 'asked', 'answered', 'licence')`,
    ),
  ],
);
