import { transaction } from "#db/transaction.ts";
import { rankAnywhere } from "#features/roles/roles.ts";
import type { Staff } from "#features/sessions/actor.ts";
import * as store from "./news-store.ts";
import type { AccountNews } from "./types.ts";

/** The most on one page; what is younger follows when these are put away, so that nothing is put away unseen. */
const SHOWN = 20;

/**
 * What approvers are told of accounts that were made or let in anew: each of them, until they put it away.
 * @returns the oldest first, and how many follow; null to whoever is no approver
 */
export async function newsFor(staff: Staff): Promise<{ news: AccountNews[]; more: number } | null> {
  if (rankAnywhere(staff) < 3) return null;
  const all = asOneDeed(await transaction((tx) => store.newsOf(tx, staff.siteId, staff.personId)));
  return { news: all.slice(0, SHOWN), more: Math.max(0, all.length - SHOWN) };
}

/** They have seen it. What they were not told of stays untold. */
export async function putNewsAway(staff: Staff, ids: readonly number[]): Promise<void> {
  if (rankAnywhere(staff) < 3) return;
  await transaction(async (tx) => {
    const told = await store.newsOf(tx, staff.siteId, staff.personId);
    const theirs = told.map(({ id }) => id).filter((id) => ids.includes(id));
    await store.putAway(tx, staff.personId, theirs);
  });
}

const DEEDS = {
  first_administrator: "made",
  invited: "made",
  switched_on: "switched_on",
  reset_asked: "reset",
  role_given: "role",
} as const satisfies Record<store.NewsEvent["kind"], AccountNews["deed"]>;

/** What was done to one person in one transaction was one deed: an account with its first role, or with those it had. */
function asOneDeed(events: readonly store.NewsEvent[]): AccountNews[] {
  const together = Object.groupBy(events, ({ personId, at }) => `${personId} ${at.getTime()}`);
  return Object.values(together).flatMap((deed = []) => {
    const first = deed.find(({ kind }) => kind !== "role_given") ?? deed[0];
    if (!first) return [];
    return {
      ids: deed.map(({ id }) => id),
      deed: DEEDS[first.kind],
      person: { name: first.name, email: first.email },
      roles: deed.flatMap(({ role, sectionName, hours }) => (role === null ? [] : [{ role, sectionName, hours }])),
      hours: first.role === null ? first.hours : 0,
      by: first.byName,
      at: first.at,
    };
  });
}
