import { and, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { inHours, transactionNow } from "#db/now.ts";
import { grants, people } from "#db/schema/people.ts";
import { sites } from "#db/schema/sites.ts";
import { changeSealed, sealed } from "#db/seal.ts";
import type { Tx } from "#db/transaction.ts";
import type { Role } from "#features/roles/roles.ts";
import { holdsOn } from "#features/roles/store.ts";

/** Decisions about the people of one site queue here, so that two cannot both be "not the last administrator". */
export async function lockOffice(tx: Tx, siteId: number): Promise<void> {
  await tx.select({ id: sites.id }).from(sites).where(eq(sites.id, siteId)).for("no key update");
}

export async function personByEmail(tx: Tx, email: string) {
  const [person] = await tx.select().from(people).where(eq(people.email, email));
  return person ?? null;
}

/**
 * Whose accounts are a site's business: those who have a role there, and those who had one and have none anywhere now, so
 * that somebody can take them back.
 */
export const belongsTo = (siteId: number) =>
  sql<boolean>`(exists (select from grants g where g.person_id = ${people}.id and g.site_id = ${siteId} and g.ended_at is null)
    or exists (select from grants g where g.person_id = ${people}.id and g.site_id = ${siteId})
      and not exists (select from grants g where g.person_id = ${people}.id and g.ended_at is null))`;

export async function personOfSite(tx: Tx, siteId: number, personId: number) {
  const [person] = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, personId), belongsTo(siteId)))
    .for("no key update");
  return person ?? null;
}

export async function addPerson(tx: Tx, email: string, name: string): Promise<number> {
  const [made] = await tx.insert(people).values(sealed(people, { email, name })).returning({ id: people.id });
  if (!made) throw new Error("An account was not made.");
  return made.id;
}

export async function nobodyIsThere(tx: Tx): Promise<boolean> {
  const [found] = await tx.select({ id: people.id }).from(people).limit(1);
  return found === undefined;
}

/** One at a time makes the first account of an install. */
export async function queueForFirst(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7405002)`);
}

export async function switchPerson(tx: Tx, personId: number, on: boolean): Promise<void> {
  await changeSealed(tx, people, eq(people.id, personId), (_, now) => ({ switchedOffAt: on ? null : now }));
}

/** Roles that have not ended, in force or waiting, on every site. */
export async function rolesOf(tx: Tx, personId: number) {
  return tx
    .select({
      id: grants.id,
      role: grants.role,
      siteId: grants.siteId,
      sectionId: grants.sectionId,
      waits: sql`${grants.effectiveFrom} > now()`.mapWith(Boolean),
    })
    .from(grants)
    .where(and(eq(grants.personId, personId), isNull(grants.endedAt)));
}

type NewGrant = {
  personId: number;
  siteId: number;
  sectionId: number | null;
  role: Role;
  givenBy: number | null;
  hours: number;
};

/** @param hours until it is in force, by the database's clock */
export async function addGrant(tx: Tx, { hours, ...grant }: NewGrant): Promise<number> {
  const givenAt = await transactionNow(tx);
  const [made] = await tx
    .insert(grants)
    .values(sealed(grants, { ...grant, givenAt, effectiveFrom: inHours(givenAt, hours) }))
    .returning({ id: grants.id });
  if (!made) throw new Error("A role was not given.");
  return made.id;
}

export async function lockGrant(tx: Tx, siteId: number, grantId: number) {
  const [grant] = await tx
    .select({
      id: grants.id,
      personId: grants.personId,
      role: grants.role,
      sectionId: grants.sectionId,
      askedBy: grants.givenBy,
      // By the clock, not by when this transaction began: it may have waited for one that began later and has agreed.
      waits: sql`${grants.effectiveFrom} > clock_timestamp()`.mapWith(Boolean),
    })
    .from(grants)
    .where(and(eq(grants.id, grantId), eq(grants.siteId, siteId), isNull(grants.endedAt)))
    .for("update");
  return grant ?? null;
}

export async function agreeToGrant(tx: Tx, grantId: number, agreedBy: number): Promise<void> {
  await changeSealed(tx, grants, eq(grants.id, grantId), (_, now) => ({ agreedBy, effectiveFrom: now }));
}

export async function endGrant(tx: Tx, grantId: number, endedBy: number | null): Promise<void> {
  await changeSealed(tx, grants, eq(grants.id, grantId), (_, now) => ({ endedAt: now, endedBy }));
}

/** Whether anybody could agree or object on one of these sites: is asked and can sign in; `except` left out. */
export async function somebodyCouldAnswer(tx: Tx, siteIds: readonly number[], except: number): Promise<boolean> {
  const [found] = await tx
    .select({ could: sql`coalesce(bool_or(somebody_could_answer(${sites.id}, ${except})), false)`.mapWith(Boolean) })
    .from(sites)
    .where(inArray(sites.id, [...siteIds]));
  return found?.could ?? false;
}

/** How many administrators of a site can sign in, one left out. */
export async function countAdministrators(tx: Tx, siteId: number, except: number): Promise<number> {
  const [found] = await tx
    .select({ people: sql`count(*)`.mapWith(Number) })
    .from(people)
    .where(and(holdsOn(siteId, ["administrator"]), isNotNull(people.passwordHash), ne(people.id, except)));
  return found?.people ?? 0;
}
