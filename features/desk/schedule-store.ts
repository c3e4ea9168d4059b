import { type SQL, sql } from "drizzle-orm";

/**
 * The schedule of an edition that still says something: the hour that it waits for, or one that was missed and after which
 * nobody has done anything. At most one row, for a lateral join or a look-up.
 */
export function scheduleOf(editionId: SQL, documentId: SQL): SQL {
  const lastStepThere = sql`(select v.payload ->> 'move' from events v
    where v.document_id = ${documentId} and v.payload ->> 'to' = 'approved' order by v.seq desc limit 1)`;
  return sql`(select * from schedules c where c.edition_id = ${editionId}
    and (c.ended_at is null or (c.outcome = 'failed' and ${lastStepThere} = 'miss')) order by c.id desc limit 1)`;
}
