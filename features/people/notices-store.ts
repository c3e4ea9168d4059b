import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { grants, oneTimeLinks, people } from "#db/schema/people.ts";
import { sections } from "#db/schema/sites.ts";
import type { Tx } from "#db/transaction.ts";
import { holdsOn } from "#features/roles/store.ts";
import { isAsked } from "./links-store.ts";
import { belongsTo } from "./store.ts";

/** How long it is shown that something took effect without a second person, in days. */
const SHOWN_DAYS = 14;

const askers = alias(people, "askers");

/** Roles of a site that take two and wait, or lately came into force without a second person. */
export async function rolesByTwo(tx: Tx, siteId: number) {
  return tx
    .select({
      id: grants.id,
      personId: people.id,
      name: people.name,
      email: people.email,
      role: grants.role,
      sectionName: sections.name,
      askedBy: grants.givenBy,
      askedByName: askers.name,
      from: grants.effectiveFrom,
      waits: sql`${grants.effectiveFrom} > now()`.mapWith(Boolean),
    })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .leftJoin(askers, eq(askers.id, grants.givenBy))
    .leftJoin(sections, eq(sections.id, grants.sectionId))
    .where(
      and(
        eq(grants.siteId, siteId),
        sql`is_by_two(${grants.role})`,
        isNull(grants.endedAt),
        isNull(grants.agreedBy),
        // Those of the install itself (the demo, the first administrator) never waited.
        gt(grants.effectiveFrom, grants.givenAt),
        gt(grants.effectiveFrom, shownSince),
      ),
    )
    .orderBy(asc(grants.effectiveFrom));
}

/** Links for people of a site that wait, or lately became usable without a second person. */
export async function resetsByTwo(tx: Tx, siteId: number) {
  return tx
    .select({
      id: oneTimeLinks.id,
      personId: people.id,
      name: people.name,
      email: people.email,
      askedBy: oneTimeLinks.madeBy,
      askedByName: askers.name,
      from: oneTimeLinks.usableFrom,
      waits: sql`${oneTimeLinks.usableFrom} > now()`.mapWith(Boolean),
    })
    .from(oneTimeLinks)
    .innerJoin(people, eq(people.id, oneTimeLinks.personId))
    .leftJoin(askers, eq(askers.id, oneTimeLinks.madeBy))
    .where(
      and(
        inArray(oneTimeLinks.purpose, ["reset", "invitation"]),
        gt(oneTimeLinks.usableFrom, sql`${oneTimeLinks.createdAt} + interval '1 hour'`),
        gt(oneTimeLinks.usableFrom, shownSince),
        or(sql`${oneTimeLinks.usedAt} is not null`, gt(oneTimeLinks.expiresAt, sql`now()`)),
        or(isNull(oneTimeLinks.usedAt), lte(oneTimeLinks.usableFrom, sql`now()`)),
        isNull(oneTimeLinks.agreedBy),
        isAsked(siteId),
      ),
    )
    .orderBy(asc(oneTimeLinks.usableFrom));
}

const shownSince = sql`now() - make_interval(days => ${SHOWN_DAYS})`;

/** Everybody whose account is the site's business. */
export async function peopleOfSite(tx: Tx, siteId: number) {
  return tx
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      demo: people.demo,
      switchedOff: sql`${people.switchedOffAt} is not null`.mapWith(Boolean),
      hasPassword: sql`${people.passwordHash} is not null`.mapWith(Boolean),
      lastSeenAt:
        sql<Date | null>`(select max(s.last_seen_at) from sessions s where s.person_id = ${people}.id)`.mapWith(
          people.createdAt,
        ),
    })
    .from(people)
    .where(belongsTo(siteId))
    .orderBy(asc(people.name), asc(people.id));
}

/** The names of those who administer a site and can sign in. */
export async function administratorsOfSite(tx: Tx, siteId: number): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ name: people.name })
    .from(people)
    .where(holdsOn(siteId, ["administrator"]))
    .orderBy(asc(people.name));
  return rows.map(({ name }) => name);
}

/** Roles of a site that have not ended, in force or waiting. */
export async function rolesOfSite(tx: Tx, siteId: number) {
  return tx
    .select({
      id: grants.id,
      personId: grants.personId,
      role: grants.role,
      sectionId: grants.sectionId,
      sectionName: sections.name,
      from: grants.effectiveFrom,
      waits: sql`${grants.effectiveFrom} > now()`.mapWith(Boolean),
    })
    .from(grants)
    .leftJoin(sections, eq(sections.id, grants.sectionId))
    .where(and(eq(grants.siteId, siteId), isNull(grants.endedAt)))
    .orderBy(asc(grants.id));
}
