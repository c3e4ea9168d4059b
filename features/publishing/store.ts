import { and, eq, or, sql } from "drizzle-orm";
import type { Client } from "pg";
import { listenTo } from "#db/listen.ts";
import { documents } from "#db/schema/documents.ts";
import { files, revisionFiles } from "#db/schema/files.ts";
import { listings, sectionListings } from "#db/schema/listings.ts";
import type { Tx } from "#db/transaction.ts";
import { CHANNEL } from "#features/facts/store.ts";
import type { Listed } from "#features/text/kind.ts";

/** Where and how readers find a document; null while they do not. */
export async function findListed(tx: Tx, documentId: number): Promise<Listed | null> {
  const { title, slug, sectionId, card, visibility } = documents;
  const listedIn = sql<number[]>`array(
    select ${sectionListings.sectionId} from ${sectionListings} where ${sectionListings.documentId} = ${documents.id}
    order by 1)`;
  const lines = sql<Listed["lines"]>`coalesce((
    select jsonb_agg(jsonb_build_object('list', l.list, 'ofId', l.of_id, 'day', l.day) order by l.list, l.of_id, l.at)
    from ${listings} l where l.document_id = ${documents}.${sql.identifier("id")}), '[]')`;
  const [found] = await tx
    .select({ title, slug, sectionId, card, listedIn, lines, sisterOfId: documents.sisterOfId })
    .from(documents)
    .where(and(eq(documents.id, documentId), eq(visibility, "live")));
  return found ?? null;
}

/** The files that the texts name which readers get of a document and of its sister, which comes and goes with it; none while they get none. */
export async function findLiveFiles(tx: Tx, documentId: number): Promise<number[]> {
  const named = await tx
    .selectDistinct({ id: files.id })
    .from(documents)
    .innerJoin(revisionFiles, eq(revisionFiles.revisionId, documents.liveRevisionId))
    .innerJoin(files, and(eq(files.siteId, documents.siteId), eq(files.sha256, revisionFiles.sha256)))
    .where(or(eq(documents.id, documentId), eq(documents.sisterOfId, documentId)));
  return named.map(({ id }) => id);
}

/** A line on which is heard that something was announced. */
export function listenForAnnouncements(onWake: () => void, onLost: (error: Error) => void) {
  return listenTo(CHANNEL, onWake, onLost);
}

type LookRow = {
  horizon: string;
  server: string;
  announcements: { id: number; xact: string; siteId: number; facts: string[] }[];
};

/** One snapshot: its horizon, and what transactions from `from` on announced. xid8 travels as text: JSON numbers end at 2^53. */
export async function selectLook(client: Client, from: string | null): Promise<LookRow | undefined> {
  const { rows } = await client.query<LookRow>(
    `select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
            concat_ws(' ', pg_postmaster_start_time(), (select oid from pg_database where datname = current_database()),
                      'announcements'::regclass::oid) as server,
            coalesce((select json_agg(json_build_object(
                        'id', id, 'xact', xact::text, 'siteId', site_id, 'facts', facts))
                      from announcements where xact >= $1::xid8), '[]'::json) as announcements`,
    [from],
  );
  return rows[0];
}
