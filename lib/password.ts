import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { nfc } from "./nfc.ts";

/**
 * argon2id with 19 MiB of memory (in KiB here), two passes, one lane: the floor that OWASP names.
 * Source: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/**
 * @param password as typed; composed first, because keyboards differ in how they send Vietnamese letters
 * @returns a PHC string: method, cost and salt are kept with the hash, so that the cost can be raised later.
 *   Source: https://github.com/P-H-C/phc-string-format
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, COST, HASH_BYTES);
  const cost = `m=${COST.memory},t=${COST.passes},p=${COST.parallelism}`;
  return `$argon2id$v=19$${cost}$${base64(salt)}$${base64(hash)}`;
}

/**
 * Whether a password is the one that was hashed. It takes as long when there is none (`phc` null): the answer's time
 * must not tell whether an account exists.
 */
export async function isPassword(password: string, phc: string | null): Promise<boolean> {
  const kept = PHC.exec(phc ?? NOBODY)?.groups;
  if (!kept) throw new Error("A stored password hash cannot be read.");
  const hash = Buffer.from(kept.hash ?? "", "base64");
  const cost = { memory: Number(kept.m), passes: Number(kept.t), parallelism: Number(kept.p) };
  const derived = await derive(password, Buffer.from(kept.salt ?? "", "base64"), cost, hash.length);
  return timingSafeEqual(derived, hash) && phc !== null;
}

const PHC = /^\$argon2id\$v=19\$m=(?<m>\d+),t=(?<t>\d+),p=(?<p>\d+)\$(?<salt>[A-Za-z0-9+/]+)\$(?<hash>[A-Za-z0-9+/]+)$/;

/** Same cost as a real one; nobody's. */
const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(Buffer.alloc(SALT_BYTES))}$${base64(Buffer.alloc(HASH_BYTES))}`;

type Cost = Pick<Argon2Parameters, "memory" | "passes" | "parallelism">;

function derive(password: string, salt: Buffer, cost: Cost, tagLength: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2("argon2id", { message: nfc(password), nonce: salt, tagLength, ...cost }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });
}

/** PHC strings hold base64 without padding. */
function base64(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}
