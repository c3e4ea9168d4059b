import { and, desc, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { fileEvents, files } from "#db/schema/files.ts";
import { people } from "#db/schema/people.ts";
import type { Tx } from "#db/transaction.ts";
import { shown } from "#features/files/store.ts";
import type { KeptFromReaders } from "./types.ts";

/** A file of a site as whoever lets it go has to know it, held until the transaction ends; null where there is none, or it is erased. */
export async function lockToGo(tx: Tx, siteId: number, sha256: string) {
  const [found] = await tx
    .select({
      ...{ id: files.id, uploadedBy: files.uploadedBy, hidden: files.hidden, binnedAt: files.binnedAt },
      ...{ name: files.name, caption: files.caption },
    })
    .from(files)
    .where(and(eq(files.siteId, siteId), eq(files.sha256, sha256), eq(files.erased, false)))
    .for("no key update");
  return found ?? null;
}

/** Whether a text of the site names a file, kept or being written: true until the transaction ends for whoever holds its row. */
export async function isNamed(tx: Tx, siteId: number, sha256: string): Promise<boolean> {
  const { rows } = await tx.execute<{ named: boolean }>(sql`select is_named_on_site(${siteId}, ${sha256}) as named`);
  return rows[0]?.named === true;
}

/** The asking for an erasure that waits for a second person. */
export async function findAsked(tx: Tx, siteId: number, sha256: string) {
  const { rows } = await tx.execute<{ id: number; byId: number }>(
    sql`select id, by_id as "byId" from asked_to_erase(${siteId}, ${sha256}) where id is not null`,
  );
  return rows[0] ?? null;
}

/** A file in the bin: who put it there, and when. */
export type BinnedFile = Awaited<ReturnType<typeof binnedFiles>>[number];

/** Files in the bin of a site, those last put there first. @param before the moment and number of the last file of the page before */
export async function binnedFiles(siteId: number, before: { at: string; id: number } | null, most: number) {
  const at = sql<Date>`${files.binnedAt}`.mapWith(files.binnedAt);
  return database()
    .select({
      ...shown,
      ...{ caption: files.caption, uploadedBy: files.uploadedBy, at },
      place: sql<string>`to_json(${files.binnedAt} at time zone 'UTC') #>> '{}' || 'Z'`,
      by: sql<string>`(select p.name from file_events e join people p on p.id = e.by_id
        where e.site_id = files.site_id and e.sha256 = files.sha256 and e.kind = 'binned' order by e.id desc limit 1)`,
    })
    .from(files)
    .where(
      and(
        eq(files.siteId, siteId),
        sql`${files.binnedAt} is not null`,
        before === null ? undefined : sql`(${files.binnedAt}, ${files.id}) < (${before.at}::timestamptz, ${before.id})`,
      ),
    )
    .orderBy(desc(files.binnedAt), desc(files.id))
    .limit(most);
}

/** How many files are in the bin of a site. */
export async function countBinned(siteId: number): Promise<number> {
  const [found] = await database()
    .select({ count: sql<number>`count(*)::integer` })
    .from(files)
    .where(and(eq(files.siteId, siteId), sql`${files.binnedAt} is not null`));
  return found?.count ?? 0;
}

/** An erasure that one person has asked for. */
export type WaitingErasure = Awaited<ReturnType<typeof waitingErasures>>[number];

/** Erasures of a site that wait for a second person, the oldest first. */
export async function waitingErasures(siteId: number) {
  return database()
    .select({
      ...{ id: fileEvents.id, sha256: fileEvents.sha256, byId: fileEvents.byId, by: people.name },
      ...{ reason: fileEvents.reason, at: fileEvents.at, name: files.name, caption: files.caption },
    })
    .from(fileEvents)
    .innerJoin(files, and(eq(files.siteId, fileEvents.siteId), eq(files.sha256, fileEvents.sha256)))
    .innerJoin(people, eq(people.id, fileEvents.byId))
    .where(
      and(
        eq(fileEvents.siteId, siteId),
        eq(fileEvents.kind, "erase_asked"),
        eq(files.erased, false),
        sql`not exists (select from file_events a where a.ask_id = ${fileEvents.id})`,
      ),
    )
    .orderBy(fileEvents.id);
}

/** What is hidden or was erased of all that a document's live text, its newest text or its draft names. */
export async function keptFromReaders(documentId: number): Promise<KeptFromReaders[]> {
  const { rows } = await database().execute<Omit<KeptFromReaders, "at"> & { at: string }>(sql`
    select f.sha256, coalesce(nullif(f.caption, ''), f.name) as name, e.kind, e.id, p.name as by, e.reason,
      to_json(e.at) #>> '{}' as at
    from (
      select b.sha256 from editions o join draft_files b on b.edition_id = o.id where o.document_id = ${documentId} and o.state <> 'closed'
      union
      select n.sha256 from documents d join revision_files n on n.revision_id = coalesce(d.live_revision_id, d.last_live_revision_id)
        where d.id = ${documentId}
    ) named
    join files f on f.sha256 = named.sha256 and f.site_id = (select site_id from documents where id = ${documentId})
      and (f.hidden or f.erased)
    join lateral (
      select e.* from file_events e where e.site_id = f.site_id and e.sha256 = f.sha256
        and e.kind = any(case when f.erased then '{erased,erased_again}'::text[] else '{hidden}' end) order by e.id desc limit 1
    ) e on true
    left join people p on p.id = e.by_id
    order by e.id`);
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at) }));
}

/** Files that were in the bin for thirty days, by number, from the one after `last`. */
export async function binnedLongAgo(last: number, most: number): Promise<{ id: number; sha256: string }[]> {
  return database()
    .select({ id: files.id, sha256: files.sha256 })
    .from(files)
    .where(and(sql`${files.binnedAt} < now() - interval '30 days'`, sql`${files.id} > ${last}`))
    .orderBy(files.id)
    .limit(most);
}

/** Takes a file off its list that has left the bin, if nothing has come to name it. @returns whether it is gone */
export async function forgetBinned(tx: Tx, fileId: number): Promise<boolean> {
  const { rows } = await tx.execute<{ gone: string | null }>(sql`select forget_binned_file(${fileId}) as gone`);
  return (rows[0]?.gone ?? null) !== null;
}
