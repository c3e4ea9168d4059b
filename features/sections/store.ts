import { asc, eq } from "drizzle-orm";
import { sections } from "#db/schema/sites.ts";
import type { Tx } from "#db/transaction.ts";

export type Section = { id: number; parentId: number | null; name: string; slug: string };

/** The sections of a site, siblings in the order of its menu. */
export async function sectionsOf(tx: Tx, siteId: number): Promise<Section[]> {
  return tx
    .select({ id: sections.id, parentId: sections.parentId, name: sections.name, slug: sections.slug })
    .from(sections)
    .where(eq(sections.siteId, siteId))
    .orderBy(asc(sections.position), asc(sections.id));
}
