import { sql } from "drizzle-orm";
import { files } from "#db/schema/files.ts";
import type { Tx } from "#db/transaction.ts";

/**
 * Whether no other instance makes the demo at this moment; none does from here on, until the transaction ends. It is asked for
 * and not waited for: on a slow machine the other one takes longer than a statement may.
 */
export async function takeTurn(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('demo', 0)) as mine`,
  );
  return rows[0]?.mine === true;
}

type New = typeof files.$inferInsert;
type Made = Omit<New, "siteId" | "uploadedBy" | "uploadedAt" | "state"> & { at: Date };

/** Puts a file on a site's list that nothing has to be made of before it can be used. @returns its number */
export async function insertMade(
  tx: Tx,
  { siteId, personId }: { siteId: number; personId: number },
  { at, ...file }: Made,
): Promise<number> {
  const [made] = await tx
    .insert(files)
    .values({
      ...{ ...file, siteId, state: "ready", uploadedBy: personId, uploadedAt: at },
      // Drawn and written by programs of ours, none of them generative, with nobody real in it.
      ...{ licence: "own", peopleShown: "no_child", rightsBy: personId },
    })
    .returning({ id: files.id });
  if (!made) throw new Error(`the demo's file ${file.name} was not kept`);
  return made.id;
}
