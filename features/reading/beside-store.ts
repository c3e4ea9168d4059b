import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { LINE, type Line, toLine } from "./live-store.ts";

/** Whether an article came after the one beside which it stands, or before it. */
type Side = "newer" | "older";

/**
 * What stands next to a live article on its section's pages: the one after it, and those before it, the nearest first.
 *
 * @param older how many before it
 */
export async function findNear(siteId: number, sectionId: number, number: number, older: number) {
  const own = sql`(select shown_at, id from documents where id = ${number} and site_id = ${siteId})`;
  const { rows } = await database("front").execute<Line & { side: Side }>(sql`
    with near as (
      (select l.document_id, l.shown_at, 'newer' as side from section_listings l
         where l.section_id = ${sectionId} and (l.shown_at, l.document_id) > ${own}
         order by l.shown_at, l.document_id limit 1)
      union all
      (select l.document_id, l.shown_at, 'older' from section_listings l
         where l.section_id = ${sectionId} and (l.shown_at, l.document_id) < ${own}
         order by l.shown_at desc, l.document_id desc limit ${older})
    )
    select ${LINE}, n.side
    from near n join documents d on d.id = n.document_id join sections s on s.id = d.section_id
    where d.site_id = ${siteId}
    order by n.shown_at desc, n.document_id desc`);
  return rows.map(({ side, ...row }) => ({ ...toLine(row), side }));
}

/** Of each tag so many of the newest are looked at. */
const LOOKED_AT = 20;

/**
 * The newest live articles that share most of these tags.
 *
 * @param without numbers of articles that are left out
 */
export async function findTagged(siteId: number, tagIds: number[], without: number[], limit: number) {
  if (tagIds.length === 0) return [];
  const { rows } = await database("front").execute<Line>(sql`
    with tagged as (
      select newest.document_id, newest.at
      from unnest(${sql.param(tagIds)}::integer[]) as tag (id) cross join lateral (
        select document_id, at from listings where list = 'tag' and of_id = tag.id
        order by day desc, at desc, document_id desc limit ${LOOKED_AT}) newest
    ), best as (
      select document_id, count(*) as shared, max(at) as at from tagged
      where document_id <> all(${sql.param(without)}::integer[])
      group by document_id order by shared desc, at desc, document_id desc limit ${limit}
    )
    select ${LINE}
    from best b join documents d on d.id = b.document_id join sections s on s.id = d.section_id
    where d.site_id = ${siteId}
    order by b.shared desc, b.at desc, b.document_id desc`);
  return rows.map(toLine);
}

/** Those of these articles that are live, in the order that was given. */
export async function findChosen(siteId: number, numbers: number[]) {
  if (numbers.length === 0) return [];
  const { rows } = await database("front").execute<Line>(sql`
    select ${LINE}
    from unnest(${sql.param(numbers)}::integer[]) with ordinality as chosen (id, at)
      join documents d on d.id = chosen.id join sections s on s.id = d.section_id
    where d.site_id = ${siteId} and d.kind = 'article' and d.visibility = 'live'
    order by chosen.at`);
  return rows.map(toLine);
}

/** The articles that are near one by their texts, the nearest first, with what readers get of each; null where they do not get it. */
export async function findNearTexts(siteId: number, number: number) {
  type Row = Line & { documentId: number; nearId: number; number: number | null };
  const { rows } = await database("front").execute<Row>(sql`
    select n.document_id as "documentId", n.near_id as "nearId", ${LINE}
    from near_texts n
      left join documents d on d.id = n.near_id and d.site_id = ${siteId} and d.kind = 'article' and d.visibility = 'live'
      left join sections s on s.id = d.section_id
    where n.document_id = ${number}
    order by n.step, n.shown_at desc, n.near_id desc`);
  return rows.map(({ nearId, documentId: _, ...row }) => ({ nearId, line: row.number === null ? null : toLine(row) }));
}
