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
import { bytes, longJson, moment, ownId, sealOfRow, transactionNumber } from "./columns.ts";
import { documents } from "./documents.ts";
import { editions } from "./editions.ts";
import { people } from "./people.ts";
import { redactions } from "./redactions.ts";
import { sections } from "./sites.ts";

/** An immutable snapshot of everything readers would see. It names a set of writers, today always one. */
export const revisions = pgTable(
  "revisions",
  {
    id: ownId(),
    documentId: integer("document_id")
      .notNull()
      .references((): AnyPgColumn => documents.id),
    editionId: integer("edition_id").notNull(),
    /** Counts within the document, from 1. */
    number: integer("number").notNull(),
    /** As it was kept, with the ids of its blocks: for the editor, and to be compared. */
    content: longJson("content"),
    contentVersion: integer("content_version").notNull(),
    salt: bytes("salt"),
    /** SHA-256 over salt and canonical text, hex. */
    contentHash: text("content_hash").notNull(),
    digest: text("digest"),
    /** RFC 8785 text of all that is visible (`features/text/canonical.ts`): what the hashes are over, and what readers get. */
    canonical: text("canonical"),
    /** What it says beside its body: what the law and the lists read. */
    head: jsonb("head").generatedAlwaysAs(sql`canonical::jsonb - 'body'`),
    /** The section of the text: decides who may approve it. */
    sectionId: integer("section_id").references(() => sections.id),
    /** Ids of people, ascending, each once. The database looks each of them up. */
    writers: integer("writers").array().notNull(),
    /** `restore`, `import` and `duplicate` count as writing even when the text was there before. */
    cutBecause: text("cut_because", {
      enum: ["move", "another_writer", "replaced", "quiet", "restore", "import", "duplicate"],
    }).notNull(),
    cutAt: moment("cut_at").notNull().defaultNow(),
    redactionId: integer("redaction_id").references((): AnyPgColumn => redactions.id),
  },
  (t): PgTableExtraConfigValue[] => [
    unique("revisions_of_a_document").on(t.documentId, t.id),
    unique("a_revision_and_its_hash").on(t.id, t.contentHash),
    unique("revisions_are_numbered").on(t.documentId, t.number),
    foreignKey({
      name: "a_revision_belongs_to_an_edition",
      columns: [t.documentId, t.editionId],
      foreignColumns: [editions.documentId, editions.id],
    }),
    check("a_content_hash_is_sha256", sql`${t.contentHash} ~ '^[0-9a-f]{64}$'`),
    check(
      "a_text_is_there_or_was_erased",
      sql`num_nulls(${t.content}, ${t.salt}, ${t.digest}, ${t.canonical}) = case when ${t.redactionId} is null then 0 else 4 end`,
    ),
    check("a_revision_has_writers", sql`cardinality(${t.writers}) > 0`),
    index("revisions_of_a_writer").using("gin", t.writers),
    index("revisions_of_an_edition").on(t.editionId, t.id),
  ],
);

/** A person's confirmation of one hash. */
export const approvals = pgTable(
  "approvals",
  {
    id: ownId(),
    documentId: integer("document_id").notNull(),
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
    seal: sealOfRow(),
  },
  (t): PgTableExtraConfigValue[] => [
    foreignKey({
      name: "an_approval_is_of_one_hash",
      columns: [t.revisionId, t.contentHash],
      foreignColumns: [revisions.id, revisions.contentHash],
    }),
    foreignKey({
      name: "an_approval_is_of_its_document",
      columns: [t.documentId, t.revisionId],
      foreignColumns: [revisions.documentId, revisions.id],
    }),
    check("nobody_deputises_for_themselves", sql`${t.forPersonId} <> ${t.personId}`),
    index("approvals_of_a_revision").on(t.revisionId),
    index("approvals_of_a_document").on(t.documentId, t.id),
  ],
);

/** One line of a document's append-only history, chained by `prev_hash`. */
export const events = pgTable(
  "events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    documentId: integer("document_id")
      .notNull()
      .references((): AnyPgColumn => documents.id),
    /** 1, 2, 3 … within the document. */
    seq: integer("seq").notNull(),
    kind: text("kind").notNull(),
    actorId: integer("actor_id").references(() => people.id),
    at: moment("at").notNull(),
    /** RFC 8785 text of { documentId, seq, kind, actorId, at, payload }: what the hash is over. */
    canonical: text("canonical").notNull(),
    payload: jsonb("payload").notNull(),
    prevHash: text("prev_hash").notNull(),
    hash: text("hash").notNull(),
    seal: sealOfRow(),
    /** The transaction that wrote it, for followers. 0: written before anybody followed, or on another server. */
    xact: transactionNumber("xact").notNull().default(sql`pg_current_xact_id()`),
  },
  (t): PgTableExtraConfigValue[] => [
    unique("events_are_numbered").on(t.documentId, t.seq),
    index("events_by_transaction").on(t.xact),
  ],
);
