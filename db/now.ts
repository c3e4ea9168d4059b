import { type SQL, sql } from "drizzle-orm";
import { HOUR_MS } from "#lib/dates.ts";
import type { Tx } from "./transaction.ts";

/**
 * When the transaction began, by the database's clock, cut to milliseconds: for what must be known before it is written,
 * as what a seal is over.
 */
export async function transactionNow(tx: Pick<Tx, "select">): Promise<Date> {
  const [found] = await tx.select({ now: NOW }).from(sql`(select) as nothing`);
  if (!found) throw new Error("the database tells no time");
  return found.now;
}

/** The same, to be selected beside something else. */
export const NOW: SQL<Date> = sql`to_json(now()) #>> '{}'`.mapWith((text: string) => new Date(text)) as SQL<Date>;

/** So many hours after `transactionNow`, never sooner: what was cut off of that is made good. */
export function inHours(now: Date, hours: number): Date {
  return hours === 0 ? now : new Date(now.getTime() + hours * HOUR_MS + 1);
}
