import type pg from "pg";
import boss from "pg-boss/package.json" with { type: "json" };

/** The schema of pg-boss' tables: nothing of it stands among the newsroom's own. */
export const JOBS = "jobs";

/**
 * Makes pg-boss' tables, or brings them to the version that is installed here. By the owner, so that the app's role owns
 * none of them and makes none.
 */
export async function makeJobsSchema(client: pg.Client): Promise<void> {
  const known = await jobsVersion(client);
  if (known !== null && known >= boss.pgboss.schema) return;
  // Only now: whoever finds all well does not wait for it.
  const { getConstructionPlans, getMigrationPlans } = await import("pg-boss");
  await client.query(known === null ? getConstructionPlans(JOBS) : getMigrationPlans(JOBS, known));
}

async function jobsVersion(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('${JOBS}.version') is not null as there`);
  if (!rows[0]?.there) return null;
  const found = await client.query<{ version: number }>(`select version from ${JOBS}.version`);
  return found.rows[0]?.version ?? null;
}
