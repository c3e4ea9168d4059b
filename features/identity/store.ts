import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { grants, people, sessions } from "#db/schema/people.ts";
import { sections, sites } from "#db/schema/sites.ts";
import type { Tx } from "#db/transaction.ts";
import type { Staff } from "./actor.ts";
import type { Grant, Tree } from "./roles.ts";

/**
 * The person of an open session with their roles in force, in one query: it is asked at every click. Null when the
 * session has ended or the person is switched off. "Last seen" is written at most once a minute.
 * @param host what the person typed; an install with one site is reached by any name
 */
export async function staffOfSession(sessionId: string, host: string): Promise<Staff | null> {
  const db = database();
  const site = db
    .select({ id: sites.id })
    .from(sites)
    .orderBy(desc(sql`${sites.host} is not distinct from ${host}`), sites.id)
    .limit(1)
    .as("site");
  const roles = sql<Grant[]>`coalesce((
    select jsonb_agg(jsonb_build_object('role', g.role, 'sectionId', g.section_id) order by g.id)
    from ${grants} g where g.person_id = ${people.id} and g.site_id = ${site.id}
      and g.ended_at is null and g.effective_from <= now()), '[]')`;
  const [found] = await db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      siteId: site.id,
      grants: roles,
      unseen: lt(sessions.lastSeenAt, sql`now() - interval '1 minute'`).mapWith(Boolean),
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(site, sql`true`)
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, sql`now()`),
        isNull(people.switchedOffAt),
      ),
    );
  if (!found) return null;
  const { unseen, ...staff } = found;
  if (unseen) {
    await db.update(sessions).set({ lastSeenAt: sql`now()` }).where(eq(sessions.id, sessionId));
  }
  return { ...staff, sessionId };
}

/** The sections of a site and what each stands under. */
export async function sectionTree(tx: Tx, siteId: number): Promise<Tree> {
  const rows = await tx
    .select({ id: sections.id, parentId: sections.parentId })
    .from(sections)
    .where(eq(sections.siteId, siteId))
    .orderBy(sections.position, sections.id);
  return new Map(rows.map(({ id, parentId }) => [id, parentId]));
}
