import { sql } from "drizzle-orm";
import type { Client } from "pg";
import { ownConnection } from "#db/client.ts";
import { announcements } from "#db/schema/publishing.ts";
import type { Tx } from "#db/transaction.ts";
import type { Placed } from "./surfaces.ts";

const CHANNEL = "toasoan_announcements";

export async function insertAnnouncement(tx: Tx, siteId: number, surfaces: readonly string[]): Promise<void> {
  await tx.insert(announcements).values({ siteId, surfaces: [...surfaces] });
  await tx.execute(sql`select pg_notify(${CHANNEL}, '')`);
}

/**
 * Where readers meet a document, or the notice that it is gone; null before it was ever live. What stands at the site's root
 * is in its menu or at its foot, or is what every page says of the site.
 */
export async function placeOf(tx: Tx, documentId: number): Promise<Placed | null> {
  const { rows } = await tx.execute<Placed>(sql`
    with recursive lists as (
      select s.id, s.parent_id, s.slug from sections s
      where s.id = (select section_id from documents where id = ${documentId})
         or s.id in (select section_id from document_sections where document_id = ${documentId})
      union
      select parent.id, parent.parent_id, parent.slug from sections parent join lists on parent.id = lists.parent_id
    )
    select case when k.section_field is null then '/*' else '/' || own.slug || '/' || d.slug || '-' || d.id end as address,
           (select coalesce(array_agg(slug order by slug), '{}') from lists) as sections
    from documents d join document_kinds k on k.name = d.kind left join sections own on own.id = d.section_id
    where d.id = ${documentId} and d.visibility <> 'never_live'`);
  return rows[0] ?? null;
}

/** A connection of its own, beside the pools; the caller ends it. */
export function takeConnection(): Promise<Client> {
  return ownConnection();
}

export async function listenForAnnouncements(client: Client): Promise<void> {
  await client.query(`listen ${CHANNEL}`);
}

type LookRow = {
  horizon: string;
  announcements: { id: number; xact: string; siteId: number; surfaces: string[] }[];
};

/** One snapshot: its horizon, and what transactions from `from` on announced. xid8 travels as text: JSON numbers end at 2^53. */
export async function selectLook(client: Client, from: string | null): Promise<LookRow | undefined> {
  const { rows } = await client.query<LookRow>(
    `select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
            coalesce((select json_agg(json_build_object(
                        'id', id, 'xact', xact::text, 'siteId', site_id, 'surfaces', surfaces))
                      from announcements where xact >= $1::xid8), '[]'::json) as announcements`,
    [from],
  );
  return rows[0];
}
