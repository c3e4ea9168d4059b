import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { files } from "#db/schema/files.ts";
import { people } from "#db/schema/people.ts";
import type { Tx } from "#db/transaction.ts";
import { moment } from "#features/desk/lists-store.ts";
import { rights, shown } from "#features/files/store.ts";
import type { FileDetails } from "./types.ts";
import type { FileWordsTyped } from "./words.ts";

const ofSite = (siteId: number, sha256: string) =>
  and(eq(files.siteId, siteId), eq(files.sha256, sha256), eq(files.erased, false));

/** All that is known of a site's file; null where it has none of that hash. */
export async function findDetails(
  siteId: number,
  sha256: string,
): Promise<(FileDetails & { uploadedBy: number }) | null> {
  const [found] = await database()
    .select({
      ...shown,
      ...{ caption: files.caption, credit: files.credit, alt: files.alt, creator: files.creator },
      ...{ copyright: files.copyright, keywords: files.keywords, takenAt: files.takenAt },
      ...{ used: files.used, live: files.live, at: files.uploadedAt, uploadedBy: files.uploadedBy },
      ...{ version: files.version, changedAt: files.changedAt, by: people.name },
      rights,
      binnedAt: files.binnedAt,
      changedBy: sql<string | null>`(select c.name from people c where c.id = ${files.changedBy})`,
      macrosBy: sql<string | null>`(select m.name from people m where m.id = ${files.macrosBy})`,
    })
    .from(files)
    .innerJoin(people, eq(people.id, files.uploadedBy))
    .where(ofSite(siteId, sha256));
  if (!found) return null;
  const { changedAt, changedBy, ...file } = found;
  const changed = changedAt === null || changedBy === null ? null : { at: changedAt, by: changedBy };
  return { ...file, changed };
}

/** Whose file it is and how often its words were changed, held until the transaction ends; null where there is none. */
export async function lockFile(tx: Tx, siteId: number, sha256: string) {
  const [found] = await tx
    .select({ id: files.id, uploadedBy: files.uploadedBy, version: files.version, failure: shown.failure })
    .from(files)
    .where(ofSite(siteId, sha256))
    .for("no key update");
  return found ?? null;
}

/** Who changed a file's words last, and when; null before anybody has. */
export async function lastChange(tx: Tx, fileId: number): Promise<{ by: string; at: Date } | null> {
  const { rows } = await tx.execute<{ by: string; at: string }>(sql`
    select p.name as by, ${moment(sql`f.changed_at`)} as at
    from files f join people p on p.id = f.changed_by where f.id = ${fileId}`);
  return rows[0] ? { by: rows[0].by, at: new Date(rows[0].at) } : null;
}

/** Says other words of a file. */
export async function keepWords(tx: Tx, fileId: number, by: number, words: Partial<FileWordsTyped>): Promise<void> {
  await tx
    .update(files)
    .set({ ...words, version: sql`${files.version} + 1`, changedBy: by, changedAt: sql`now()` })
    .where(eq(files.id, fileId));
}

const chosen = {
  ...{ id: files.id, sha256: files.sha256, name: files.name, caption: files.caption, credit: files.credit },
  ...{ keywords: files.keywords, version: files.version, uploadedBy: files.uploadedBy, used: files.used, rights },
};

/** What is in the bin is chosen for nothing. */
const isChosen = (siteId: number, ids: readonly number[]) =>
  and(eq(files.siteId, siteId), inArray(files.id, [...ids]), eq(files.erased, false), isNull(files.binnedAt));

/** These files of a site, the newest first; those that it does not have are left out. */
export async function findChosen(siteId: number, ids: readonly number[]) {
  return database()
    .select(chosen)
    .from(files)
    .where(isChosen(siteId, ids))
    .orderBy(sql`${files.uploadedAt} desc, ${files.id} desc`);
}

/** The same, held until the transaction ends: in one order, so that two who choose the same ones wait for each other. */
export async function lockChosen(tx: Tx, siteId: number, ids: readonly number[]) {
  return tx.select(chosen).from(files).where(isChosen(siteId, ids)).orderBy(files.sha256).for("no key update");
}
