import { sql } from "drizzle-orm";
import { announcements } from "#db/schema/publishing.ts";
import type { Tx } from "#db/transaction.ts";
import type { Fact } from "./facts.ts";

/** On which it is heard that something was announced. */
export const CHANNEL = "toasoan_announcements";

export async function insertAnnouncement(tx: Tx, siteId: number, facts: readonly Fact[]): Promise<void> {
  await tx.insert(announcements).values({ siteId, facts: [...facts] });
  await tx.execute(sql`select pg_notify(${CHANNEL}, '')`);
}
