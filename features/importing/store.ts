import { and, asc, eq, sql } from "drizzle-orm";
import { people } from "#db/schema/people.ts";
import { batches, imports, redirects } from "#db/schema/publishing.ts";
import { sites } from "#db/schema/sites.ts";
import { sealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";
import { type Permit, personOf, type StartPermit } from "#features/workflow/policy.ts";

export async function findPerson(tx: Tx, email: string) {
  const [found] = await tx
    .select({ id: people.id, email: people.email, isOff: sql<boolean>`${people.switchedOffAt} is not null` })
    .from(people)
    .where(eq(people.email, email));
  return found ?? null;
}

/** The sites on which somebody may write anywhere at all. */
export async function findSitesOf(tx: Tx, personId: number) {
  return tx
    .select({ id: sites.id, key: sites.key, host: sites.host })
    .from(sites)
    .where(sql`has_role_on_site(${personId}, ${sites.id})`)
    .orderBy(asc(sites.id));
}

/** Two imports of one text queue here, and the second finds what the first has done. Held until the transaction ends. */
export async function lockText(tx: Tx, siteId: number, textHash: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${siteId} ${textHash}`}, 0))`);
}

export async function findImport(tx: Tx, siteId: number, textHash: string) {
  const [found] = await tx
    .select({ documentId: imports.documentId, fileName: imports.fileName, importedAt: imports.importedAt })
    .from(imports)
    .where(and(eq(imports.siteId, siteId), eq(imports.textHash, textHash)));
  return found ?? null;
}

/** Notes which text of which file has become a document. */
export async function insertImport(
  tx: Tx,
  permit: Permit,
  from: { textHash: string; fileName: string; batchId: number | null },
): Promise<void> {
  const { siteId, documentId } = permit;
  await tx.insert(imports).values({ ...from, siteId, documentId, importedBy: personOf(permit) });
}

/** @returns its number */
export async function insertBatch(tx: Tx, { siteId, by: madeBy }: StartPermit): Promise<number> {
  const [made] = await tx.insert(batches).values({ siteId, madeBy }).returning({ id: batches.id });
  if (!made) throw new Error("an inserted batch comes back");
  return made.id;
}

/** Slugs of an article and its section: as it is live, or as it would go out. Null where it has none yet. */
export async function findAddress(tx: Tx, documentId: number) {
  const { rows } = await tx.execute<{ slug: string | null; section: string | null }>(sql`
    select coalesce(a.slug, b.content->>'slug') as slug, s.slug as section
    from documents a
    left join lateral (
      select d.content from draft_buffers d where d.document_id = a.id order by d.edition_id desc limit 1) b on true
    left join sections s on s.id = coalesce(a.section_id, (b.content->>'sectionId')::integer)
    where a.id = ${documentId}`);
  return rows[0] ?? null;
}

export async function findRedirect(tx: Tx, siteId: number, fromPath: string) {
  const [found] = await tx
    .select({ toDocumentId: redirects.toDocumentId, toUrl: redirects.toUrl })
    .from(redirects)
    .where(and(eq(redirects.siteId, siteId), eq(redirects.fromPath, fromPath)));
  return found ?? null;
}

/**
 * Leads an older address to a document.
 * @returns false when somebody else took the address a moment ago
 */
export async function insertRedirect(tx: Tx, permit: Permit, fromPath: string): Promise<boolean> {
  const { siteId, documentId: toDocumentId } = permit;
  const redirect = { siteId, fromPath, toDocumentId, madeBy: personOf(permit) };
  const made = await tx
    .insert(redirects)
    .values(sealed(redirects, redirect))
    .onConflictDoNothing()
    .returning({ id: redirects.id });
  return made.length === 1;
}
