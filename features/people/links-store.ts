import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { oneTimeLinks, people } from "#db/schema/people.ts";
import type { Tx } from "#db/transaction.ts";

export type Purpose = (typeof oneTimeLinks.$inferSelect)["purpose"];

type NewLink = {
  tokenHash: string;
  purpose: Purpose;
  personId: number | null;
  madeBy: number | null;
  /** Until it may be used. */
  hours: number;
  /** How long it may be used from then on. */
  days: number;
};

/** @returns when it stops working */
export async function addLink(tx: Tx, { hours, days, ...link }: NewLink): Promise<Date> {
  const [made] = await tx
    .insert(oneTimeLinks)
    .values({
      ...link,
      usableFrom: sql`now() + make_interval(hours => ${hours})`,
      expiresAt: sql`now() + make_interval(hours => ${hours}, days => ${days})`,
    })
    .returning({ until: oneTimeLinks.expiresAt });
  if (!made) throw new Error("A link was not made.");
  return made.until;
}

/** Whose a link is, by its secret: null is the first administrator, who is not there yet; undefined, that there is none. */
export async function personOfLink(tx: Tx, tokenHash: string): Promise<number | null | undefined> {
  const [link] = await tx
    .select({ personId: oneTimeLinks.personId })
    .from(oneTimeLinks)
    .where(eq(oneTimeLinks.tokenHash, tokenHash));
  return link?.personId;
}

/** A link by its secret, locked, with the person it is for. */
export async function lockLink(tx: Tx, tokenHash: string) {
  const [link] = await tx
    .select({
      id: oneTimeLinks.id,
      purpose: oneTimeLinks.purpose,
      used: sql`${oneTimeLinks.usedAt} is not null`.mapWith(Boolean),
      expired: sql`${oneTimeLinks.expiresAt} <= now()`.mapWith(Boolean),
      waits: sql`${oneTimeLinks.usableFrom} > now()`.mapWith(Boolean),
      usableFrom: oneTimeLinks.usableFrom,
      person: { id: people.id, name: people.name, email: people.email, switchedOffAt: people.switchedOffAt },
    })
    .from(oneTimeLinks)
    .leftJoin(people, eq(people.id, oneTimeLinks.personId))
    .where(eq(oneTimeLinks.tokenHash, tokenHash))
    .for("update", { of: oneTimeLinks });
  return link ?? null;
}

export async function spendLink(tx: Tx, linkId: number): Promise<void> {
  await tx.update(oneTimeLinks).set({ usedAt: sql`now()` }).where(eq(oneTimeLinks.id, linkId));
}

const open = and(isNull(oneTimeLinks.usedAt), gt(oneTimeLinks.expiresAt, sql`now()`));

/** A newer link, or a new role, makes the older links of a person useless. */
export async function voidLinksOf(tx: Tx, personId: number, purposes: Purpose[]): Promise<void> {
  await tx
    .update(oneTimeLinks)
    .set({ expiresAt: sql`now()` })
    .where(and(eq(oneTimeLinks.personId, personId), inArray(oneTimeLinks.purpose, purposes), open));
}

export async function voidFirstLinks(tx: Tx): Promise<void> {
  await tx
    .update(oneTimeLinks)
    .set({ expiresAt: sql`now()` })
    .where(and(eq(oneTimeLinks.purpose, "first_administrator"), open));
}

export async function voidLink(tx: Tx, linkId: number): Promise<void> {
  await tx.update(oneTimeLinks).set({ expiresAt: sql`now()` }).where(eq(oneTimeLinks.id, linkId));
}

export async function makeUsable(tx: Tx, linkId: number, agreedBy: number): Promise<void> {
  await tx.update(oneTimeLinks).set({ agreedBy, usableFrom: sql`now()` }).where(eq(oneTimeLinks.id, linkId));
}

/**
 * Whether a site is asked about a person's way in: where they have a role that takes two; and where they write while they
 * have none such anywhere.
 */
export const isAsked = (siteId: number) =>
  sql<boolean>`exists (select from grants g where g.person_id = ${people}.id and g.site_id = ${siteId} and g.ended_at is null
    and (is_by_two(g.role) or not exists (
      select from grants h where h.person_id = g.person_id and h.ended_at is null and is_by_two(h.role))))`;

/** An open link for somebody about whom the site is asked, locked. */
export async function lockLinkOfSite(tx: Tx, siteId: number, linkId: number) {
  const [link] = await tx
    .select({
      id: oneTimeLinks.id,
      personId: people.id,
      askedBy: oneTimeLinks.madeBy,
      // By the clock, not by when this transaction began: it may have waited for one that began later and has agreed.
      waits: sql`${oneTimeLinks.usableFrom} > clock_timestamp()`.mapWith(Boolean),
    })
    .from(oneTimeLinks)
    .innerJoin(people, eq(people.id, oneTimeLinks.personId))
    .where(and(eq(oneTimeLinks.id, linkId), open, isAsked(siteId)))
    .for("update", { of: oneTimeLinks });
  return link ?? null;
}
