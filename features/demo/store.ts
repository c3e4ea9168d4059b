import { and, eq, sql } from "drizzle-orm";
import { sections, sites, tags } from "#db/schema/sites.ts";
import { sealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";
import { slugFrom } from "#features/text/slug.ts";

/** Behind another instance that makes the demo at this moment: a second or two, on a slow machine more than a row may take. */
export async function waitForTurn(tx: Tx): Promise<void> {
  await tx.execute(sql`set local lock_timeout = '15s'`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('demo', 0))`);
}

export async function hasSite(tx: Tx): Promise<boolean> {
  const found = await tx.select({ id: sites.id }).from(sites).limit(1);
  return found.length > 0;
}

export async function insertSite(tx: Tx, site: typeof sites.$inferInsert): Promise<number> {
  const [made] = await tx.insert(sites).values(sealed(sites, site)).returning({ id: sites.id });
  if (!made) throw new Error("The site was not made.");
  return made.id;
}

export async function insertSection(
  tx: Tx,
  section: { siteId: number; parentId: number | null; name: string; position: number },
): Promise<number> {
  const [made] = await tx
    .insert(sections)
    .values(sealed(sections, { ...section, slug: slugFrom(section.name) }))
    .returning({ id: sections.id });
  if (!made) throw new Error(`The section ${section.name} was not made.`);
  return made.id;
}

export async function findSectionIds(tx: Tx, siteId: number): Promise<Map<string, number>> {
  const found = await tx
    .select({ id: sections.id, name: sections.name })
    .from(sections)
    .where(eq(sections.siteId, siteId));
  return new Map(found.map(({ id, name }) => [name, id]));
}

export async function tagCalled(tx: Tx, siteId: number, name: string): Promise<number> {
  const slug = slugFrom(name);
  await tx.insert(tags).values(sealed(tags, { siteId, name, slug })).onConflictDoNothing();
  const [found] = await tx
    .select({ id: tags.id })
    .from(tags)
    .where(and(eq(tags.siteId, siteId), eq(tags.slug, slug)));
  if (!found) throw new Error(`The keyword ${name} was not made.`);
  return found.id;
}
