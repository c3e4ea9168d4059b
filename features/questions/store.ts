import { and, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { documentWriters } from "#db/schema/documents.ts";
import { people } from "#db/schema/people.ts";
import { type DEEDS, questionDeeds, questions } from "#db/schema/questions.ts";
import { sealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";
import type { Role } from "#features/roles/roles.ts";
import { holdsOn } from "#features/roles/store.ts";
import type { QuestionPermit } from "#features/workflow/policy.ts";
import type { Closing } from "./found.ts";
import type { Answer } from "./standing.ts";

/** A question with its words, for the transaction that handles it; null once these were erased, or where the site has none. Deeds for it come one after the other. */
export async function holdQuestion(tx: Tx, siteId: number, id: number) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`question ${id}`}, 0))`);
  const [found] = await tx
    .select({
      ...{ subject: questions.subject, words: questions.words, name: questions.name },
      ...{ contact: questions.contact, place: questions.place },
    })
    .from(questions)
    .where(and(eq(questions.siteId, siteId), eq(questions.id, id), isNull(questions.erasedAt)));
  return found ?? null;
}

/** Whether somebody holds one of these roles, anywhere on a site. */
export async function holdsAnywhere(
  tx: Tx,
  siteId: number,
  personId: number,
  roles: readonly Role[],
): Promise<boolean> {
  const found = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), holdsOn(siteId, roles)));
  return found.length > 0;
}

type Deed = (typeof DEEDS)[number];

/** The last of some deeds for a question. */
export async function lastDeed(tx: Tx, questionId: number, deeds: readonly Deed[]) {
  const [last] = await tx
    .select({ deed: questionDeeds.deed, personId: questionDeeds.personId, documentId: questionDeeds.documentId })
    .from(questionDeeds)
    .where(and(eq(questionDeeds.questionId, questionId), inArray(questionDeeds.deed, [...deeds])))
    .orderBy(desc(questionDeeds.id))
    .limit(1);
  return last ?? null;
}

type AnswerRow = Answer & { id: number; kind: string };

/** How the document stands that answers a question; null where none was begun. */
export const answerOf = (tx: Tx, siteId: number, questionId: number) =>
  answerAt(tx, siteId, sql`answer_of(${questionId}::integer)`);

/** How a document stands that answers something. */
export async function answerAt(tx: Tx, siteId: number, documentId: number | SQL): Promise<AnswerRow | null> {
  const { rows } = await tx.execute<AnswerRow>(sql`
    select d.id, d.kind, d.visibility, exists (select from editions e where e.document_id = d.id and e.state <> 'closed') as "isOpen"
    from documents d where d.id = ${documentId} and d.site_id = ${siteId}`);
  return rows[0] ?? null;
}

/** Whether a document was given to somebody to write. */
export async function isWriterOf(tx: Tx, documentId: number, personId: number): Promise<boolean> {
  const { documentId: of, personId: who } = documentWriters;
  const found = await tx
    .select({ personId: who })
    .from(documentWriters)
    .where(and(eq(of, documentId), eq(who, personId)));
  return found.length > 0;
}

type Said = { deed: Deed; personId?: number; documentId?: number; reason?: Closing };

/** Takes the proof, not the ids: it cannot be called without asking. */
export async function insertDeed(tx: Tx, { siteId, questionId, by }: QuestionPermit, said: Said): Promise<void> {
  const none = { personId: null, documentId: null, reason: null };
  await tx.insert(questionDeeds).values(sealed(questionDeeds, { siteId, questionId, byId: by, ...none, ...said }));
}
