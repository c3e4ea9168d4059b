import { once } from "node:events";
import type pg from "pg";

/** How long a server that no longer answers may keep us from going, in milliseconds. */
const HANGS_UP_WITHIN_MS = 1_000;

/**
 * A pool's own end does not wait until its connections have hung up, and PostgreSQL, stopped right after it, would tell
 * them of an operator who cut them off.
 * @returns how to end the pool
 */
export function closing(pool: pg.Pool): () => Promise<void> {
  const open = new Set<unknown>();
  pool.on("connect", (connection) => open.add(connection));
  pool.on("remove", (connection) => open.delete(connection));
  return async () => {
    await pool.end();
    const late = AbortSignal.timeout(HANGS_UP_WITHIN_MS);
    while (open.size > 0 && !late.aborted) await once(pool, "remove", { signal: late }).catch(() => undefined);
  };
}
