import { advance } from "#lib/commit-order.ts";

/** "Forget what was drawn from these facts", as one row of the database says it. */
export type Announcement = {
  id: number;
  /** The transaction that wrote it. */
  xact: bigint;
  siteId: number;
  facts: readonly string[];
};

/** What one look at the announcements saw, all in one snapshot. */
export type AnnouncementLook = {
  /**
   * Which database answered, in which run of its server: another run may not know what an older one had promised, and one that
   * came out of a backup was not told what this process has drawn.
   */
  server: string;
  /** The oldest transaction that was still running: everything before it is decided. */
  horizon: bigint;
  announcements: readonly Announcement[];
};

/** How far an instance has followed. The next look asks for announcements of transactions from `horizon` on. */
export type Followed = { horizon: bigint; seen: ReadonlySet<number> };

/**
 * Takes in one look: each announcement is told once, also of a transaction that announced first and committed last.
 *
 * @param followed null for the first look: what was announced before it is told by nobody, for nothing is kept yet.
 * @returns how far we are now, and what is new, in the order of the database's ids.
 */
export function follow(
  followed: Followed | null,
  { horizon, announcements }: Omit<AnnouncementLook, "server">,
): { followed: Followed; news: Announcement[] } {
  const isHeard = ({ id }: Announcement) => followed === null || followed.seen.has(id);
  const heard = announcements.filter(isHeard);
  const news = announcements.filter((one) => !isHeard(one)).sort((one, other) => one.id - other.id);
  const next = advance(BEGINNING, { horizon, owed: news, rest: null, heard });
  return { followed: { horizon: next.horizon, seen: new Set(next.seen) }, news };
}

const BEGINNING = { base: 0, horizon: 0n, seen: [] };
