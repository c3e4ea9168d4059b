import { lt, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { journalKeys, knownDevices, signInTries } from "#db/schema/people.ts";
import type { Tx } from "#db/transaction.ts";

/** Whoever counts tries looks a quarter of an hour back. */
export async function deleteOldTries(): Promise<void> {
  await database().delete(signInTries).where(lt(signInTries.at, sql`now() - interval '1 day'`));
}

/** A device is known for 180 days after it was seen last. */
export async function deleteOldDevices(): Promise<void> {
  await database().delete(knownDevices).where(lt(knownDevices.seenAt, sql`now() - interval '180 days'`));
}

/** The words that a key of a browser's journal seals are given up with it, half a year after it was given last. */
export async function deleteOldKeys(tx: Pick<Tx, "delete"> = database()): Promise<void> {
  await tx.delete(journalKeys).where(lt(journalKeys.givenAt, sql`now() - interval '180 days'`));
}

/** By functions of the database's owner: the app may delete none of these rows, and they delete only what is old. */
export async function forgetByOwner(
  what: "announcements" | "mails" | "links" | "sessions" | "saves" | "questions",
): Promise<void> {
  await database().execute(sql`select ${sql.raw(`forget_old_${what}`)}()`);
}

/** @returns the last article looked at; null when there was none after `after` */
export async function foldViews(after: number, many: number): Promise<number | null> {
  const { rows } = await database().execute<{ last: number | null }>(
    sql`select fold_old_views(${after}::integer, ${many}::integer) as last`,
  );
  return rows[0]?.last ?? null;
}
