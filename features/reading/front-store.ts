import { and, eq, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { revisions } from "#db/schema/revisions.ts";
import { sections } from "#db/schema/sites.ts";
import { CARD, isLive, LINE, type Line, NEWEST_FIRST, toLine } from "./live-store.ts";

/** The live text of the front of a section, or of the site (null): how it is arranged; none where nobody has arranged it. */
export async function findFront(siteId: number, sectionId: number | null) {
  const [found] = await database("front")
    .select({ canonical: revisions.canonical, contentVersion: revisions.contentVersion })
    .from(documents)
    .innerJoin(revisions, eq(revisions.id, documents.liveRevisionId))
    .where(
      and(
        eq(documents.siteId, siteId),
        eq(documents.kind, "front"),
        sql`coalesce((${documents.card} ->> 'sectionId')::integer, 0) = ${sectionId ?? 0}`,
      ),
    );
  return found;
}

/**
 * What was chosen for a front and is in force, and what will be: at most one that is, by the clock of the database, and none that was
 * cancelled.
 */
export async function findChoices(siteId: number, sectionId: number | null) {
  const standing = sql`select f.number, f.pins, f.takes_effect_at as "takesEffectAt" from front_choices f
    where f.site_id = ${siteId} and coalesce(f.section_id, 0) = ${sectionId ?? 0} and f.cancels is null
      and not exists (select from front_choices c where c.site_id = ${siteId}
        and coalesce(c.section_id, 0) = ${sectionId ?? 0} and c.cancels = f.number)`;
  type Row = { number: number; pins: string; takesEffectAt: string };
  const db = database("front");
  // In this order: one whose hour comes between the two is in both, and never in none.
  const ahead = (await db.execute<Row>(sql`${standing} and f.takes_effect_at > now()`)).rows;
  const [current] = (
    await db.execute<Row>(sql`${standing} and f.takes_effect_at <= now()
      order by f.takes_effect_at desc, f.number desc limit 1`)
  ).rows;
  const waiting = ahead.filter(({ number }) => number !== current?.number);
  return [
    ...(current ? [{ ...current, isInForce: true }] : []),
    ...waiting.map((row) => ({ ...row, isInForce: false })),
  ].map(({ takesEffectAt, ...row }) => ({ ...row, takesEffectAt: new Date(takesEffectAt) }));
}

/** Those of some articles that are live. */
export async function findByNumber(siteId: number, numbers: readonly number[]) {
  if (numbers.length === 0) return [];
  return database("front")
    .select(CARD)
    .from(documents)
    .innerJoin(sections, eq(sections.id, documents.sectionId))
    .where(and(isLive(siteId), inArray(documents.id, [...numbers])));
}

/** The newest live articles of a form that is no plain news: those are most, and are found by date. */
export async function findOfForm(siteId: number, form: string, limit: number) {
  return database("front")
    .select(CARD)
    .from(documents)
    .innerJoin(sections, eq(sections.id, documents.sectionId))
    .where(and(isLive(siteId), sql`${documents.card} ? 'kind' and (${documents.card} ->> 'kind') = ${form}`))
    .orderBy(...NEWEST_FIRST)
    .limit(limit);
}

/** So many articles of a section are looked through for those of a form: all of it may hold none. */
const LOOKED_BACK = 100;

/** The same of those that a section's pages list, among its newest articles. */
export async function findOfFormInSection(siteId: number, form: string, sectionId: number, limit: number) {
  const { rows } = await database("front").execute<Line>(sql`
    with newest as materialized (
      select l.document_id from section_listings l
      where l.section_id = ${sectionId} order by l.shown_at desc, l.document_id desc limit ${LOOKED_BACK}
    )
    select ${LINE}
    from newest n join documents d on d.id = n.document_id join sections s on s.id = d.section_id
    where d.site_id = ${siteId} and d.visibility = 'live' and d.card ? 'kind' and (d.card ->> 'kind') = ${form}
    order by d.shown_at desc nulls last, d.id desc limit ${limit}`);
  return rows.map(toLine);
}
