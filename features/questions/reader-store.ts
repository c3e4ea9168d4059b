import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { questions } from "#db/schema/questions.ts";
import type { Tx } from "#db/transaction.ts";
import type { Visibility } from "#features/workflow/machine.ts";
import type { Asked } from "./asked.ts";
import type { Closing } from "./found.ts";

/** Whether there is a question of this code. */
export async function isKnown(siteId: number, codeHash: string): Promise<boolean> {
  const { rows } = await database("front").execute(
    sql`select from questions where site_id = ${siteId} and code_hash = ${codeHash}`,
  );
  return rows.length > 0;
}

/** Keeps a question. One that is there already stays as it is. */
export async function insertQuestion(
  siteId: number,
  codeHash: string,
  asked: Asked,
  tx: Pick<Tx, "insert"> = database("front"),
): Promise<void> {
  await tx
    .insert(questions)
    .values({ siteId, codeHash, ...asked })
    .onConflictDoNothing();
}

type Row = {
  sentAt: string;
  isErased: boolean;
  deed: "closed" | "reopened" | null;
  reason: Closing | null;
  at: string | null;
  answer: AnswerRow | null;
  earlier: AnswerRow | null;
};

type AnswerRow = {
  number: number;
  visibility: Visibility;
  isOpen: boolean;
  title: string;
  slug: string | null;
  section: string | null;
  shownAt: string;
};

const articleIn = (documentId: ReturnType<typeof sql>) => sql`(
  select json_build_object('number', d.id, 'visibility', d.visibility, 'title', d.title, 'slug', d.slug, 'section', s.slug, 'shownAt', d.shown_at,
    'isOpen', exists (select from editions e where e.document_id = d.id and e.state <> 'closed'))
  from documents d left join sections s on s.id = d.section_id where d.id = ${documentId})`;

/** How the question of a code stands, without its words and without who asked. */
export async function findByCode(siteId: number, codeHash: string): Promise<Row | null> {
  const { rows } = await database("front").execute<Row>(sql`
    select to_json(q.sent_at) #>> '{}' as "sentAt", q.erased_at is not null as "isErased", c.deed, c.reason, to_json(c.at) #>> '{}' as at,
      ${articleIn(sql`answer_of(q.id)`)} as answer, ${articleIn(sql`c.document_id`)} as earlier
    from questions q
      left join lateral (select deed, reason, at, document_id from question_deeds
        where question_id = q.id and deed in ('closed', 'reopened') order by id desc limit 1) c on true
    where q.site_id = ${siteId} and q.code_hash = ${codeHash}`);
  return rows[0] ?? null;
}
