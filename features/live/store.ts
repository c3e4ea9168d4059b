import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { type AtSite, ints, isSeen, ranksOf } from "#features/desk/lists-store.ts";
import { listenToHistory } from "#features/history/store.ts";
import { ofLastEvent } from "#features/workflow/last-event-store.ts";
import type { Connection } from "#lib/listening.ts";
import type { DocumentChange } from "./changes.ts";

/** What one look has seen, all in one snapshot. */
export type HistoryLook = {
  /** The snapshot itself: the next look begins where it ends. */
  mark: string;
  /** Documents with lines of history that the look before could not see. */
  moved: number[];
  /** How often the open texts of the documents that were asked about have been saved. */
  versions: Record<string, number>;
};

/** A connection on which is heard that the history has grown. */
export type Ear = Connection & {
  /** @param mark of the look before; null sees nothing but where the next one begins */
  look(mark: string | null, documentIds: readonly number[]): Promise<HistoryLook>;
};

/**
 * @param onWake something happened: look now
 * @param onLost the connection broke: the ear is of no more use
 */
export async function openEar(onWake: () => void, onLost: (error: Error) => void): Promise<Ear> {
  const { client, hangUp } = await listenToHistory(onWake, onLost);
  return {
    hangUp,
    async look(mark, documentIds) {
      const { rows } = await client.query<HistoryLook>(
        `select pg_current_snapshot()::text as mark,
                array(select distinct e.document_id from events e
                      where e.xact >= pg_snapshot_xmin($1::pg_snapshot)
                        and not pg_visible_in_snapshot(e.xact, $1::pg_snapshot)) as moved,
                (select coalesce(json_object_agg(b.document_id, b.version), '{}') from editions o
                 join draft_buffers b on b.edition_id = o.id
                 where o.document_id = any($2::integer[]) and o.state <> 'closed') as versions`,
        [mark, documentIds],
      );
      if (!rows[0]) throw new Error("The database answered a look at the history with nothing.");
      return rows[0];
    },
  };
}

/** Somebody at a site, and which of the documents they may see. */
export type Sees = AtSite & { documentIds: number[] };

/** Which of some documents each of some people may see, all in one statement: those who see none are left out. */
export async function whoSees(people: readonly AtSite[], documentIds: readonly number[]): Promise<Sees[]> {
  const [persons, sites] = [people.map(({ personId }) => personId), people.map(({ siteId }) => siteId)];
  const rankIn = (section: SQL) => sql`(select r.rank from ranks r
    where r.person_id = a.person_id and r.site_id = a.site_id and r.section_id is not distinct from ${section})`;
  const { rows } = await database("front").execute<Sees>(sql`
    with asking as materialized (
      select distinct person_id, site_id from unnest(${ints(persons)}, ${ints(sites)}) as p (person_id, site_id)
    ), touched as materialized (
      select * from desk_lines where document_id = any(${ints(documentIds)})
    ), ranks as materialized (
      select a.person_id, a.site_id, t.section_id, rank_at(a.person_id, a.site_id, t.section_id) as rank
      from asking a join (
        select site_id, section_id from touched union select site_id, live_section_id from touched
      ) t on t.site_id = a.site_id
    )
    select a.person_id as "personId", a.site_id as "siteId", array_agg(l.document_id) as "documentIds"
    from asking a join touched l on l.site_id = a.site_id
    where may_see(
      greatest(${rankIn(sql`l.section_id`)},
               case when l.live_section_id is null then 0 else ${rankIn(sql`l.live_section_id`)} end),
      exists (select from desk_people g where g.document_id = l.document_id and g.person_id = a.person_id and g.given)
        and has_role_on_site(a.person_id, a.site_id),
      l.state, l.outcome, l.visibility)
    group by a.person_id, a.site_id`);
  return rows;
}

/** A snapshot of the history: what is in it stands in the lists that are read after it. */
export async function markNow(): Promise<string> {
  const { rows } = await database().execute<{ mark: string }>(sql`select pg_current_snapshot()::text as mark`);
  if (!rows[0]) throw new Error("The database gave no snapshot.");
  return rows[0].mark;
}

/** So much that happened is looked through; where more did, something of it will be theirs. */
const LOOKED_THROUGH = 500;

/**
 * Whether something happened, after a snapshot, to a document that somebody may see. Of a snapshot that this server has not come to,
 * which is from before a restore, nobody knows.
 */
export async function anythingSince(staff: AtSite, mark: string): Promise<boolean> {
  const ranks = await ranksOf(staff);
  const { rows } = await database().execute<{ changed: boolean }>(sql`
    with later as materialized (
      select document_id from events where xact >= pg_snapshot_xmin(${mark}::pg_snapshot)
        and not pg_visible_in_snapshot(xact, ${mark}::pg_snapshot) order by xact limit ${LOOKED_THROUGH}
    )
    select pg_snapshot_xmax(${mark}::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot())
        or (select count(*) = ${LOOKED_THROUGH} from later) or exists (
      select from desk_lines l where l.document_id in (select document_id from later) and ${isSeen(ranks)}) as changed`);
  return rows[0]?.changed ?? false;
}

/** Of a line `v` of the history. */
const WHAT_AND_WHO = sql`json_build_object('kind', v.kind, 'move', v.payload ->> 'move', 'byId', v.actor_id,
  'by', (select p.name from people p where p.id = v.actor_id))`;

type ChangeRow = {
  moved: { kind: string; move: string | null; by: string | null; byId: number | null } | null;
  typed: { by: string | null; byId: number | null } | null;
};

/**
 * What happened last to a document after a line of its history and a version of its open text.
 * @param version null for a page without the open text
 * @returns undefined when there is no such document for this person; null when nothing happened
 */
export async function changeSince(
  staff: AtSite,
  { documentId, seq, version }: { documentId: number; seq: number; version: number | null },
): Promise<DocumentChange | null | undefined> {
  const ranks = await ranksOf(staff);
  const { rows } = await database().execute<ChangeRow>(sql`
    select ${ofLastEvent(sql`l.document_id`, WHAT_AND_WHO, sql`v.seq > ${seq} and v.kind <> 'went_live'`)} as moved,
           (select json_build_object('by', p.name, 'byId', p.id)
            from editions o join draft_buffers b on b.edition_id = o.id
            left join people p on p.id = coalesce(b.unkept_by[1], (
              select r.writers[1] from revisions r where r.edition_id = o.id order by r.number desc limit 1))
            where o.document_id = l.document_id and o.state <> 'closed' and b.version > ${version}) as typed
    from desk_lines l where l.document_id = ${documentId} and ${isSeen(ranks)}`);
  const [row] = rows;
  if (!row) return undefined;
  const last = row.moved ?? row.typed;
  if (last === null) return null;
  const what = row.moved === null ? "typed" : (row.moved.move ?? row.moved.kind);
  return { what: what as DocumentChange["what"], by: last.by, byMe: last.byId === staff.personId };
}
