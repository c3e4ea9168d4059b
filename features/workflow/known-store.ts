import { sql } from "drizzle-orm";
import type { Tx } from "#db/transaction.ts";

/** Why somebody knows a text: their words are its newest, they signed it, or they sent it back. */
export type Because = "wrote" | "confirmed" | "returned";

type KnownRow = { documentId: number; revisionId: number; hash: string; because: Because };

/**
 * The newest text of each article that somebody wrote, confirmed or sent back; an erased one can no longer be compared
 * with.
 *
 * @param upTo a revision: later ones are left out
 */
export async function newestKnown(
  tx: Tx,
  personId: number,
  documentIds: readonly number[],
  upTo: number | null = null,
): Promise<KnownRow[]> {
  const { rows } = await tx.execute<KnownRow>(sql`
    select distinct on (r.document_id) r.document_id as "documentId", r.id as "revisionId", r.content_hash as hash,
      case when does.returned then 'returned' when does.signed then 'confirmed' else 'wrote' end as because
    from revisions r
    cross join lateral (
      select exists (select from approvals a
               where a.revision_id = r.id and a.person_id = ${personId} and a.kind <> 'restore') as signed,
             exists (select from events v where v.document_id = r.document_id and v.actor_id = ${personId}
               and v.payload ->> 'move' = 'return' and v.payload ->> 'hash' = r.content_hash) as returned
    ) does
    where r.document_id = any(${sql.param(`{${documentIds.join(",")}}`)}::integer[]) and r.redaction_id is null
      and (${upTo}::integer is null or r.id <= ${upTo}::integer)
      and (r.writers @> array[${personId}::integer] or does.signed or does.returned)
    order by r.document_id, r.id desc`);
  return rows;
}
