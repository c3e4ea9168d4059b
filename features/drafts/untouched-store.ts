import { sql } from "drizzle-orm";
import type { Tx } from "#db/transaction.ts";

/** The name of the lock that one person's beginnings queue at; its second half is who. */
const BEGINNINGS = 7_301;

/**
 * A first draft of a kind that somebody began on a site and in which nobody has typed since, still theirs alone; null when there is
 * none. Whoever asks holds back the same person's next beginning until the transaction ends, so that of two presses at
 * once the second finds what the first has made.
 */
export async function untouchedDraft(
  tx: Tx,
  { siteId, kind, by }: { siteId: number; kind: string; by: number },
): Promise<number | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(${BEGINNINGS}::integer, ${by}::integer)`);
  const { rows } = await tx.execute<{ id: number }>(sql`
    select a.id
    from editions e
    join documents a on a.id = e.document_id
    join draft_buffers b on b.edition_id = e.id
    where e.state = 'draft' and e.purpose = 'first' and e.opened_by = ${by} and e.number = 1
      and a.site_id = ${siteId} and a.kind = ${kind} and a.visibility = 'never_live'
      and b.version = 1 and b.unkept_by = '{}'
      and not exists (select from revisions r where r.document_id = a.id)
      and array(select w.person_id from document_writers w where w.document_id = a.id) = array[${by}::integer]
    order by a.id desc limit 1`);
  return rows[0]?.id ?? null;
}
