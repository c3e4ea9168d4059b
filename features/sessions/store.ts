import { randomUUID } from "node:crypto";
import { and, eq, exists, gt, inArray, isNull, lt, not, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { transactionNow } from "#db/now.ts";
import { grants, people, sessions } from "#db/schema/people.ts";
import { sealed } from "#db/seal.ts";
import { type Given, statement } from "#db/statement.ts";
import type { Tx } from "#db/transaction.ts";
import { isInForce } from "#features/roles/in-force-store.ts";
import type { Grant } from "#features/roles/roles.ts";
import { HOUR_MS } from "#lib/dates.ts";
import type { Staff } from "./actor.ts";

/**
 * The person of an open session with their roles in force, in one query: it is asked at every click. Null when the
 * session has ended, the person is switched off, or a role of theirs came into force since they signed in. "Last seen" is written at most once a minute.
 * @param siteId the site that they are at
 */
export async function staffOfSession(sessionId: string, siteId: number): Promise<Staff | null> {
  const db = database();
  const [found] = await askStaff(db, { sessionId, siteId });
  if (!found) return null;
  const { unseen, ...staff } = found;
  if (unseen) {
    await db.update(sessions).set({ lastSeenAt: sql`now()` }).where(eq(sessions.id, sessionId));
  }
  return { ...staff, sessionId, siteId };
}

const askStaff = statement(
  "staff_of_session",
  (db, { sessionId, siteId }: Given<{ sessionId: string; siteId: number }>) => {
    const roles = sql<Grant[]>`coalesce((
      select jsonb_agg(jsonb_build_object('role', g.role, 'sectionId', g.section_id) order by g.id)
      from ${grants} g where g.person_id = ${people.id} and g.site_id = ${siteId} and ${isInForce}), '[]')`;
    return db
      .select({
        personId: people.id,
        name: people.name,
        email: people.email,
        grants: roles,
        unseen: lt(sessions.lastSeenAt, sql`now() - interval '1 minute'`).mapWith(Boolean),
      })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(and(eq(sessions.id, sessionId), goesOn()));
  },
);

/** Whether a session goes on: it has not ended, nor was its person switched off, nor did a role of theirs come into force. */
function goesOn() {
  // Whoever gives a role ends the sessions themselves; one that comes into force by waiting has nobody who does.
  const hasNewRole = exists(sql`(select from ${grants} g where g.person_id = ${people.id}
    and ${isInForce} and g.effective_from > ${sessions.createdAt})`);
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
    .where(and(inArray(sessions.id, [...sessionIds]), goesOn()));
  return new Set(found.map(({ id }) => id));
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
