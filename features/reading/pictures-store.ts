import { and, eq, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { files, revisionFiles } from "#db/schema/files.ts";
import { shown } from "#features/files/store.ts";
import type { PictureFile } from "#features/files/types.ts";

/** What is known of these pictures on a site, in no order; those that it does not have are left out. */
export async function findPictures(siteId: number, hashes: readonly string[]): Promise<PictureFile[]> {
  if (hashes.length === 0) return [];
  return database("front")
    .select(shown)
    .from(files)
    .where(and(eq(files.siteId, siteId), inArray(files.sha256, [...hashes]), eq(files.erased, false)));
}

/** A file of the site, and whether a text that readers get now names it. */
export async function findForReaders(
  siteId: number,
  sha256: string,
): Promise<(PictureFile & { isLive: boolean }) | null> {
  const isLive = sql<boolean>`exists (
    select from ${revisionFiles} named join ${documents} d on d.id = named.document_id and d.live_revision_id = named.revision_id
    where named.sha256 = ${files.sha256} and d.site_id = ${files.siteId})`;
  const [found] = await database("front")
    .select({ ...shown, isLive })
    .from(files)
    .where(and(eq(files.siteId, siteId), eq(files.sha256, sha256), eq(files.erased, false)));
  return found ?? null;
}
