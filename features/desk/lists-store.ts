import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { Line } from "./lines.ts";

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

/** A line `l` of `desk_lines`, or somebody's row `p` of `desk_people`, which says as much of where it stands. */
export type Alias = "l" | "p";

/** Somebody's rank where a line stands, or shall stand. */
export function rankOf({ onSite, ...known }: Ranks, of: Alias = "l"): SQL {
  const sectionId = sql`${sql.raw(of)}.section_id`;
  return sql`(case when ${sectionId} is null then ${onSite}::integer else ${rankIn(known, sectionId)} end)`;
}

/** Their rank where readers find it, or found it last: where it stands, where that is in no section. */
export function liveRankOf(ranks: Ranks, of: Alias = "l"): SQL {
  const liveIn = sql`${sql.raw(of)}.live_section_id`;
  return sql`(case when ${liveIn} is null then ${rankOf(ranks, of)} else ${rankIn(ranks, liveIn)} end)`;
}

function rankIn({ sectionIds, ranks }: Pick<Ranks, "sectionIds" | "ranks">, sectionId: SQL): SQL {
  return sql`coalesce((${ints(ranks)})[array_position(${ints(sectionIds)}, ${sectionId})], 0)`;
}

/** Whether a line was given to somebody who has a role. */
export function isGivenTo({ siteId, personId }: AtSite, of: Alias = "l"): SQL {
  return sql`(exists (select from desk_people g
      where g.document_id = ${sql.raw(of)}.document_id and g.person_id = ${personId} and g.given)
    and (select has_role_on_site(${personId}, ${siteId})))`;
}

/** The sections in which somebody has at least a rank. */
export function withRank({ sectionIds, ranks }: Ranks, least: number): number[] {
  return sectionIds.filter((_, at) => (ranks[at] ?? 0) >= least);
}

/**
 * Whether somebody's roles alone let them see a line: their rank where it stands or where readers have it is at least the one
 * that `may_see` demands. Told apart by that rank, of which the planner knows how many have which. What takes a rank of 2 is
 * nowhere for readers.
 */
export function isSeenByRole(ranks: Ranks, of: Alias = "l"): SQL {
  if (ranks.onSite >= 2) return sql`true`;
  const l = sql.raw(of);
  const [edited, written] = [withRank(ranks, 2), withRank(ranks, 1)];
  const anywhere = sql`(${l}.section_id = any(${ints(written)}) or ${l}.live_section_id = any(${ints(written)}))`;
  const shown = ranks.onSite >= 1 ? sql`${l}.needed_rank = 1` : sql`(${l}.needed_rank = 1 and ${anywhere})`;
  return edited.length === 0 ? shown : sql`(${shown} or ${l}.section_id = any(${ints(edited)}))`;
}

/** Whether somebody may see a line. */
export function isSeen(ranks: Ranks, of: Alias = "l"): SQL {
  return sql`(${sql.raw(of)}.site_id = ${ranks.siteId} and (${isSeenByRole(ranks, of)} or ${isGivenTo(ranks, of)}))`;
}

type Words = { title: SQL; sectionId: SQL; at: SQL; byId: SQL };

/** What a list says of the text that is newest. */
const NEWEST: Words = { title: sql`l.title`, sectionId: sql`l.section_id`, at: sql`l.changed_at`, byId: sql`l.by_id` };

/** What every list shows of a line `l`, as a `Line`; a list about what readers have says so in other words. */
export function lineWith(words: Partial<Words> = {}): SQL {
  const { title, sectionId, at, byId } = { ...NEWEST, ...words };
  return sql`
  l.document_id as id, l.kind, ${title} as title,
  (select s.name from sections s where s.id = ${sectionId} and s.site_id = l.site_id) as section,
  l.state, l.visibility, l.purpose, l.outcome, l.owed_since is not null as owed, ${moment(at)} as at,
  (select p.name from people p where p.id = ${byId}) as by, ${moment(sql`l.due_at`)} as "dueAt", l.trouble,
  coalesce(l.stand = 'returned', false) as returned`;
}

export type LineRow = Omit<Line, "at" | "dueAt"> & { at: string; dueAt: string | null };

export function lineOf<T extends LineRow>({ at, dueAt, ...row }: T) {
  return { ...row, at: new Date(at), dueAt: dueAt === null ? null : new Date(dueAt) };
}

/** A moment to its last microsecond, as text. */
export function moment(at: SQL): SQL {
  return sql`to_json(${at}) #>> '{}'`;
}

export function ints(numbers: readonly number[]): SQL {
  return sql`${sql.param(`{${numbers.join(",")}}`)}::integer[]`;
}
