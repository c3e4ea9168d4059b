import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { until } from "#lib/until.ts";

/** Until then pages show the demo's pictures as they were brought, and the worker has a core for itself. */
export async function demoMade(): Promise<void> {
  const isMade = async () => {
    const left = await database().execute(sql`select from files where made_with = 0 limit 1`);
    return left.rows.length === 0;
  };
  if (!(await until(isMade, 600_000, 500))) throw new Error("the demo's pictures were not made within ten minutes");
}
