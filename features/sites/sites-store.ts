import { asc, eq } from "drizzle-orm";
import { sites } from "#db/schema/sites.ts";
import { sealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";

/** Every site, the oldest first. */
export async function everySite(tx: Tx) {
  return tx
    .select({ id: sites.id, key: sites.key, host: sites.host, name: sites.name })
    .from(sites)
    .orderBy(asc(sites.id));
}

export async function siteName(tx: Tx, siteId: number): Promise<string> {
  const [site] = await tx.select({ name: sites.name }).from(sites).where(eq(sites.id, siteId));
  return site?.name ?? "";
}

export async function insertSite(tx: Tx, site: { key: string; name: string; demo: boolean }) {
  const [made] = await tx.insert(sites).values(sealed(sites, site)).returning();
  if (!made) throw new Error("an inserted site comes back");
  return made;
}
