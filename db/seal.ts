import { createHash, randomBytes } from "node:crypto";
import { asc, eq, getTableColumns, getTableName, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { processWide } from "#lib/process-wide.ts";
import { NOW } from "./now.ts";
import { SEALED, type SealedTable } from "./sealed-columns.ts";
import type { Tx } from "./transaction.ts";

/** The two blocks that HMAC-SHA256 puts before what it hashes (RFC 2104), 64 bytes each: whoever has them can seal. */
export type SealKey = { inner: Buffer; outer: Buffer };

type Row = Record<string, unknown>;

const shared = processWide<{ keys?: readonly SealKey[] | undefined }>("toasoan.seal-keys", () => ({}));

/**
 * Everybody in this process finds the keys that came with the database.
 *
 * @param keys the one in force first
 */
export function holdSealKeys(keys: readonly SealKey[] | undefined): void {
  shared.keys = keys;
}

/**
 * A row that may be inserted: with a seal over what decides in it. The database takes no other from the app's role, and
 * each seal once.
 *
 * @param row what is not given counts as the column's default, or as nothing; a default that the database works out is not known here
 * @throws {Error} where such a column is not given: a bug of the caller
 */
export function sealed<T extends SealedTable>(table: T, row: T["$inferInsert"]): T["$inferInsert"] {
  return { ...row, seal: sealOf("insert", table, "-", row) };
}

/**
 * Changes what decides in some rows, each with a seal over what it says then. The rows are locked in the order of their ids.
 *
 * @param change what changes in a row, at the moment of the transaction
 */
export async function changeSealed<T extends SealedTable>(
  tx: Tx,
  table: T,
  where: SQL,
  change: (row: T["$inferSelect"], now: Date) => Partial<T["$inferInsert"]>,
): Promise<void> {
  const { id, ...columns } = getTableColumns(table as SealedTable) as Record<string, PgColumn> & { id: PgColumn };
  const found = (await tx
    .select({ ...columns, id, transactionNow: NOW })
    .from(table as SealedTable)
    .where(where)
    .orderBy(asc(id))
    .for("no key update")) as (Row & { transactionNow: Date })[];
  for (const { transactionNow, ...row } of found) {
    const changes = change(row as T["$inferSelect"], transactionNow);
    const seal = sealOf("update", table, String(row.id), { ...row, ...changes });
    await tx
      .update(table as SealedTable)
      .set({ ...changes, seal })
      .where(eq(id, row.id));
  }
}

/**
 * Whether a row, as it was read, says what its seal is over; "none" where the database's owner wrote it by hand, or the app
 * did before there were seals.
 */
export function sealOn(table: SealedTable, row: Row, keys = held()): "fits" | "broken" | "none" {
  const { seal } = row;
  if (typeof seal !== "string") return "none";
  const [nonce = "", mac] = seal.split(".");
  const texts = [sealedText(nonce, "insert", table, "-", row), sealedText(nonce, "update", table, String(row.id), row)];
  return keys.some((key) => texts.some((text) => macOf(key, text) === mac)) ? "fits" : "broken";
}

/**
 * What a seal is over: how, where, and each sealed column of the row, none of which can run into the next.
 *
 * @param nonce 16 bytes in hex; no two seals have the same
 * @param id of a row that is changed, else "-"
 */
export function sealedText(nonce: string, how: "insert" | "update", table: SealedTable, id: string, row: Row): string {
  const columns = new Map(
    Object.entries(getTableColumns(table)).map(([key, column]) => [column.name, { key, column }]),
  );
  const said = (SEALED.get(table) ?? []).map((name) => {
    const found = columns.get(name);
    if (!found) throw new Error(`${getTableName(table)} has no column ${name}`);
    return spelt(row[found.key] === undefined ? defaultOf(found.column) : row[found.key]);
  });
  return [nonce, how, getTableName(table), id, ...said].join("|");
}

/** HMAC-SHA256 in hex, as the database computes it. */
export function macOf({ inner, outer }: SealKey, text: string): string {
  const within = createHash("sha256").update(inner).update(text).digest();
  return createHash("sha256").update(outer).update(within).digest("hex");
}

function sealOf(how: "insert" | "update", table: SealedTable, id: string, row: Row): string {
  const [key] = held();
  if (!key) throw new Error("There is no key to seal with.");
  const nonce = newNonce();
  return `${nonce}.${macOf(key, sealedText(nonce, how, table, id, row))}`;
}

function held(): readonly SealKey[] {
  const keys = shared.keys;
  if (!keys) throw new Error("The database is not open in this process: its keys are not here.");
  return keys;
}

/** Begins with when it was made, in milliseconds: the database remembers those of a day, and takes no older ones. */
function newNonce(): string {
  return Date.now().toString(16).padStart(12, "0") + randomBytes(10).toString("hex");
}

function defaultOf(column: PgColumn): unknown {
  if (!column.hasDefault) return null;
  if (typeof column.default === "object") throw new Error(`${column.name} is sealed, and only the database knows it`);
  return column.default;
}

function spelt(value: unknown): string {
  if (value === null) return "-";
  if (value instanceof Date) return hex(String(value.getTime()));
  if (["string", "number", "boolean"].includes(typeof value)) return hex(String(value));
  throw new Error("a value that is sealed is a text, a number, a moment, yes or no");
}

function hex(text: string): string {
  return Buffer.from(text).toString("hex");
}
