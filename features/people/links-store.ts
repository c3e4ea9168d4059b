import { and, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { inHours, transactionNow } from "#db/now.ts";
import { oneTimeLinks, people } from "#db/schema/people.ts";
import { changeSealed, sealed } from "#db/seal.ts";
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
  const createdAt = await transactionNow(tx);
  const [usableFrom, expiresAt] = [inHours(createdAt, hours), inHours(createdAt, hours + days * 24)];
  await tx.insert(oneTimeLinks).values(sealed(oneTimeLinks, { ...link, createdAt, usableFrom, expiresAt }));
  return expiresAt;
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
  await changeSealed(tx, oneTimeLinks, eq(oneTimeLinks.id, linkId), (_, now) => ({ usedAt: now }));
}

const open = sql`(${isNull(oneTimeLinks.usedAt)} and ${gt(oneTimeLinks.expiresAt, sql`now()`)})`;
const works = (which: SQL) => sql`(${which} and ${open})`;
const noLonger = (_: unknown, now: Date) => ({ expiresAt: now });

/** A newer link, or a new role, makes the older links of a person useless. */
export async function voidLinksOf(tx: Tx, personId: number, purposes: Purpose[]): Promise<void> {
  const theirs = sql`${eq(oneTimeLinks.personId, personId)} and ${inArray(oneTimeLinks.purpose, purposes)}`;
  await changeSealed(tx, oneTimeLinks, works(theirs), noLonger);
}

export async function voidFirstLinks(tx: Tx): Promise<void> {
  await changeSealed(tx, oneTimeLinks, works(eq(oneTimeLinks.purpose, "first_administrator")), noLonger);
}

export async function voidLink(tx: Tx, linkId: number): Promise<void> {
  await changeSealed(tx, oneTimeLinks, eq(oneTimeLinks.id, linkId), noLonger);
}

export async function makeUsable(tx: Tx, linkId: number, agreedBy: number): Promise<void> {
  await changeSealed(tx, oneTimeLinks, eq(oneTimeLinks.id, linkId), (_, now) => ({ agreedBy, usableFrom: now }));
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
