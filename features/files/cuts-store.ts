import { and, asc, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { fileCuts, files } from "#db/schema/files.ts";
import type { Tx } from "#db/transaction.ts";
import { partsOf } from "#features/text/picture-cut.ts";
import type { Failure } from "./failures.ts";
import { MADE_WITH } from "./settings.ts";
import type { MadePicture } from "./store.ts";

export type NewCut = Pick<typeof fileCuts.$inferInsert, "fileId" | "cut">;

/**
 * Those cuts of a site's files that nobody has asked for yet. Of one that is there it is no longer said that nobody shows it: until
 * the transaction ends it goes nowhere, and afterwards a text shows it.
 *
 * @param uses as `pictureKey` spells them; whole pictures among them are passed over, and files that the site does not have
 * @returns in one order: two who ask for the same ones never wait for each other
 */
export async function cutsToAskFor(tx: Tx, siteId: number, uses: readonly string[]): Promise<NewCut[]> {
  const asked = uses
    .toSorted()
    .map(partsOf)
    .filter(({ cut }) => cut !== "");
  if (asked.length === 0) return [];
  const hashes = [...new Set(asked.map(({ file }) => file))];
  const cuts = [...new Set(asked.map(({ cut }) => cut))];
  const isTheirs = and(eq(files.siteId, siteId), inArray(files.sha256, hashes), eq(files.erased, false));
  const unused = tx
    .select({ id: fileCuts.id })
    .from(fileCuts)
    .innerJoin(files, eq(files.id, fileCuts.fileId))
    .where(and(isTheirs, inArray(fileCuts.cut, cuts), isNotNull(fileCuts.unusedSince)))
    .orderBy(asc(fileCuts.id))
    .for("no key update", { of: fileCuts });
  // Whoever has just taken one away is waited for, so that the question below does not find it any more.
  await tx.update(fileCuts).set({ unusedSince: null }).where(inArray(fileCuts.id, unused));
  const there = await tx
    .select({ id: files.id, sha256: files.sha256, cut: fileCuts.cut })
    .from(files)
    .leftJoin(fileCuts, and(eq(fileCuts.fileId, files.id), inArray(fileCuts.cut, cuts)))
    .where(isTheirs);
  return asked.flatMap(({ file, cut }) => {
    const known = there.filter(({ sha256 }) => sha256 === file);
    const [original] = known;
    return original && !known.some((one) => one.cut === cut) ? [{ fileId: original.id, cut }] : [];
  });
}

/** Puts cuts on the list of what is to be made. @returns the numbers of those that nobody else has put there at the same time */
export async function insertCuts(tx: Tx, cuts: readonly NewCut[]): Promise<number[]> {
  const made = await tx
    .insert(fileCuts)
    .values([...cuts])
    .onConflictDoNothing()
    .returning({ id: fileCuts.id });
  return made.map(({ id }) => id);
}

/** Until the transaction ends nobody else makes room among a file's cuts. Who does so for several files takes them by their hashes. */
export async function lockRoom(tx: Tx, fileId: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`room ${fileId}`}, 0))`);
}

/** How many cuts a file has, and what people call it. */
export async function countCuts(tx: Tx, fileId: number): Promise<{ count: number; called: string }> {
  const [found] = await tx
    .select({
      called: sql<string>`coalesce(nullif(files.caption, ''), files.name)`,
      count: sql<number>`(select count(*)::integer from file_cuts where file_id = files.id)`,
    })
    .from(files)
    .where(eq(files.id, fileId));
  return found ?? { count: 0, called: "" };
}

/**
 * Those cuts of a file of which the worker has found that no text shows them, the ones found first before the others. They are held
 * until the transaction ends; those that somebody else holds, who is just asking for them, are passed over: nobody waits for another.
 */
export async function unusedCutsOf(tx: Tx, fileId: number, most: number): Promise<number[]> {
  const found = await tx
    .select({ id: fileCuts.id })
    .from(fileCuts)
    .where(and(eq(fileCuts.fileId, fileId), isNotNull(fileCuts.unusedSince)))
    .orderBy(asc(fileCuts.unusedSince), asc(fileCuts.id))
    .limit(most)
    .for("update", { skipLocked: true });
  return found.map(({ id }) => id);
}

/**
 * Says of some cuts since when no text shows them, or that one does again.
 * @param last those after this number, by number
 * @returns the number of the last one that was looked at; null when there are no more
 */
export async function markUnusedCuts(last: number, most: number): Promise<number | null> {
  const { rows } = await database().execute<{ last: number | null }>(sql`
    with page as (
      select c.id, c.unused_since is null as is_said_used, is_cut_shown(f.site_id, f.sha256, c.cut) as is_shown
      from file_cuts c join files f on f.id = c.file_id where c.id > ${last} order by c.id limit ${most}),
    -- Whoever is just being asked for is left alone: nobody waits for this in another order.
    changed as (
      select c.id, p.is_shown from file_cuts c join page p on p.id = c.id and p.is_shown <> p.is_said_used
      order by c.id for no key update of c skip locked),
    marked as (
      update file_cuts c set unused_since = case when n.is_shown then null else now() end from changed n where c.id = n.id)
    select max(id) as last from page`);
  return rows[0]?.last ?? null;
}

/** Cuts that no text has shown for so many days by the database's clock, by number, from the one after `last`. */
export async function cutsUnusedFor(days: number, last: number, most: number): Promise<number[]> {
  const found = await database()
    .select({ id: fileCuts.id })
    .from(fileCuts)
    .where(and(sql`${fileCuts.unusedSince} < now() - make_interval(days => ${days})`, gt(fileCuts.id, last)))
    .orderBy(asc(fileCuts.id))
    .limit(most);
  return found.map(({ id }) => id);
}

/** Takes a cut off the list of which was found that no text shows it, if that is so still. @returns what it was; null where it stays */
export async function forgetUnusedCut(tx: Tx, cutId: number): Promise<{ sha256: string; cut: string } | null> {
  const [known] = await tx.select({ cut: fileCuts.cut }).from(fileCuts).where(eq(fileCuts.id, cutId));
  const { rows } = await tx.execute<{ gone: string | null }>(sql`select forget_unused_cut(${cutId}) as gone`);
  const sha256 = rows[0]?.gone ?? null;
  return known && sha256 !== null ? { sha256, cut: known.cut } : null;
}

/** The numbers of a cut on all sites that have these bytes. */
export async function cutsSpelt(sha256: string, cut: string, db: Pick<Tx, "select"> = database()): Promise<number[]> {
  const found = await db
    .select({ id: fileCuts.id })
    .from(fileCuts)
    .innerJoin(files, eq(files.id, fileCuts.fileId))
    .where(and(eq(files.sha256, sha256), eq(fileCuts.cut, cut)));
  return found.map(({ id }) => id);
}

/** Lets a cut of a site's file that has failed wait once more. @returns its number; null where it had not */
export async function makeCutAgain(tx: Tx, siteId: number, use: string): Promise<number | null> {
  const { file, cut } = partsOf(use);
  const isTheirs = and(eq(files.siteId, siteId), eq(files.sha256, file), eq(files.erased, false));
  const which = tx.select({ id: files.id }).from(files).where(isTheirs);
  const [found] = await tx
    .update(fileCuts)
    .set({ state: "waiting", failure: null })
    .where(and(inArray(fileCuts.fileId, which), eq(fileCuts.cut, cut), eq(fileCuts.state, "failed")))
    .returning({ id: fileCuts.id });
  return found?.id ?? null;
}

/** The cuts of a file of which nothing was made yet. */
export async function cutsThatWait(tx: Tx, fileId: number): Promise<number[]> {
  const found = await tx
    .select({ id: fileCuts.id })
    .from(fileCuts)
    .where(and(eq(fileCuts.fileId, fileId), eq(fileCuts.state, "waiting")))
    .orderBy(asc(fileCuts.id));
  return found.map(({ id }) => id);
}

/** What the worker has to know of a cut; null where there is none, or its file is erased. */
export async function findCutToMake(cutId: number) {
  const { fileId, cut, state, madeWith } = fileCuts;
  const [found] = await database()
    .select({
      ...{ siteId: files.siteId, sha256: files.sha256, mediaType: files.mediaType, fileState: files.state },
      size: files.size,
      ...{ fileId, cut, state, madeWith },
    })
    .from(fileCuts)
    .innerJoin(files, eq(files.id, fileId))
    .where(and(eq(fileCuts.id, cutId), eq(files.erased, false)));
  return found ?? null;
}

/** Says of a cut what has been made of it. @returns whether it is there still */
export async function keepMadeCut(tx: Tx, cutId: number, made: MadePicture): Promise<boolean> {
  const { rowCount } = await tx
    .update(fileCuts)
    .set({ ...made, state: "ready", failure: null, madeWith: MADE_WITH })
    .where(eq(fileCuts.id, cutId));
  return rowCount === 1;
}

/** A cut that readers have already stays as they have it. */
export async function keepCutFailure(tx: Tx, cutId: number, failure: Failure): Promise<void> {
  await tx
    .update(fileCuts)
    .set({ state: "failed", failure })
    .where(and(eq(fileCuts.id, cutId), eq(fileCuts.state, "waiting")));
}
