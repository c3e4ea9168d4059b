import { desc, getTableColumns, getTableName, sql } from "drizzle-orm";
import { z } from "zod";
import { database } from "#db/client.ts";
import { transactionNow } from "#db/now.ts";
import { verifications } from "#db/schema/verifications.ts";
import { sealed, sealOn } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";
import { LOOKED_AT, Misfit, type Verdict, type Verification } from "./verdict.ts";

/** Keeps what was found, sealed. */
export async function keepVerification(tx: Tx, startedAt: Date, { looked, misfit }: Verdict): Promise<void> {
  const row = {
    ...{ startedAt, endedAt: await transactionNow(tx) },
    looked: JSON.stringify(looked.filter(({ rows }) => rows > 0)),
    misfit: misfit && JSON.stringify(misfit),
  };
  await tx.insert(verifications).values(sealed(verifications, row));
}

const LookedBefore = z.array(z.object({ what: z.enum(LOOKED_AT), rows: z.int(), without: z.int() }));

/**
 * The newest verification; null before the first one. One without the app's seal is nobody's word: it is itself the row that
 * does not fit.
 */
export async function lastVerification(): Promise<Verification | null> {
  const [found] = await database()
    .select({
      ...getTableColumns(verifications),
      isOld: sql`${verifications.endedAt} < now() - interval '2 days'`.mapWith(Boolean),
    })
    .from(verifications)
    .orderBy(desc(verifications.id))
    .limit(1);
  if (!found) return null;
  const { id, startedAt, endedAt, isOld } = found;
  if (sealOn(verifications, found) !== "fits") {
    const misfit = { kind: "seal" as const, table: getTableName(verifications), row: String(id) };
    return { startedAt, endedAt, isOld, looked: [], misfit };
  }
  const misfit = found.misfit === null ? null : (Misfit.safeParse(JSON.parse(found.misfit)).data ?? OTHER);
  return { startedAt, endedAt, isOld, looked: LookedBefore.safeParse(JSON.parse(found.looked)).data ?? [], misfit };
}

const OTHER = { kind: "other" as const };
