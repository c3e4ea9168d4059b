import { customType, integer, text, timestamp } from "drizzle-orm/pg-core";
import { jsonOf } from "#lib/json.ts";

/** A moment, kept with its zone; shown in Asia/Ho_Chi_Minh. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A row's own number, given by the database and never by us. */
export const ownId = () => integer("id").primaryKey().generatedAlwaysAsIdentity();

/** JSON that may be long: what was read and is written again is not spelt out a second time. */
export const longJson = customType<{ data: object; driverData: unknown }>({
  dataType: () => "jsonb",
  toDriver: jsonOf,
});

/** Says that the app wrote what decides in this row (`db/seal.ts`); null where the database's owner did. */
export const sealOfRow = () => text("seal");

/** Raw bytes (salts). */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** PostgreSQL's 64-bit transaction number; read as text, compared by the database. */
export const transactionNumber = customType<{ data: string; driverData: string }>({ dataType: () => "xid8" });
