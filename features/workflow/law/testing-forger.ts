import { expect } from "vitest";
import { asOwner, type TestDatabase } from "#db/testing.ts";
import { transaction } from "#db/transaction.ts";
import type { Person } from "#features/moves/testing.ts";
import { openSession } from "#features/sessions/store.ts";
import { type Sql, verdict } from "./testing.ts";

/** In the form of a seal, made without a key. */
export const INVENTED = `${Date.now().toString(16).padStart(12, "0")}${"0".repeat(20)}.${"0".repeat(64)}`;

/** Each of the statements, alone, meets this refusal. */
export async function expectRefused(sql: Sql, rule: string, statements: readonly string[]): Promise<void> {
  const said: [string, string][] = [];
  for (const statement of statements) said.push([statement, await verdict(sql, statement)]);
  expect(said).toEqual(statements.map((statement) => [statement, rule]));
}

/** A session that the app opened. */
export async function opened(db: TestDatabase, { personId }: Person): Promise<string> {
  const found = await asOwner(db.ownerUrl, "select password_hash as hash from people where id = $1", [personId]);
  const id = await transaction((tx) => openSession(tx, { id: personId, passwordHash: found.rows[0].hash }));
  if (id === null) throw new Error(`person ${personId} does not come in`);
  return id;
}
