import { randomUUID } from "node:crypto";
import { and, desc, eq, exists, gt, inArray, isNull, lt, not, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { transactionNow } from "#db/now.ts";
import { grants, knownDevices, people, sessions, signInTries } from "#db/schema/people.ts";
import { sites } from "#db/schema/sites.ts";
import { changeSealed, sealed } from "#db/seal.ts";
import { type Given, statement } from "#db/statement.ts";
import type { Tx } from "#db/transaction.ts";
import { HOUR_MS } from "#lib/dates.ts";
import type { Staff } from "./actor.ts";
import type { Grant } from "./roles.ts";
import { ADDRESS_FAILURES, WINDOW_SECONDS } from "./throttle.ts";

/**
 * The person of an open session with their roles in force, in one query: it is asked at every click. Null when the
 * session has ended, the person is switched off, or a role of theirs came into force since they signed in. "Last seen" is written at most once a minute.
 * @param hosts what the person typed, then the name of SITE_URL; a site that goes by neither is reached if it is the first
 */
export async function staffOfSession(sessionId: string, hosts: readonly [string, string]): Promise<Staff | null> {
  const db = database();
  const [found] = await askStaff(db, { sessionId, typed: hosts[0], own: hosts[1] });
  if (!found) return null;
  const { unseen, ...staff } = found;
  if (unseen) {
    await db.update(sessions).set({ lastSeenAt: sql`now()` }).where(eq(sessions.id, sessionId));
  }
  return { ...staff, sessionId };
}

const askStaff = statement(
  "staff_of_session",
  (db, { sessionId, typed, own }: Given<{ sessionId: string; typed: string; own: string }>) => {
    // Not by `limit(1)`: Postgres would plan for any number of sites, and anew each time.
    const site = sql`(select s.id from ${sites} s
      order by s.host is not distinct from ${typed} desc, s.host is not distinct from ${own} desc, s.id limit 1) as site`;
    const roles = sql<Grant[]>`coalesce((
      select jsonb_agg(jsonb_build_object('role', g.role, 'sectionId', g.section_id) order by g.id)
      from ${grants} g where g.person_id = ${people.id} and g.site_id = site.id
        and g.ended_at is null and g.effective_from <= now()), '[]')`;
    return db
      .select({
        personId: people.id,
        name: people.name,
        email: people.email,
        siteId: sql<number>`site.id`,
        grants: roles,
        unseen: lt(sessions.lastSeenAt, sql`now() - interval '1 minute'`).mapWith(Boolean),
      })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .innerJoin(site, sql`true`)
      .where(and(eq(sessions.id, sessionId), isInForce()));
  },
);

/** Whether a session goes on: it has not ended, nor was its person switched off, nor did a role of theirs come into force. */
function isInForce() {
  // Whoever gives a role ends the sessions themselves; one that comes into force by waiting has nobody who does.
  const hasNewRole = exists(sql`(select from ${grants} g where g.person_id = ${people.id}
    and g.ended_at is null and g.effective_from > ${sessions.createdAt} and g.effective_from <= now())`);
  return and(
    isNull(sessions.endedAt),
    gt(sessions.expiresAt, sql`now()`),
    isNull(people.switchedOffAt),
    not(hasNewRole),
  );
}

/** Those of some sessions that go on. */
export async function openSessions(sessionIds: readonly string[]): Promise<Set<string>> {
  const found = await database("front")
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(inArray(sessions.id, [...sessionIds]), isInForce()));
  return new Set(found.map(({ id }) => id));
}

/** Somebody who has a password and is not switched off. */
export async function personToSignIn(tx: Tx, email: string) {
  const [person] = await tx
    .select({ id: people.id, passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(people.email, email), isNull(people.switchedOffAt)));
  return person ?? null;
}

/** Opens a session if the person may still come in with the password that was just checked; the row is locked for it. */
export async function openSession(tx: Tx, person: { id: number; passwordHash: string | null }): Promise<string | null> {
  const [still] = await tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.id, person.id),
        isNull(people.switchedOffAt),
        sql`${people.passwordHash} is not distinct from ${person.passwordHash}`,
      ),
    )
    .for("no key update");
  if (!still) return null;
  const id = randomUUID();
  const createdAt = await transactionNow(tx);
  const expiresAt = new Date(createdAt.getTime() + 12 * HOUR_MS);
  await tx.insert(sessions).values(sealed(sessions, { id, personId: person.id, createdAt, expiresAt }));
  return id;
}

type EndOfSession = NonNullable<(typeof sessions.$inferSelect)["endedBecause"]>;

export async function endSession(tx: Tx, sessionId: string, because: EndOfSession): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: sql`now()`, endedBecause: because })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)));
}

/** Ends every session of a person, at their next click. */
export async function endSessionsOf(tx: Tx, personId: number, because: EndOfSession): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: sql`now()`, endedBecause: because })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)));
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

export async function siteName(tx: Tx, siteId: number): Promise<string> {
  const [site] = await tx.select({ name: sites.name }).from(sites).where(eq(sites.id, siteId));
  return site?.name ?? "";
}
