import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { documents } from "#db/schema/documents.ts";
import { people } from "#db/schema/people.ts";
import { topicChoices } from "#db/schema/topics.ts";
import { sealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";
import { holdsOn } from "#features/roles/store.ts";
import type { ChoicePermit } from "#features/workflow/policy.ts";
import type { Choice, Stand } from "./choice.ts";

/** Both documents of a choice stay as they are until the transaction ends. In the order of their numbers: two who choose never wait for each other. */
export async function holdBoth(tx: Tx, siteId: number, ids: readonly number[]) {
  return tx
    .select({ id: documents.id, kind: documents.kind, visibility: documents.visibility })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), inArray(documents.id, [...ids])))
    .orderBy(asc(documents.id))
    .for("no key update");
}

/** Whether somebody edits or approves, anywhere on a site. */
export async function editsSomewhere(tx: Tx, siteId: number, personId: number): Promise<boolean> {
  const found = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), holdsOn(siteId, ["editor", "approver"])));
  return found.length > 0;
}

/** What was pressed last for an article in a topic. */
export async function standOf(tx: Tx, topicId: number, articleId: number): Promise<Stand> {
  const [last] = await tx
    .select({ choice: topicChoices.choice })
    .from(topicChoices)
    .where(and(eq(topicChoices.topicId, topicId), eq(topicChoices.articleId, articleId)))
    .orderBy(desc(topicChoices.id))
    .limit(1);
  return last?.choice ?? null;
}

/** How many articles are pinned in a topic, those among them that readers do not get now. */
export async function countPinned(tx: Tx, topicId: number): Promise<number> {
  const { rows } = await tx.execute<{ pinned: number }>(sql`
    select count(*)::integer as pinned from (
      select distinct on (article_id) choice from topic_choices where topic_id = ${topicId} order by article_id, id desc) newest
    where choice = 'pinned'`);
  return rows[0]?.pinned ?? 0;
}

/** Takes the proof, not the ids: it cannot be called without asking. */
export async function insertChoice(
  tx: Tx,
  { siteId, topicId, by }: ChoicePermit,
  articleId: number,
  choice: Choice,
): Promise<void> {
  await tx.insert(topicChoices).values(sealed(topicChoices, { siteId, topicId, articleId, choice, byId: by }));
}
