import { randomBytes } from "node:crypto";
import type pg from "pg";
import type { SealKey } from "./seal.ts";

/** The block of SHA-256, in bytes. */
const BLOCK = 64;

/**
 * Every key that was ever in force, which only the owner can read; the newest, which is in force, first. The older ones are
 * for looking over what they sealed.
 *
 * @param client a connection as the owner
 * @param isAnew makes another one first: where SECRET is another one, and in a copy of a database, whose seals shall open
 *   nothing in the first one
 */
export async function sealKeysOf(client: pg.Client, isAnew = false): Promise<SealKey[]> {
  const { rows } = await client.query<SealKey>(
    "select inner_pad as inner, outer_pad as outer from seal_keys order by id desc",
  );
  return rows.length > 0 && !isAnew ? rows : [await newKey(client), ...rows];
}

async function newKey(client: pg.Client): Promise<SealKey> {
  const key = randomBytes(BLOCK);
  const made = { inner: padded(key, 0x36), outer: padded(key, 0x5c) };
  await client.query("insert into seal_keys (inner_pad, outer_pad) values ($1, $2)", [made.inner, made.outer]);
  return made;
}

/** Source: RFC 2104. */
function padded(key: Buffer, pad: number): Buffer {
  return Buffer.from(key.map((byte) => byte ^ pad));
}

/** The database takes no seal that is older than a day: what is older need not be remembered as spent. */
export async function forgetSpentSeals(client: pg.Client): Promise<void> {
  await client.query(
    `delete from spent_seals where nonce < decode(lpad(to_hex(
       (extract(epoch from now() - interval '2 days') * 1000)::bigint), 12, '0'), 'hex')`,
  );
}
