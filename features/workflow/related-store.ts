import { and, eq, inArray, ne } from "drizzle-orm";
import { documents } from "#db/schema/documents.ts";
import type { Tx } from "#db/transaction.ts";

/** Articles of a site that readers get, or got, among these numbers, in that order: what they are called, and whether they are live. */
export async function relatedAmong(tx: Pick<Tx, "select">, siteId: number, numbers: readonly number[]) {
  if (numbers.length === 0) return [];
  const found = await tx
    .select({ id: documents.id, title: documents.title, visibility: documents.visibility })
    .from(documents)
    .where(
      and(
        eq(documents.siteId, siteId),
        eq(documents.kind, "article"),
        ne(documents.visibility, "never_live"),
        inArray(documents.id, [...numbers]),
      ),
    );
  return [...new Set(numbers)].flatMap((number) => found.filter(({ id }) => id === number));
}
