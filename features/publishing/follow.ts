/** "Forget what was drawn from these facts", as one row of the database says it. */
export type Announcement = {
  id: number;
  /** The transaction that wrote it. */
  xact: bigint;
  siteId: number;
  facts: readonly string[];
};

/** What one look at the announcements saw, all in one snapshot. */
export type Look = {
  /** Which run of the database's server answered: another one may not know what an older one had promised. */
  server: string;
  /** The oldest transaction that was still running: everything before it is decided. */
  horizon: bigint;
  announcements: readonly Announcement[];
};

/** How far an instance has followed. The next look asks for announcements of transactions from `horizon` on. */
export type Followed = { horizon: bigint; seen: ReadonlySet<number> };

/**
 * Takes in one look.
 *
 * Ids and transaction numbers are given when a transaction writes, not when it commits: a slow one appears behind
 * faster ones. It was running at the last look, so its number is not below that look's horizon, and asking again from
 * there finds it; what was seen there before is not told twice.
 *
 * @param followed null for the first look: what was announced before it is told by nobody, for nothing is kept yet.
 * @returns how far we are now, and what is new, in the order of the database's ids.
 */
export function follow(
  followed: Followed | null,
  look: Omit<Look, "server">,
): { followed: Followed; news: Announcement[] } {
  const news = followed === null ? [] : look.announcements.filter(({ id }) => !followed.seen.has(id));
  const seen = look.announcements.filter(({ xact }) => xact >= look.horizon).map(({ id }) => id);
  return {
    followed: { horizon: look.horizon, seen: new Set(seen) },
    news: news.sort((one, other) => one.id - other.id),
  };
}
