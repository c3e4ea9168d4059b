import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { Line } from "./lines.ts";
import { scheduleOf } from "./schedule-store.ts";

/** Somebody at a site. */
export type AtSite = { siteId: number; personId: number };

/** A person's rank in every section of their site, asked once for all lists. */
export type Ranks = AtSite & { onSite: number; sectionIds: number[]; ranks: number[] };

export async function ranksOf({ siteId, personId }: AtSite): Promise<Ranks> {
  const { rows } = await database().execute<{
    onSite: number;
    sectionIds: number[] | null;
    ranks: number[] | null;
  }>(sql`
    select rank_on_site(${personId}, ${siteId}) as "onSite", array_agg(s.id) as "sectionIds",
           array_agg(rank_in_section(${personId}, s.id)) as ranks
    from sections s where s.site_id = ${siteId}`);
  const [row] = rows;
  return { siteId, personId, onSite: row?.onSite ?? 0, sectionIds: row?.sectionIds ?? [], ranks: row?.ranks ?? [] };
}

/** Everybody who has, or had, a say over articles of a site, by name; whoever left has still written what they wrote. */
export async function everWrote(siteId: number): Promise<{ id: number; name: string }[]> {
  const { rows } = await database().execute<{ id: number; name: string }>(sql`
    select p.id, p.name from people p
    where p.id in (select g.person_id from grants g where g.site_id = ${siteId} and g.role <> 'administrator')
    order by p.name, p.id`);
  return rows;
}

/**
 * The articles of a site that somebody may see, each with what lists show and decide by.
 *
 * @param among narrows the articles (`a`) that are looked at, so that a list of a few does not walk through the archive
 */
export function seenBy(ranks: Ranks, among: SQL = sql`true`): SQL {
  return sql`
    select * from (
      select a.id, a.visibility, a.owed_since, a.owed_by, a.live_since, a.shown_at, a.first_live_at, a.last_live_revision_id, a.withdrawn_at,
             a.withdrawn_reason, a.migrated, a.title as live_title, a.section_id as live_section_id, e.id as edition_id, e.purpose, e.opened_by, e.submitted_by, e.outcome, e.batch_id, e.number,
             nullif(e.state, 'closed') as state, section.id as section_id, section.name as section,
             case when place.section_id is null then ${ranks.onSite}::integer else coalesce(r.rank, 0) end as rank,
             coalesce(live.rank, 0) as live_rank,
             least(case when place.section_id is null then ${ranks.onSite}::integer else coalesce(r.rank, 0) end,
               case when a.section_id is not null then coalesce(live.rank, 0) end) as deciding_rank,
             w.person_id is not null as is_writer,
             case when b.edition_id is null then a.title else text.title end as title, a.kind,
             b.digest, b.unkept_by,
             coalesce(b.saved_at, a.withdrawn_at, a.hidden_at, a.live_since, e.closed_at, a.created_at) as at,
             coalesce(b.unkept_by[1], e.submitted_by, e.opened_by, a.created_by) as by_id
      from documents a
      join document_kinds k on k.name = a.kind
      left join lateral (
        select * from editions e where e.document_id = a.id order by e.state = 'closed', e.number desc limit 1
      ) e on true
      left join draft_buffers b
        on b.edition_id = e.id and (e.state <> 'closed' or a.visibility = 'never_live')
      left join lateral (
        select b.content ->> k.title_field as title, (b.content ->> k.section_field)::integer as section_id
      ) text on true
      cross join lateral (
        select case when e.state <> 'closed' then text.section_id else coalesce(a.section_id, text.section_id) end as section_id
      ) place
      left join sections section on section.id = place.section_id and section.site_id = a.site_id
      left join unnest(${ints(ranks.sectionIds)}, ${ints(ranks.ranks)}) as r(id, rank) on r.id = place.section_id
      left join unnest(${ints(ranks.sectionIds)}, ${ints(ranks.ranks)}) as live(id, rank) on live.id = a.section_id
      left join document_writers w on w.document_id = a.id and w.person_id = ${ranks.personId}
        and (select has_role_on_site(${ranks.personId}, ${ranks.siteId}))
      where a.site_id = ${ranks.siteId} and (${among})
    ) s
    where may_see(greatest(s.rank, s.live_rank), s.is_writer, s.state, s.outcome, s.visibility)`;
}

/** What every list shows of `story` (a row of `seenBy`), as a `Line`. */
export const LINE: SQL = lineWith({});

/** The same with other words: a list about what readers have says nothing of an update that is open beside it. */
export function lineWith({
  title = sql`story.title`,
  section = sql`story.section`,
  at = sql`story.at`,
  byId = sql`story.by_id`,
}): SQL {
  return sql`
  story.id, story.kind, ${title} as title, ${section} as section, story.state, story.visibility, story.purpose, story.outcome,
  story.owed_since is not null as owed, to_json(${at}) #>> '{}' as at,
  (select p.name from people p where p.id = ${byId}) as by,
  (select to_json(c.due_at) #>> '{}' from schedules c where c.edition_id = story.edition_id and c.ended_at is null) as "dueAt",
  (select c.error from ${scheduleOf(sql`story.edition_id`, sql`story.id`)} c) as trouble,
  coalesce(story.state = 'draft' and ${lastStep()} = 'return', false) as returned`;
}

export type LineRow = Omit<Line, "at" | "dueAt"> & { at: string; dueAt: string | null };

export function lineOf<T extends LineRow>({ at, dueAt, ...row }: T) {
  return { ...row, at: new Date(at), dueAt: dueAt === null ? null : new Date(dueAt) };
}

/** An article `a` with an open edition. As an array, which is read once and looked up by the articles' index. */
export const OPEN = sql`a.id = any(array(select open.document_id from editions open where open.state <> 'closed'))`;

/** Whether the article was last sent on (`submit`) or sent back (`return`). */
export function lastStep(): SQL {
  return sql`(select v.payload ->> 'move' from events v
    where v.document_id = story.id and v.payload ->> 'move' in ('submit', 'return') order by v.seq desc limit 1)`;
}

function ints(numbers: readonly number[]): SQL {
  return sql`${sql.param(`{${numbers.join(",")}}`)}::integer[]`;
}
