import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, moment, ownId, sealOfRow } from "./columns.ts";
import { sections, sites } from "./sites.ts";

/** Somebody with an account. Bylines may name people who have none. */
export const people = pgTable(
  "people",
  {
    id: ownId(),
    /** Lower case, NFC. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** argon2id, PHC string; null until the first one-time link is used. */
    passwordHash: text("password_hash"),
    switchedOffAt: moment("switched_off_at"),
    demo: boolean("demo").notNull().default(false),
    createdAt: moment("created_at").notNull().defaultNow(),
    seal: sealOfRow(),
  },
  (t) => [
    uniqueIndex("one_account_for_an_address").on(t.email),
    check("an_address_is_kept_in_lower_case", sql`${t.email} = lower(${t.email})`),
  ],
);

/**
 * A role in a section and everything below it; `section_id` null is the whole site. Administrator is site-wide.
 * It is in force from `effective_from`: for all but reporters a day after it was given, which `agreed_by`, a second person,
 * brings forward. The database refuses anything sooner, and an administrator who edits or approves.
 */
export const grants = pgTable(
  "grants",
  {
    id: ownId(),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    sectionId: integer("section_id"),
    role: text("role", { enum: ["reporter", "editor", "approver", "administrator"] }).notNull(),
    givenBy: integer("given_by").references(() => people.id),
    agreedBy: integer("agreed_by").references(() => people.id),
    givenAt: moment("given_at").notNull().defaultNow(),
    effectiveFrom: moment("effective_from").notNull().defaultNow(),
    endedAt: moment("ended_at"),
    endedBy: integer("ended_by").references(() => people.id),
    seal: sealOfRow(),
  },
  (t) => [
    foreignKey({
      name: "a_grant_is_for_a_section_of_its_site",
      columns: [t.siteId, t.sectionId],
      foreignColumns: [sections.siteId, sections.id],
    }),
    check("a_role_is_one_of_four", sql`${t.role} in ('reporter', 'editor', 'approver', 'administrator')`),
    check("administrators_are_for_the_whole_site", sql`${t.role} <> 'administrator' or ${t.sectionId} is null`),
    check("nobody_agrees_to_their_own_grant", sql`${t.agreedBy} <> ${t.givenBy} and ${t.agreedBy} <> ${t.personId}`),
    index("grants_of_a_person").on(t.personId).where(sql`${t.endedAt} is null`),
  ],
);

/** Authority lent for a time: the deputy confirms "for" the giver. */
export const deputies = pgTable(
  "deputies",
  {
    id: ownId(),
    siteId: integer("site_id")
      .notNull()
      .references(() => sites.id),
    giverId: integer("giver_id")
      .notNull()
      .references(() => people.id),
    deputyId: integer("deputy_id")
      .notNull()
      .references(() => people.id),
    from: moment("from_at").notNull(),
    until: moment("until_at").notNull(),
    endedAt: moment("ended_at"),
    seal: sealOfRow(),
  },
  (t) => [
    check("nobody_is_their_own_deputy", sql`${t.giverId} <> ${t.deputyId}`),
    check("a_deputy_has_an_end_date", sql`${t.until} > ${t.from}`),
  ],
);

/** A way in: one row per sign-in, 12 hours at most. The cookie holds only its id. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: moment("created_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
    endedAt: moment("ended_at"),
    endedBecause: text("ended_because", {
      enum: ["signed_out", "switched_off", "password_changed", "role_changed", "reset"],
    }),
    seal: sealOfRow(),
  },
  (t) => [
    index("sessions_of_a_person").on(t.personId).where(sql`${t.endedAt} is null`),
    index("sessions_by_when_seen").on(t.personId, t.lastSeenAt),
    check("a_session_lasts_at_most_twelve_hours", sql`${t.expiresAt} <= ${t.createdAt} + interval '12 hours'`),
  ],
);

/**
 * What seals the words that a person's browser keeps until the server has them: 32 bytes. It is given to open sessions of
 * the person alone, and forgotten when one of them signs out there: then nobody can read what is on that disk.
 */
export const journalKeys = pgTable(
  "journal_keys",
  {
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    /** The number that the browser gave itself. */
    browser: uuid("browser").notNull(),
    /** Says which key sealed something; no secret. */
    id: uuid("id").notNull().defaultRandom(),
    key: bytes("key").notNull(),
    /** The last session that it was given to. */
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id),
    givenAt: moment("given_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.browser] }), index("keys_of_a_session").on(t.sessionId)],
);

/** A browser that signed in before: exempt from the limits by network address. */
export const knownDevices = pgTable("known_devices", {
  /** SHA-256 of the device cookie, hex. */
  tokenHash: text("token_hash").primaryKey(),
  personId: integer("person_id")
    .notNull()
    .references(() => people.id),
  seenAt: moment("seen_at").notNull().defaultNow(),
});

/** Tries to sign in, for throttling by account and by address; rows older than a day may go. */
export const signInTries = pgTable(
  "sign_in_tries",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** SHA-256 of the normalised address typed: an unknown account is counted like a known one. */
    accountHash: text("account_hash").notNull(),
    /** SHA-256 of the network address. */
    addressHash: text("address_hash").notNull(),
    succeeded: boolean("succeeded").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [index("tries_of_an_account").on(t.accountHash, t.at), index("tries_of_an_address").on(t.addressHash, t.at)],
);

/** A link that works once: first administrator, invitation, or a new password. */
export const oneTimeLinks = pgTable(
  "one_time_links",
  {
    id: ownId(),
    /** SHA-256 of the token, hex; the token itself is never kept. */
    tokenHash: text("token_hash").notNull().unique(),
    purpose: text("purpose", { enum: ["first_administrator", "invitation", "reset"] }).notNull(),
    personId: integer("person_id").references(() => people.id),
    madeBy: integer("made_by").references(() => people.id),
    /** The second person, who has brought `usable_from` forward. */
    agreedBy: integer("agreed_by").references(() => people.id),
    /** Resetting anybody but a reporter waits for a second person or until this hour. */
    usableFrom: moment("usable_from").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
    seal: sealOfRow(),
  },
  (t) => [
    check("nobody_agrees_to_their_own_link", sql`${t.agreedBy} <> ${t.madeBy} and ${t.agreedBy} <> ${t.personId}`),
    check("a_link_is_somebodys_but_the_first", sql`${t.personId} is not null or ${t.purpose} = 'first_administrator'`),
  ],
);

/** What was done to accounts and roles, to sites, sections and tags, and to jobs: append-only. */
export const officeEvents = pgTable(
  "office_events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    siteId: integer("site_id").references(() => sites.id),
    personId: integer("person_id").references(() => people.id),
    byId: integer("by_id").references(() => people.id),
    kind: text("kind").notNull(),
    payload: jsonb("payload").notNull().default({}),
    /** RFC 8785 text of the payload: what is sealed. */
    canonical: text("canonical"),
    at: moment("at").notNull().defaultNow(),
    seal: sealOfRow(),
  },
  (t) => [
    index("office_events_by_time").on(t.at),
    index("names_of_sections")
      .on(t.siteId, t.id)
      .where(sql`${t.kind} in ('section_name_proposed', 'section_renamed', 'section_name_dropped')`),
  ],
);

/** What an approver was told of accounts and has put away. */
export const officeEventsSeen = pgTable(
  "office_events_seen",
  {
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    eventId: bigint("event_id", { mode: "number" })
      .notNull()
      .references(() => officeEvents.id),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.eventId] })],
);
