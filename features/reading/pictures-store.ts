import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { files, revisionFiles } from "#db/schema/files.ts";
import { findPictures as picturesOf, shown } from "#features/files/store.ts";
import type { PictureFile } from "#features/files/types.ts";

export const findPictures = (siteId: number, hashes: readonly string[]) =>
  picturesOf(siteId, hashes, database("front"));

/** A file of the site, and whether a text that readers get now names it. */
export async function findForReaders(
  siteId: number,
  sha256: string,
): Promise<(PictureFile & { isLive: boolean }) | null> {
  // One text after the other, the newest first: as a join all texts were read with the picture that stands in all of them.
  const isLive = sql<boolean>`coalesce((
    select true from ${revisionFiles} named
    where named.sha256 = ${sha256} and named.revision_id =
      (select d.live_revision_id from ${documents} d where d.id = named.document_id and d.site_id = ${siteId})
    order by named.sha256, named.revision_id desc limit 1), false)`;
  const [found] = await database("front")
    .select({ ...shown, isLive })
    .from(files)
    .where(and(eq(files.siteId, siteId), eq(files.sha256, sha256), eq(files.erased, false)));
  return found ?? null;
}
