import { sql } from "drizzle-orm";

/**
 * Whether a role `g` of `grants` is in force, by the database's clock: it has begun and has not ended. That its holder is
 * not switched off is asked of them. The database's own functions say the same (`0002_roles.sql`).
 */
export const isInForce = sql`(g.ended_at is null and g.effective_from <= now())`;
