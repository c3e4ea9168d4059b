import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  type PgTableExtraConfigValue,
  pgTable,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { articles } from "./articles.ts";
import { bytes, longJson, moment, ownId } from "./columns.ts";
import { editions } from "./editions.ts";
import { people } from "./people.ts";
import { redactions } from "./redactions.ts";
import { sections } from "./sites.ts";

/** An immutable snapshot of everything readers would see. It has exactly one writer. */
export const revisions = pgTable(
  "revisions",
  {
    id: ownId(),
    articleId: integer("article_id")
      .notNull()
      .references((): AnyPgColumn => articles.id),
    editionId: integer("edition_id").notNull(),
    /** Counts within the article, from 1. */
    number: integer("number").notNull(),
    content: longJson("content"),
    contentVersion: integer("content_version").notNull(),
    salt: bytes("salt"),
    /** SHA-256 over salt and canonical text, hex. */
    contentHash: text("content_hash").notNull(),
    digest: text("digest"),
    /** The section of the text: decides who may approve it. */
    sectionId: integer("section_id").references(() => sections.id),
    writerId: integer("writer_id")
      .notNull()
      .references(() => people.id),
    /** `restore`, `import` and `duplicate` count as writing even when the text was there before. */
    cutBecause: text("cut_because", {
      enum: ["move", "another_writer", "replaced", "quiet", "restore", "import", "duplicate"],
    }).notNull(),
    cutAt: moment("cut_at").notNull().defaultNow(),
    redactionId: integer("redaction_id").references((): AnyPgColumn => redactions.id),
  },
  (t): PgTableExtraConfigValue[] => [
    unique("revisions_of_an_article").on(t.articleId, t.id),
    unique("a_revision_and_its_hash").on(t.id, t.contentHash),
    unique("revisions_are_numbered").on(t.articleId, t.number),
    foreignKey({
      name: "a_revision_belongs_to_an_edition",
      columns: [t.articleId, t.editionId],
      foreignColumns: [editions.articleId, editions.id],
    }),
    check("a_content_hash_is_sha256", sql`${t.contentHash} ~ '^[0-9a-f]{64}$'`),
    check(
      "a_text_is_there_or_was_erased",
      sql`(${t.content} is not null and ${t.salt} is not null and ${t.digest} is not null) = (${t.redactionId} is null)`,
    ),
    index("revisions_of_a_writer").on(t.writerId, t.articleId),
    index("revisions_of_an_edition").on(t.editionId, t.id),
  ],
);

/** A person's confirmation of one hash. */
export const approvals = pgTable(
  "approvals",
  {
    id: ownId(),
    articleId: integer("article_id").notNull(),
    revisionId: integer("revision_id").notNull(),
    contentHash: text("content_hash").notNull(),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    /** Set when a deputy confirms in the name of somebody. */
    forPersonId: integer("for_person_id").references(() => people.id),
    step: integer("step").notNull().default(1),
    kind: text("kind", { enum: ["confirm", "approve", "countersign", "emergency", "restore"] }).notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (t): PgTableExtraConfigValue[] => [
    foreignKey({
      name: "an_approval_is_of_one_hash",
      columns: [t.revisionId, t.contentHash],
      foreignColumns: [revisions.id, revisions.contentHash],
    }),
    foreignKey({
      name: "an_approval_is_of_its_article",
      columns: [t.articleId, t.revisionId],
      foreignColumns: [revisions.articleId, revisions.id],
    }),
    check("nobody_deputises_for_themselves", sql`${t.forPersonId} <> ${t.personId}`),
    index("approvals_of_a_revision").on(t.revisionId),
  ],
);

/** One line of an article's append-only history, chained by `prev_hash`. */
export const events = pgTable(
  "events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    articleId: integer("article_id")
      .notNull()
      .references((): AnyPgColumn => articles.id),
    /** 1, 2, 3 … within the article. */
    seq: integer("seq").notNull(),
    kind: text("kind").notNull(),
    actorId: integer("actor_id").references(() => people.id),
    at: moment("at").notNull(),
    /** RFC 8785 text of { articleId, seq, kind, actorId, at, payload }: what the hash is over. */
    canonical: text("canonical").notNull(),
    payload: jsonb("payload").notNull(),
    prevHash: text("prev_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t): PgTableExtraConfigValue[] => [unique("events_are_numbered").on(t.articleId, t.seq)],
);
