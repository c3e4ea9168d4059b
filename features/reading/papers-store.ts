import { and, eq, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { revisions } from "#db/schema/revisions.ts";
import { isLivePaper } from "./live-store.ts";
import type { PaperFilter, PaperInOrder, PaperPlace, PaperRow } from "./types.ts";

const ROW = sql`p.document_id as number, d.slug, d.title, d.card, p.issued_on::text as "issuedOn", p.effective_on::text as "effectiveOn",
  p.ends_on::text as "endsOn", p.issuer as body`;

/**
 * Papers in the order of lists, the newest first, as an index has them: their rows are not read.
 *
 * @param from behind which place it begins, and whether it is read towards the older or the newer ones; null at its top
 */
export async function findPapers(
  siteId: number,
  { form, issuer, from: first, until: last }: PaperFilter,
  from: { way: "after" | "before"; place: PaperPlace } | null,
  limit: number,
): Promise<PaperInOrder[]> {
  const isBack = from?.way === "before";
  const conditions = [
    sql`site_id = ${siteId}`,
    ...(form === null ? [] : [sql`form = ${form}`]),
    ...(issuer === null ? [] : [sql`issuer = ${issuer}`]),
    ...(first === null ? [] : [sql`issued_on >= ${first}::date`]),
    ...(last === null ? [] : [sql`issued_on <= ${last}::date`]),
    ...(from === null
      ? []
      : [
          sql`(issued_on, document_id) ${isBack ? sql`>` : sql`<`} (${from.place.issuedOn}::date, ${from.place.number})`,
        ]),
  ];
  const { rows } = await database("front").execute<PaperInOrder>(sql`
    select document_id as number, issued_on::text as "issuedOn", effective_on::text as "effectiveOn", ends_on::text as "endsOn"
    from papers where ${sql.join(conditions, sql` and `)}
    order by ${isBack ? sql`issued_on, document_id` : sql`issued_on desc, document_id desc`} limit ${limit}`);
  return isBack ? rows.reverse() : rows;
}

/** The live papers among these, in no order. */
export async function findPapersCalled(siteId: number, numbers: readonly number[]): Promise<PaperRow[]> {
  if (numbers.length === 0) return [];
  const { rows } = await database("front").execute<PaperRow>(sql`
    select ${ROW} from papers p join documents d on d.id = p.document_id
    where p.document_id = any(${sql.param([...numbers])}::integer[]) and p.site_id = ${siteId}`);
  return rows;
}

/** One paper is replaced by no more than a few, unless somebody makes fun of it. */
const MOST_REPLACING = 50;

/** The live papers that stand in the place of one, the first of them first. */
export async function findReplacing(siteId: number, number: number): Promise<PaperRow[]> {
  const { rows } = await database("front").execute<PaperRow>(sql`
    select ${ROW}
    from paper_replacements r join papers p on p.document_id = r.document_id join documents d on d.id = p.document_id
    where r.replaced_id = ${number} and p.site_id = ${siteId}
    order by p.issued_on, p.document_id limit ${MOST_REPLACING}`);
  return rows;
}

/** Where a paper that readers have, or had, stands in lists; null of anything else. */
export async function findPaperPlace(siteId: number, number: number): Promise<PaperPlace | null> {
  const { rows } = await database("front").execute<PaperPlace>(sql`
    select d.id as number,
      coalesce(p.issued_on, (d.card ->> 'issuedOn')::date, (d.shown_at at time zone s.time_zone)::date)::text as "issuedOn"
    from documents d join sites s on s.id = d.site_id left join papers p on p.document_id = d.id
    where d.id = ${number} and d.site_id = ${siteId} and d.kind = 'paper' and d.first_live_at is not null`);
  return rows[0] ?? null;
}

/** The kinds of paper that there are. Each of these three goes from one to the next by an index. */
export async function findPaperForms(siteId: number): Promise<string[]> {
  const next = (after: SQL) => sql`(select min(form) from papers where site_id = ${siteId} ${after})`;
  const { rows } = await database("front").execute<{ form: string }>(sql`
    with recursive forms as (
      select ${next(sql``)} as form
      union all select ${next(sql`and form > f.form`)} from forms f where f.form is not null
    ) select form from forms where form is not null`);
  return rows.map(({ form }) => form);
}

/** So many issuing bodies are offered. */
const MOST_BODIES = 100;

/** The issuing bodies of papers, as the newest of each spells it. */
export async function findPaperBodies(siteId: number): Promise<{ slug: string; name: string; number: number }[]> {
  const next = (after: SQL) => sql`(select min(issuer) from papers where site_id = ${siteId} ${after})`;
  const { rows } = await database("front").execute<{ slug: string; name: string; number: number }>(sql`
    with recursive bodies as (
      select ${next(sql``)} as slug, 1 as n
      union all select ${next(sql`and issuer > b.slug`)}, n + 1 from bodies b where b.slug is not null and n <= ${MOST_BODIES}
    )
    select b.slug, d.card ->> 'issuer' as name, d.id as number
    from bodies b cross join lateral (
      select p.document_id from papers p where p.site_id = ${siteId} and p.issuer = b.slug
      order by p.issued_on desc, p.document_id desc limit 1) newest
      join documents d on d.id = newest.document_id
    where b.slug is not null`);
  return rows;
}

/** The years in which papers were issued, the newest first. */
export async function findPaperYears(siteId: number): Promise<number[]> {
  const last = (before: SQL) =>
    sql`(select extract(year from max(issued_on))::integer from papers where site_id = ${siteId} ${before})`;
  const { rows } = await database("front").execute<{ year: number }>(sql`
    with recursive years as (
      select ${last(sql``)} as year
      union all select ${last(sql`and issued_on < make_date(y.year, 1, 1)`)} from years y where y.year is not null
    ) select year from years where year is not null`);
  return rows.map(({ year }) => year);
}

/** The text of a paper that is live. There is no way to ask for another one. */
export async function findLivePaper(siteId: number, number: number) {
  const [found] = await database("front")
    .select({
      canonical: revisions.canonical,
      contentVersion: revisions.contentVersion,
      shownAt: documents.shownAt,
      firstLiveAt: documents.firstLiveAt,
      liveSince: documents.liveSince,
    })
    .from(documents)
    .innerJoin(revisions, eq(revisions.id, documents.liveRevisionId))
    .where(and(isLivePaper(siteId), eq(documents.id, number)));
  return found;
}
