import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { sites, tags } from "#db/schema/sites.ts";
import { sealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";

/** The tags of a site by name, as an editor offers them. */
export async function tagsOf(siteId: number): Promise<{ id: number; name: string }[]> {
  return database()
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(eq(tags.siteId, siteId))
    .orderBy(tags.name);
}

/** The tags of a site, held until the transaction ends: nobody else makes one meanwhile. */
export async function lockTags(tx: Tx, siteId: number): Promise<{ id: number; name: string; slug: string }[]> {
  await tx.select({ id: sites.id }).from(sites).where(eq(sites.id, siteId)).for("no key update");
  return tx.select({ id: tags.id, name: tags.name, slug: tags.slug }).from(tags).where(eq(tags.siteId, siteId));
}

export async function insertTag(tx: Tx, tag: { siteId: number; name: string; slug: string }) {
  const [made] = await tx.insert(tags).values(sealed(tags, tag)).returning();
  if (!made) throw new Error("an inserted tag comes back");
  return made;
}
