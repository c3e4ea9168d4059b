import { and, asc, eq, inArray } from "drizzle-orm";
import { database } from "#db/client.ts";
import { fileCuts, files } from "#db/schema/files.ts";
import type { Tx } from "#db/transaction.ts";
import { partsOf } from "#features/text/picture-cut.ts";
import type { Failure } from "./failures.ts";
import { MADE_WITH } from "./settings.ts";
import type { MadePicture } from "./store.ts";

/**
 * Puts cuts of a site's files on the list of what is to be made. Whoever asks again, or at the same time, asks for the same one.
 * @param uses as `pictureKey` spells them; whole pictures among them are passed over, and files that the site does not have
 * @returns the numbers of those that nobody had asked for before
 */
export async function insertCuts(tx: Tx, siteId: number, uses: readonly string[]): Promise<number[]> {
  // In one order: two who ask for the same ones never wait for each other.
  const asked = uses
    .toSorted()
    .map(partsOf)
    .filter(({ cut }) => cut !== "");
  if (asked.length === 0) return [];
  const hashes = [...new Set(asked.map(({ file }) => file))];
  const there = await tx
    .select({ id: files.id, sha256: files.sha256, cut: fileCuts.cut })
    .from(files)
    .leftJoin(fileCuts, eq(fileCuts.fileId, files.id))
    .where(and(eq(files.siteId, siteId), inArray(files.sha256, hashes), eq(files.erased, false)));
  const rows = asked.flatMap(({ file, cut }) => {
    const known = there.filter(({ sha256 }) => sha256 === file);
    const [original] = known;
    return original && !known.some((one) => one.cut === cut) ? [{ fileId: original.id, cut }] : [];
  });
  if (rows.length === 0) return [];
  const made = await tx.insert(fileCuts).values(rows).onConflictDoNothing().returning({ id: fileCuts.id });
  return made.map(({ id }) => id);
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
