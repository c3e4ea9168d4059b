import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { files, revisionFiles } from "#db/schema/files.ts";
import { findPictures as picturesOf, shown } from "#features/files/store.ts";
import type { PictureFile } from "#features/files/types.ts";

export const findPictures = (siteId: number, hashes: readonly string[]) => picturesOf(siteId, hashes, database("front"));

/** A file of the site, and whether a text that readers get now names it. */
export async function findForReaders(
  siteId: number,
  sha256: string,
): Promise<(PictureFile & { isLive: boolean }) | null> {
  const db = database("front");
  const live = db
    .select({ id: documents.id })
    .from(revisionFiles)
    .innerJoin(
      documents,
      and(eq(documents.id, revisionFiles.documentId), eq(documents.liveRevisionId, revisionFiles.revisionId)),
    )
    .where(and(eq(revisionFiles.sha256, sha256), eq(documents.siteId, siteId)));
  const isLive = sql<boolean>`exists ${live}`;
  const [found] = await db
    .select({ ...shown, isLive })
    .from(files)
    .where(and(eq(files.siteId, siteId), eq(files.sha256, sha256), eq(files.erased, false)));
  return found ?? null;
}
