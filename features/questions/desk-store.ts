import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { type AtSite, moment } from "#features/desk/lists-store.ts";
import type { Visibility } from "#features/workflow/machine.ts";
import type { Deed } from "./lines.ts";

/** A line of the list of questions. Nothing in it says who asked. */
export type LineRow = {
  id: number;
  subject: string;
  sentAt: string;
  isClosed: boolean;
  /** To whom it was given last; null where to nobody. */
  givenTo: string | null;
  documentId: number | null;
  visibility: Visibility | null;
  isOpen: boolean;
};

/** Whose questions: editors and approvers know of all of a site, others who write of those that were given to them. */
export type Whose = AtSite & { edits: boolean; writes: boolean };

const LAST = sql`
  left join lateral (select deed from question_deeds
    where question_id = q.id and deed in ('closed', 'reopened') order by id desc limit 1) c on true
  left join lateral (select person_id from question_deeds where question_id = q.id and deed = 'given' order by id desc limit 1) g on true
  left join people p on p.id = g.person_id
  left join documents d on d.id = answer_of(q.id)`;

const known = ({ siteId, personId, edits, writes }: Whose): SQL => {
  const theirs = writes ? sql`g.person_id = ${personId}` : sql`false`;
  return sql`q.site_id = ${siteId} and q.erased_at is null and ${edits ? sql`true` : theirs}`;
};

const WAITS = sql`coalesce(c.deed, '') <> 'closed' and coalesce(d.visibility, '') <> 'live'`;

/**
 * Questions with their words, the newest first. What is done with is erased in time, so that there are never many of them.
 *
 * @param before the number of the question behind whose place the list goes on
 */
export async function findQuestions(whose: Whose, which: "waiting" | "all", before: number | null, limit: number) {
  const { rows } = await database().execute<LineRow>(sql`
    select q.id, q.subject, ${moment(sql`q.sent_at`)} as "sentAt", coalesce(c.deed = 'closed', false) as "isClosed", p.name as "givenTo",
      d.id as "documentId", d.visibility,
      exists (select from editions e where e.document_id = d.id and e.state <> 'closed') as "isOpen"
    from questions q ${LAST}
    where ${known(whose)} and ${which === "all" ? sql`true` : WAITS} and ${before === null ? sql`true` : sql`q.id < ${before}`}
    order by q.id desc limit ${limit}`);
  return rows;
}

/** How many of them wait, up to a number. */
export async function countWaiting(whose: Whose, most: number): Promise<number> {
  const { rows } = await database().execute<{ waiting: number }>(sql`
    select count(*)::integer as waiting from (
      select from questions q ${LAST} where ${known(whose)} and ${WAITS} limit ${most}) x`);
  return rows[0]?.waiting ?? 0;
}

/** One of them, with what was asked. */
export async function findQuestion(whose: Whose, id: number) {
  const { rows } = await database().execute<
    LineRow & { words: string; title: string | null; givenToId: number | null }
  >(sql`
    select q.id, q.subject, q.words, ${moment(sql`q.sent_at`)} as "sentAt", coalesce(c.deed = 'closed', false) as "isClosed",
      p.name as "givenTo", p.id as "givenToId", d.id as "documentId", d.visibility, d.title,
      exists (select from editions e where e.document_id = d.id and e.state <> 'closed') as "isOpen"
    from questions q ${LAST} where ${known(whose)} and q.id = ${id}`);
  return rows[0] ?? null;
}

/** What was done with a question, the newest first. */
export async function findDeeds(questionId: number, limit: number) {
  const { rows } = await database().execute<Omit<Deed, "at"> & { at: string }>(sql`
    select d.id, d.deed, b.name as by, p.name as "toName", d.document_id as "documentId", d.reason, ${moment(sql`d.at`)} as at
    from question_deeds d join people b on b.id = d.by_id left join people p on p.id = d.person_id
    where d.question_id = ${questionId} order by d.id desc limit ${limit}`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** Everybody to whom a question may be given, by name: who never set a password cannot come in. */
export async function findWriters(siteId: number): Promise<{ id: number; name: string }[]> {
  const { rows } = await database().execute<{ id: number; name: string }>(sql`
    select p.id, p.name from people p
    where p.password_hash is not null and holds_anywhere(p.id, ${siteId}, array['reporter', 'editor', 'approver'])
    order by p.name, p.id limit 500`);
  return rows;
}
