import { and, desc, eq, ne, or, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { documents } from "#db/schema/documents.ts";
import type { Tx } from "#db/transaction.ts";
import type { OriginalLine } from "./lines.ts";

/** A document of a site as it stays until the transaction ends: two who begin its sister at once see each other. */
export async function holdOriginal(tx: Tx, siteId: number, id: number) {
  const [found] = await tx
    .select({
      ...{ id: documents.id, kind: documents.kind, visibility: documents.visibility },
      liveRevisionId: documents.liveRevisionId,
    })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), eq(documents.id, id)))
    .for("no key update");
  return found;
}

/** Readers know it, or knew it, or somebody is at it: one that was given up before readers had it is nobody's sister any more. */
const isKept = or(
  ne(documents.visibility, "never_live"),
  sql`exists (select from editions e where e.document_id = documents.id and e.state <> 'closed')`,
);

const sisters = (db: Pick<Tx, "select">, siteId: number, originalId: number) =>
  db
    .select({
      ...{ id: documents.id, visibility: documents.visibility },
      ...{ title: documents.title, slug: documents.slug },
    })
    .from(documents)
    .where(and(eq(documents.siteId, siteId), eq(documents.sisterOfId, originalId), isKept))
    // What readers know comes before what one day they may have.
    .orderBy(desc(sql`documents.visibility <> 'never_live'`), desc(documents.id))
    .limit(1);

/** The sister of a document, whether readers have it or not; undefined where nobody has begun one. */
export async function findSisterOf(siteId: number, originalId: number) {
  const [found] = await sisters(database(), siteId, originalId);
  return found;
}

/** The same inside a transaction that may begin one. */
export async function sisterIn(tx: Tx, siteId: number, originalId: number) {
  const [found] = await sisters(tx, siteId, originalId);
  return found;
}

/** What a document is the sister of, and whether that has gone out once more since its sister did; undefined where it is nobody's. */
export async function findOriginalOf(siteId: number, id: number) {
  const { rows } = await database().execute<OriginalLine>(sql`
    select o.id, o.title, o.visibility, coalesce(o.live_since > d.live_since, false) as "isNewer"
    from documents d join documents o on o.id = d.sister_of_id
    where d.id = ${id} and d.site_id = ${siteId}`);
  return rows[0];
}
