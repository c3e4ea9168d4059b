import { and, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { documents } from "#db/schema/documents.ts";
import type { Tx } from "#db/transaction.ts";
import type { GapFacts } from "#features/text/gaps.ts";
import type { PapersNamed } from "#features/text/kind.ts";

/** What a paper stands beside on its site: of those that it names the ones that readers never knew, and one that is the same. */
export async function papersBeside(
  tx: Pick<Tx, "select">,
  { siteId, id }: { siteId: number; id: number },
  { named, reference, issuer }: PapersNamed,
): Promise<Pick<GapFacts, "lostPapers" | "samePaper">> {
  const known = and(eq(documents.siteId, siteId), eq(documents.kind, "paper"), isNotNull(documents.firstLiveAt));
  const there =
    named.length === 0
      ? []
      : await tx
          .select({ id: documents.id })
          .from(documents)
          .where(and(known, ne(documents.id, id), inArray(documents.id, [...named])));
  const found = new Set(there.map((one) => one.id));
  const lostPapers = new Set(named.filter((one) => !found.has(one)));
  if (reference === "" || issuer === "") return { lostPapers };
  const [same] = await tx
    .select({ title: documents.title })
    .from(documents)
    .where(
      and(
        known,
        ne(documents.id, id),
        sql`${documents.card} ->> 'reference' = ${reference}`,
        sql`${documents.card} ->> 'issuer' = ${issuer}`,
      ),
    )
    .limit(1);
  return { lostPapers, ...(same ? { samePaper: { reference, issuer, title: same.title } } : {}) };
}
