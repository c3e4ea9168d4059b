/** How far somebody has come: they have heard each row up to `base` or of a transaction before `horizon`, and those in `seen`. */
export type Position = { base: number; horizon: bigint; seen: readonly number[] };

/** A row's number, and the number of the transaction that wrote it; 0 for what was decided before anybody followed. */
type Written = { id: number; xact: bigint };

/** One look at what was written, from a position, all in one snapshot. */
export type Look<W extends Written> = {
  /** The oldest transaction that was still running: everything before it is decided. */
  horizon: bigint;
  /** What has not been heard, in the order of ids, from the first on; not always all of it. */
  owed: readonly W[];
  /** The lowest transaction among what is owed beyond `owed`; null when nothing is. */
  rest: bigint | null;
  /** What has been heard already and may be asked for again. */
  heard: readonly Written[];
};

/**
 * Where somebody stands after they have heard what a look owed them.
 *
 * Ids and transaction numbers are given when a transaction writes, not when it commits, so neither of them says that
 * nothing is missing before it. What a running transaction will show has a number that is not below the horizon, and is
 * found by asking from there again; what was heard there already is remembered by its id.
 *
 * Of two rows, one written after the other was committed, no look sees the second without the first.
 */
export function advance(from: Position, { horizon, owed, rest, heard }: Look<Written>): Position {
  const last = owed.at(-1);
  if (last?.xact === 0n) return { ...from, base: last.id, seen: from.seen.filter((id) => id > last.id) };
  const next = rest !== null && rest < horizon ? rest : horizon;
  const seen = [...heard, ...owed].filter(({ xact }) => xact >= next).map(({ id }) => id);
  return { base: from.base, horizon: next, seen };
}
