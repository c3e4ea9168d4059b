import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { grants, people } from "#db/schema/people.ts";
import type { Tx } from "#db/transaction.ts";
import { isInForce } from "./in-force-store.ts";
import type { Role } from "./roles.ts";

/** Whether somebody of `people` holds one of these roles, anywhere on a site: it is in force, and they are not switched off. */
export function holdsOn(siteId: number, roles: readonly Role[]): SQL {
  return sql`(${people.switchedOffAt} is null and exists (select from ${grants} g
    where g.person_id = ${people.id} and g.site_id = ${siteId}
      and g.role = any(${sql.param(`{${roles.join(",")}}`)}::text[]) and ${isInForce}))`;
}

/** The rank of somebody in a section, or on the whole site (null): 3 approver, 2 editor, 1 reporter, 0 nothing. */
export async function rankAt(
  tx: Pick<Tx, "execute">,
  personId: number,
  at: { siteId: number; sectionId: number | null },
): Promise<number> {
  const { rows } = await tx.execute<{ rank: number }>(
    sql`select rank_at(${personId}, ${at.siteId}, ${at.sectionId}::integer) as rank`,
  );
  return rows[0]?.rank ?? 0;
}

/** The same in several sections at once. */
export async function ranksIn(
  personId: number,
  siteId: number,
  sectionIds: readonly (number | null)[],
): Promise<Map<number | null, number>> {
  const { rows } = await database().execute<{ id: number | null; rank: number }>(sql`
    select s.id, rank_at(${personId}, ${siteId}, s.id) as rank
    from unnest(${sql.param([...sectionIds])}::integer[]) as s (id)`);
  return new Map(rows.map(({ id, rank }) => [id, rank]));
}
