import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { knownDevices, people, signInTries } from "#db/schema/people.ts";
import { changeSealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";
import { ADDRESS_FAILURES, WINDOW_SECONDS } from "./throttle.ts";

/** Somebody who has a password and is not switched off. */
export async function personToSignIn(tx: Tx, email: string) {
  const [person] = await tx
    .select({ id: people.id, passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(people.email, email), isNull(people.switchedOffAt)));
  return person ?? null;
}

type TryBy = { account: string; address: string };

/** Tries for one account, and from one address, wait for each other until the transaction ends. */
export async function queueTries(tx: Tx, { account, address }: TryBy): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${account}, 1))`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${address}, 2))`);
}

/** By the clock and not by the start of the transaction: this one may have waited in the queue. */
export async function failuresOfAccount(tx: Tx, account: string) {
  const [found] = await tx
    .select({
      failures: sql`count(*)`.mapWith(Number),
      secondsSinceLast: sql`coalesce(extract(epoch from clock_timestamp() - max(${signInTries.at})), 0)`.mapWith(
        Number,
      ),
    })
    .from(signInTries)
    .where(
      and(
        eq(signInTries.accountHash, account),
        eq(signInTries.succeeded, false),
        gt(signInTries.at, windowStart),
        sql`${signInTries.at} > coalesce((select max(w.at) from ${signInTries} w
          where w.account_hash = ${account} and w.succeeded), '-infinity')`,
      ),
    );
  return found ?? { failures: 0, secondsSinceLast: 0 };
}

/** Seconds since the failure with which an address reached the limit; null while it has fewer. */
export async function secondsSinceAddressLimit(tx: Tx, address: string): Promise<number | null> {
  const [found] = await tx
    .select({ seconds: sql`extract(epoch from clock_timestamp() - ${signInTries.at})`.mapWith(Number) })
    .from(signInTries)
    .where(and(eq(signInTries.addressHash, address), eq(signInTries.succeeded, false), gt(signInTries.at, windowStart)))
    .orderBy(desc(signInTries.at))
    .offset(ADDRESS_FAILURES - 1)
    .limit(1);
  return found?.seconds ?? null;
}

const windowStart = sql`clock_timestamp() - make_interval(secs => ${WINDOW_SECONDS})`;

/** Counts a try as failed. */
export async function countTry(tx: Tx, { account, address }: TryBy): Promise<number> {
  const [made] = await tx
    .insert(signInTries)
    .values({ accountHash: account, addressHash: address, succeeded: false, at: sql`clock_timestamp()` })
    .returning({ id: signInTries.id });
  if (!made) throw new Error("A try to sign in was not counted.");
  return made.id;
}

export async function strikeTryOff(tx: Tx, id: number): Promise<void> {
  await tx.update(signInTries).set({ succeeded: true }).where(eq(signInTries.id, id));
}

/** A device is known for half a year after it was last used. */
export async function isKnownDevice(tx: Tx, mark: string): Promise<boolean> {
  const [known] = await tx
    .select({ mark: knownDevices.tokenHash })
    .from(knownDevices)
    .where(and(eq(knownDevices.tokenHash, mark), gt(knownDevices.seenAt, sql`now() - interval '180 days'`)));
  return known !== undefined;
}

export async function rememberDevice(tx: Tx, mark: string, personId: number): Promise<void> {
  await tx
    .insert(knownDevices)
    .values({ tokenHash: mark, personId })
    .onConflictDoUpdate({ target: knownDevices.tokenHash, set: { seenAt: sql`now()` } });
}

export async function forgetDevicesOf(tx: Tx, personId: number): Promise<void> {
  await tx.delete(knownDevices).where(eq(knownDevices.personId, personId));
}

/** The person's account, locked until the transaction ends. */
export async function lockPerson(tx: Tx, personId: number) {
  const [person] = await tx.select().from(people).where(eq(people.id, personId)).for("no key update");
  return person ?? null;
}

export async function setPassword(tx: Tx, personId: number, passwordHash: string): Promise<void> {
  await changeSealed(tx, people, eq(people.id, personId), () => ({ passwordHash }));
}
