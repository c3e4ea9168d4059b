import { type SQL, sql } from "drizzle-orm";
import { grants, people } from "#db/schema/people.ts";
import type { Role } from "./roles.ts";

/**
 * Whether a role `g` of `grants` is in force, by the database's clock: it has begun and has not ended. That its holder is
 * not switched off is asked of them. The database's own functions say the same (`0002_roles.sql`).
 */
export const isInForce = sql`(g.ended_at is null and g.effective_from <= now())`;

/** Whether somebody of `people` holds one of these roles, anywhere on a site: it is in force, and they are not switched off. */
export function holdsOn(siteId: number, roles: readonly Role[]): SQL {
  return sql`(${people.switchedOffAt} is null and exists (select from ${grants} g
    where g.person_id = ${people.id} and g.site_id = ${siteId}
      and g.role = any(${sql.param(`{${roles.join(",")}}`)}::text[]) and ${isInForce}))`;
}
