import { and, asc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { authors, listedDays, listedMonths, listings } from "#db/schema/listings.ts";
import { tags } from "#db/schema/sites.ts";
import { linesFrom } from "./list-parts-store.ts";
import { LINE, type Line, toLine } from "./live-store.ts";
import type { List } from "./types.ts";

/** How many lines a list has. */
export async function countInList({ list, ofId }: List): Promise<number> {
  const [found] = await database("front")
    .select({ total: sql`coalesce(sum(${listedMonths.listed}), 0)`.mapWith(Number) })
    .from(listedMonths)
    .where(and(eq(listedMonths.list, list), eq(listedMonths.ofId, ofId)));
  return found?.total ?? 0;
}

/**
 * What a list shows from a place on, the newest first.
 *
 * @param offset how many come before, from 0
 */
export async function findInList(siteId: number, of: List, offset: number, limit: number) {
  const { rows } = await database("front").execute<Line>(sql`
    with ${linesFrom(of, offset, limit)}
    select ${LINE}
    from lines l join documents d on d.id = l.document_id join sections s on s.id = d.section_id
    where d.site_id = ${siteId}
    order by l.day desc, l.at desc, l.document_id desc`);
  return rows.map(toLine);
}

type CorrectionRow = {
  number: number;
  slug: string;
  headline: string;
  sectionSlug: string;
  note: string;
};

/** The corrections of live articles from a place on, the newest first. */
export async function findCorrections(siteId: number, offset: number, limit: number) {
  const { rows } = await database("front").execute<CorrectionRow & { at: string }>(sql`
    with ${linesFrom({ list: "corrections", ofId: siteId }, offset, limit)}
    select d.id as number, d.slug, d.title as headline, s.slug as "sectionSlug", r.head ->> 'correction' as note, l.at
    from lines l join documents d on d.id = l.document_id join sections s on s.id = d.section_id
      join editions e on e.id = l.edition_id join revisions r on r.id = e.published_revision_id
    where d.site_id = ${siteId}
    order by l.day desc, l.at desc, l.document_id desc`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** The months ("2026-11") in which readers find articles of the site, the oldest first; in a year, where one is said. */
export async function findMonths(siteId: number, year: string | null) {
  const { list, ofId, month, listed } = listedMonths;
  return database("front")
    .select({ date: sql<string>`to_char(${month}, 'YYYY-MM')`, listed: sql`sum(${listed})`.mapWith(Number) })
    .from(listedMonths)
    .where(
      and(eq(list, "site"), eq(ofId, siteId), year === null ? sql`true` : within(month, `${year}-01-01`, "1 year")),
    )
    .groupBy(month)
    .having(sql`sum(${listed}) > 0`)
    .orderBy(asc(month));
}

/** The days of a month on which there are articles of the site, the first one first. @param month "2026-11" */
export async function findDays(siteId: number, month: string) {
  const { list, ofId, day, listed } = listedDays;
  return database("front")
    .select({ date: sql<string>`to_char(${day}, 'YYYY-MM-DD')`, listed: sql`sum(${listed})`.mapWith(Number) })
    .from(listedDays)
    .where(and(eq(list, "site"), eq(ofId, siteId), within(day, `${month}-01`, "1 month")))
    .groupBy(day)
    .having(sql`sum(${listed}) > 0`)
    .orderBy(asc(day));
}

/** How many articles of the site there are on a day. @param day "2026-11-28" */
export async function countOnDay(siteId: number, day: string): Promise<number> {
  const [found] = await database("front")
    .select({ total: sql`coalesce(sum(${listedDays.listed}), 0)`.mapWith(Number) })
    .from(listedDays)
    .where(and(eq(listedDays.list, "site"), eq(listedDays.ofId, siteId), eq(listedDays.day, day)));
  return found?.total ?? 0;
}

/** The articles of a day from a place on, the newest first. */
export async function findOnDay(siteId: number, day: string, offset: number, limit: number) {
  const { rows } = await database("front").execute<Line>(sql`
    with lines as (
      select l.at, l.document_id from listings l where l.list = 'site' and l.of_id = ${siteId} and l.day = ${day}::date
      order by l.at desc, l.document_id desc offset ${offset} limit ${limit}
    )
    select ${LINE}
    from lines l join documents d on d.id = l.document_id join sections s on s.id = d.section_id
    where d.site_id = ${siteId}
    order by l.at desc, l.document_id desc`);
  return rows.map(toLine);
}

/** A tag by its address, or by its number. */
export async function findTag(siteId: number, by: { slug: string } | { id: number }) {
  const [found] = await database("front")
    .select({ id: tags.id, name: tags.name, slug: tags.slug })
    .from(tags)
    .where(and(eq(tags.siteId, siteId), "id" in by ? eq(tags.id, by.id) : eq(tags.slug, by.slug)));
  return found;
}

/** An author by their address, or by their number: as the newest article that is live spells the name. */
export async function findAuthor(siteId: number, by: { slug: string } | { id: number }) {
  const { rows } = await database("front").execute<{ id: number; slug: string; name: string; number: number }>(sql`
    select a.id, a.slug, said.name, l.document_id as number
    from authors a
      cross join lateral (
        select document_id from listings where list = 'author' and of_id = a.id
        order by day desc, at desc, document_id desc limit 1) l
      join documents d on d.id = l.document_id join revisions r on r.id = d.live_revision_id
      cross join lateral (
        select n ->> 'name' as name from jsonb_array_elements(r.head #> '{byline,names}') n
        where name_key(n ->> 'name') = a.key limit 1) said
    where a.site_id = ${siteId} and ${"id" in by ? sql`a.id = ${by.id}` : sql`a.slug = ${by.slug}`}`);
  return rows[0];
}

/** The addresses of those whom the live text of an article names, each with the name as it is spelt there. */
export async function findAuthorsOf(siteId: number, number: number, names: string[]) {
  if (names.length === 0) return [];
  const { rows } = await database("front").execute<{ id: number; name: string; slug: string }>(sql`
    select a.id, said.name, a.slug
    from unnest(${sql.param(names)}::text[]) as said (name)
      join authors a on a.site_id = ${siteId} and a.key = name_key(said.name)
      join listings l on l.document_id = ${number} and l.list = 'author' and l.of_id = a.id`);
  return rows;
}

/** Addresses of tags under which there are two live articles at least, and of what hour the newest is. */
export async function findTagAddresses(siteId: number, limit: number) {
  return database("front")
    .select({ id: tags.id, slug: tags.slug, newest: newestIn("tag", sql`tags.id`) })
    .from(tags)
    .where(and(eq(tags.siteId, siteId), hasTwo("tag", sql`tags.id`)))
    .orderBy(asc(tags.id))
    .limit(limit);
}

/** The same of authors. */
export async function findAuthorAddresses(siteId: number, limit: number) {
  return database("front")
    .select({ slug: authors.slug, newest: newestIn("author", sql`authors.id`) })
    .from(authors)
    .where(and(eq(authors.siteId, siteId), hasTwo("author", sql`authors.id`)))
    .orderBy(asc(authors.id))
    .limit(limit);
}

const newestIn = (list: List["list"], ofId: SQL) =>
  sql`(select l.at from listings l where l.list = ${list} and l.of_id = ${ofId}
    order by l.day desc, l.at desc, l.document_id desc limit 1)`.mapWith(listings.at);

function hasTwo(list: List["list"], ofId: SQL): SQL {
  return sql`exists (select from ${listings} l where l.list = ${list} and l.of_id = ${ofId} offset 1)`;
}

function within(
  column: typeof listedDays.day | typeof listedMonths.month,
  first: string,
  span: string,
): SQL | undefined {
  return and(gte(column, first), lt(column, sql`(${first}::date + ${span}::interval)::date`));
}
