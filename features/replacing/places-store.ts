import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { isSeen, type LineRow, lineOf, lineWith, type Ranks } from "#features/desk/lists-store.ts";
import { MAY_TYPE } from "#features/workflow/machine.ts";
import { MOST_PLACES, type Places, whatIsDone } from "./places.ts";

type Row = LineRow & { seen: boolean; inDraft: boolean };

/** The documents of a site whose newest texts name a file: the one that readers have, and the one that is open. */
export async function placesOf(ranks: Ranks, sha256: string): Promise<Places> {
  const { siteId } = ranks;
  const limit = MOST_PLACES + 1;
  const { rows } = await database().execute<Row>(sql`
    with named as materialized (
      select document_id from (
        (select distinct n.document_id from draft_files n join editions e on e.id = n.edition_id and e.state <> 'closed'
          join documents d on d.id = n.document_id and d.site_id = ${siteId}
          where n.sha256 = ${sha256} order by n.document_id desc limit ${limit})
        union
        (select distinct n.document_id from revision_files n
          join documents d on d.id = n.document_id and d.site_id = ${siteId} and d.live_revision_id = n.revision_id
          where n.sha256 = ${sha256} order by n.document_id desc limit ${limit})
      ) either order by document_id desc limit ${limit}
    )
    select ${lineWith()}, ${isSeen(ranks)} as seen,
      exists (select from draft_files n join editions e on e.id = n.edition_id and e.state <> 'closed'
        where n.document_id = named.document_id and n.sha256 = ${sha256}) as "inDraft"
    from named join desk_lines l on l.document_id = named.document_id
    order by named.document_id desc`);
  const page = rows.slice(0, MOST_PLACES);
  return {
    places: page
      .filter(({ seen }) => seen)
      .map(({ seen: _, inDraft, ...row }) => {
        const line = lineOf(row);
        return { line, does: whatIsDone(line.state === null ? null : line.state in MAY_TYPE, inDraft) };
      }),
    unseen: page.filter(({ seen }) => !seen).length,
    isMore: rows.length > MOST_PLACES,
  };
}
