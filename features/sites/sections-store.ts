import { and, asc, eq, inArray, isNotNull, isNull, not, sql } from "drizzle-orm";
import { documents } from "#db/schema/documents.ts";
import { sectionSlugs, sections } from "#db/schema/sites.ts";
import { changeSealed, sealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";

/**
 * Every section of a site, siblings in the order of its menu, and whether readers ever found an article in it (the sections below
 * it not counted).
 */
export async function sectionsOf(db: Pick<Tx, "select">, siteId: number) {
  return db
    .select({
      id: sections.id,
      parentId: sections.parentId,
      name: sections.name,
      slug: sections.slug,
      opened: sql<boolean>`${sections.openedAt} is not null`,
    })
    .from(sections)
    .where(eq(sections.siteId, siteId))
    .orderBy(asc(sections.position), asc(sections.id));
}

export async function isSectionOf(tx: Tx, siteId: number, sectionId: number): Promise<boolean> {
  const found = await tx
    .select({ id: sections.id })
    .from(sections)
    .where(and(eq(sections.id, sectionId), eq(sections.siteId, siteId)));
  return found.length > 0;
}

/** Addresses that sections of a site had, and by which readers still find them: they once knew it, and nothing else has it by now. */
export async function formerSlugsOf(db: Pick<Tx, "select">, siteId: number) {
  return db
    .select({ slug: sectionSlugs.slug, sectionId: sectionSlugs.sectionId })
    .from(sectionSlugs)
    .innerJoin(sections, and(eq(sections.id, sectionSlugs.sectionId), isNotNull(sections.openedAt)))
    .where(and(eq(sectionSlugs.siteId, siteId), not(isTaken)))
    .orderBy(asc(sectionSlugs.slug));
}

const isTaken = sql`(
  exists (select from ${sections} s where s.site_id = ${sectionSlugs.siteId} and s.slug = ${sectionSlugs.slug})
  or exists (
    select from ${documents} d
    where d.kind = 'page' and d.site_id = ${sectionSlugs.siteId} and d.slug = ${sectionSlugs.slug}))`;

/**
 * Two who meet a new section at once make it once, and one at a time is called otherwise, or a page gets its address beside them.
 * Held until the transaction ends.
 */
export async function lockSections(tx: Tx, siteId: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sections of ${siteId}`}, 0))`);
}

/** Behind the last one beside it. */
export async function insertSection(
  tx: Tx,
  section: { siteId: number; parentId: number | null; name: string; slug: string },
) {
  const { siteId, parentId } = section;
  const [last] = await tx
    .select({ position: sql`coalesce(max(${sections.position}), 0)`.mapWith(Number) })
    .from(sections)
    .where(and(eq(sections.siteId, siteId), sql`${sections.parentId} is not distinct from ${parentId}::integer`));
  const [made] = await tx
    .insert(sections)
    .values(sealed(sections, { ...section, position: (last?.position ?? 0) + 1 }))
    .returning();
  if (!made) throw new Error("an inserted section comes back");
  return made;
}

/** What a section is called from now on, and where it stands. The database keeps the address that it had. */
export async function setName(tx: Tx, sectionId: number, name: { name: string; slug: string }): Promise<void> {
  await changeSealed(tx, sections, eq(sections.id, sectionId), () => name);
}

/**
 * Opens those of some sections of a site that are not open yet. Held in the order of their ids, so that two articles that open the
 * same ones wait for each other.
 * @returns those that it opened
 */
export async function setOpen(tx: Tx, siteId: number, sectionIds: readonly number[]): Promise<number[]> {
  const isClosed = and(eq(sections.siteId, siteId), inArray(sections.id, [...sectionIds]), isNull(sections.openedAt));
  const closed = await tx
    .select({ id: sections.id })
    .from(sections)
    .where(isClosed)
    .orderBy(asc(sections.id))
    .for("no key update");
  if (closed.length === 0) return [];
  const opened = await tx.update(sections).set({ openedAt: sql`now()` }).where(isClosed).returning({ id: sections.id });
  return opened.map(({ id }) => id).sort((one, other) => one - other);
}
