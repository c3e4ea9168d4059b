import { sql } from "drizzle-orm";
import { files, type Rendition } from "#db/schema/files.ts";
import type { Tx } from "#db/transaction.ts";
import type { DemoPicture } from "./pictures.ts";

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

type Made = { picture: DemoPicture; size: number; rendition: Rendition; madeWith: number; at: Date };

/** Puts a picture on a site's list that nothing has to be made of before it can be used. @returns its number */
export async function insertMade(
  tx: Tx,
  { siteId, personId }: { siteId: number; personId: number },
  { picture: { name, sha256, width, height, caption, credit, alt }, size, rendition, madeWith, at }: Made,
): Promise<number> {
  const [made] = await tx
    .insert(files)
    .values({
      ...{ siteId, sha256, mediaType: "image/jpeg", name: `${name}.jpg`, size, width, height },
      ...{ state: "ready", renditions: [rendition], madeWith, caption, credit, alt },
      ...{ uploadedBy: personId, uploadedAt: at },
      // Drawn by a program of ours, not by a generative one, with nobody real on it.
      ...{ licence: "own", peopleShown: "no_child", rightsBy: personId },
    })
    .returning({ id: files.id });
  if (!made) throw new Error(`the demo's picture ${name} was not kept`);
  return made.id;
}
