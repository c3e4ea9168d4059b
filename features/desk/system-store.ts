import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { moment } from "./lists-store.ts";

/** What the clock has to do on a site, and what it could not do. Numbers alone: they tell nothing of the texts. */
export type ClockWork = {
  waiting: number;
  nextAt: Date | null;
  /** Past their hour and not out. */
  overdue: number;
  /** Given up; an approver decides. */
  failed: number;
};

export async function clockWorkOf(siteId: number): Promise<ClockWork> {
  const { rows } = await database().execute<Omit<ClockWork, "nextAt"> & { nextAt: string | null }>(sql`
    select count(l.due_at)::integer as waiting, ${moment(sql`min(l.due_at)`)} as "nextAt",
           count(*) filter (where l.due_at is not null and (l.attempts > 0 or l.due_at < now() - interval '1 minute'))::integer
             as overdue,
           count(*) filter (where l.missed and l.state = 'approved')::integer as failed
    from desk_lines l where l.site_id = ${siteId} and l.stand in ('approved', 'scheduled')`);
  const [row] = rows;
  if (!row) throw new Error("a count without groups is one row");
  return { ...row, nextAt: row.nextAt === null ? null : new Date(row.nextAt) };
}

/** Imported articles of a site that wait for an approver, and in how many batches. */
export async function importsWaiting(siteId: number): Promise<{ batches: number; articles: number }> {
  const { rows } = await database().execute<{ batches: number; articles: number }>(sql`
    select count(distinct e.batch_id)::integer as batches, count(*)::integer as articles
    from editions e join documents a on a.id = e.document_id
    where e.state = 'in_review' and e.batch_id is not null and a.site_id = ${siteId}`);
  return rows[0] ?? { batches: 0, articles: 0 };
}
