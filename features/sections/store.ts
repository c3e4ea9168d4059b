import { and, asc, eq, isNotNull } from "drizzle-orm";
import { documents } from "#db/schema/documents.ts";
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

/** Addresses at a site's root that the program keeps for itself; the law refuses them as well. */
const RESERVED = ["en", "desk", "login", "api", "tim-kiem", "rss", "trang", "robots.txt", "sitemap.xml"];

/** What a text may point to or stand beside on its site, seen from one document. */
type Places = { sectionIds: Set<number>; takenSlugs: Set<string>; pageIds: Set<number> };

export async function placesOf(tx: Tx, siteId: number, documentId: number): Promise<Places> {
  const known = await sectionsOf(tx, siteId);
  const pages = await tx
    .select({ id: documents.id, slug: documents.slug })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), eq(documents.kind, "page"), isNotNull(documents.slug)));
  const others = pages.filter(({ id }) => id !== documentId);
  return {
    sectionIds: new Set(known.map(({ id }) => id)),
    takenSlugs: new Set([...RESERVED, ...known.map(({ slug }) => slug), ...others.map(({ slug }) => slug ?? "")]),
    pageIds: new Set(pages.map(({ id }) => id)),
  };
}
