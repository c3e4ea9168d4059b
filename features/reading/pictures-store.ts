import { and, desc, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import { fileCuts, files, revisionFiles } from "#db/schema/files.ts";
import { isShownByBrowsers } from "#features/files/media.ts";
import { findPictures as picturesOf, shown, shownCut } from "#features/files/store.ts";
import type { PictureFile } from "#features/files/types.ts";
import { partsOf } from "#features/text/picture-cut.ts";
import { withItsOriginal } from "./live-store.ts";

export const findPictures = (siteId: number, uses: readonly string[]) => picturesOf(siteId, uses, database("front"));

/**
 * A file of the site, or a cut of one, and whether a text that readers get now shows just that: who shows a part shows nothing of
 * the rest.
 * @param use as `pictureKey` spells it
 */
export async function findForReaders(siteId: number, use: string): Promise<(PictureFile & { isLive: boolean }) | null> {
  const { file: sha256, cut } = partsOf(use);
  // One text after the other, the newest first: as a join all texts were read with the picture that stands in all of them.
  const isLive = sql<boolean>`coalesce((
    select true from ${revisionFiles} named
    where named.sha256 = ${sha256} and named.cut = ${cut} and named.revision_id =
      (select d.live_revision_id from ${documents} d
        where d.id = named.document_id and d.site_id = ${siteId} and ${withItsOriginal})
    order by named.sha256, named.cut, named.revision_id desc limit 1), false)`;
  const isTheirs = and(eq(files.siteId, siteId), eq(files.sha256, sha256), eq(files.erased, false));
  const db = database("front");
  const [found] =
    cut === ""
      ? await db
          .select({ ...shown, isLive })
          .from(files)
          .where(isTheirs)
      : await db
          .select({ ...shownCut, isLive })
          .from(files)
          .innerJoin(fileCuts, and(eq(fileCuts.fileId, files.id), eq(fileCuts.cut, cut)))
          .where(isTheirs);
  return found ?? null;
}

/** A page that shows a file names so many texts that hand it out. */
const MOST_TEXTS = 5;

/**
 * A document that browsers show, with the numbers of live texts that hand it out, the newest first; null where there is no such one.
 * @param id the file's
 */
export async function findAttached(
  siteId: number,
  id: number,
): Promise<(PictureFile & { handedOutBy: number[] }) | null> {
  const db = database("front");
  const [file] = await db
    .select(shown)
    .from(files)
    .where(and(eq(files.siteId, siteId), eq(files.id, id), eq(files.erased, false), eq(files.state, "ready")));
  if (!file || !isShownByBrowsers(file.mediaType)) return null;
  // One text after the other, as above.
  const isLive = sql`${revisionFiles.revisionId} =
    (select d.live_revision_id from ${documents} d
      where d.id = ${revisionFiles.documentId} and d.site_id = ${siteId} and ${withItsOriginal})`;
  const texts = await db
    .select({ number: revisionFiles.documentId })
    .from(revisionFiles)
    .where(and(eq(revisionFiles.sha256, file.sha256), eq(revisionFiles.cut, ""), isLive))
    .orderBy(desc(revisionFiles.revisionId))
    .limit(MOST_TEXTS);
  return texts.length === 0 ? null : { ...file, handedOutBy: texts.map(({ number }) => number) };
}
