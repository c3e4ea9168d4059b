import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { type Deed, fileEvents, files } from "#db/schema/files.ts";
import { people } from "#db/schema/people.ts";
import { sites } from "#db/schema/sites.ts";
import { sealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";

import type { DeedLine } from "./types.ts";

export type NewDeed = {
  siteId: number;
  sha256: string;
  kind: Deed;
  /** Null: the program by itself. */
  byId: number | null;
  reason?: string;
  /** The asking that is answered. */
  askId?: number;
};

/** Writes down what was done that a file comes or goes by; the database does it. @returns its number, under which it is on record */
export async function insertDeed(tx: Tx, deed: NewDeed): Promise<number> {
  const [made] = await tx.insert(fileEvents).values(sealed(fileEvents, deed)).returning({ id: fileEvents.id });
  if (!made) throw new Error("what was written down has a number");
  return made.id;
}

const isErasure = inArray(fileEvents.kind, ["erased", "erased_again"]);

/** Whether a site has erased a file, also where it has no row of it. */
export async function isErased(siteId: number, sha256: string, db: Pick<Tx, "select"> = database()): Promise<boolean> {
  const [found] = await db
    .select({ id: fileEvents.id })
    .from(fileEvents)
    .where(and(eq(fileEvents.siteId, siteId), eq(fileEvents.sha256, sha256), isErasure))
    .limit(1);
  return found !== undefined;
}

/** Of these files of a site those that were erased, with the number under which. */
export async function erasedAmong(siteId: number, hashes: readonly string[]): Promise<Map<string, number>> {
  if (hashes.length === 0) return new Map();
  const found = await database()
    .select({ sha256: fileEvents.sha256, id: fileEvents.id })
    .from(fileEvents)
    .where(and(eq(fileEvents.siteId, siteId), inArray(fileEvents.sha256, [...hashes]), isErasure))
    .orderBy(sql`${fileEvents.id} desc`);
  // The first time counts.
  return new Map(found.map(({ sha256, id }) => [sha256, id]));
}

/** A file that a site has erased, for whoever keeps it so. */
export type Erasure = { siteId: number; siteKey: string; sha256: string; number: number; at: Date };

/** Everything that was erased, each once, by hash; of one hash alone where that is asked for. */
export async function erasures(sha256?: string): Promise<Erasure[]> {
  return database()
    .selectDistinctOn([fileEvents.sha256, fileEvents.siteId], {
      ...{ siteId: fileEvents.siteId, siteKey: sites.key, sha256: fileEvents.sha256 },
      ...{ number: fileEvents.id, at: fileEvents.at },
    })
    .from(fileEvents)
    .innerJoin(sites, eq(sites.id, fileEvents.siteId))
    .where(and(isErasure, sha256 === undefined ? undefined : eq(fileEvents.sha256, sha256)))
    .orderBy(asc(fileEvents.sha256), asc(fileEvents.siteId), asc(fileEvents.id));
}

const isSwept = sql`exists (select from file_events s
  where s.site_id = ${fileEvents.siteId} and s.sha256 = ${fileEvents.sha256} and s.kind = 'swept' and s.id > ${fileEvents.id})`;

/** Sites that have erased a file of which nobody has said yet that its bytes are gone. */
export async function unswept(tx: Tx, sha256: string): Promise<number[]> {
  const found = await tx
    .selectDistinct({ siteId: fileEvents.siteId })
    .from(fileEvents)
    .where(and(isErasure, eq(fileEvents.sha256, sha256), sql`not ${isSwept}`));
  return found.map(({ siteId }) => siteId);
}

/** How many files were erased an hour ago or longer while their bytes may lie there still; but for those of another site. */
export async function countUnswept(): Promise<number> {
  const isOthers = sql`exists (select from ${files} f where f.sha256 = ${fileEvents.sha256} and not f.erased)`;
  const [found] = await database()
    .select({ count: sql<number>`count(distinct ${fileEvents.sha256})::integer` })
    .from(fileEvents)
    .where(
      and(isErasure, sql`${fileEvents.at} < now() - interval '1 hour'`, sql`not ${isSwept}`, sql`not ${isOthers}`),
    );
  return found?.count ?? 0;
}

/** What was done with a file, the oldest first. */
export async function deedsOf(siteId: number, sha256: string): Promise<DeedLine[]> {
  const { id, kind, byId, reason, at } = fileEvents;
  return database()
    .select({ id, kind, byId, by: people.name, reason, at })
    .from(fileEvents)
    .leftJoin(people, eq(people.id, byId))
    .where(and(eq(fileEvents.siteId, siteId), eq(fileEvents.sha256, sha256)))
    .orderBy(asc(id));
}
