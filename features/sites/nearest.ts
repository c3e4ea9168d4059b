const AT_MOST = 3;

/** The items whose name is closest to `asked`, best first; none that shares less than half of its letters. */
export function nearest<T>(asked: string, items: readonly T[], nameOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, away: distance(asked, nameOf(item)) / Math.max(asked.length, nameOf(item).length, 1) }))
    .filter(({ away }) => away <= 0.5)
    .toSorted((a, b) => a.away - b.away)
    .slice(0, AT_MOST)
    .map(({ item }) => item);
}

/** Letters to change, add or leave out until one name is the other (Levenshtein). */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [against, counterpart] of [...other].entries()) {
      const change = (row[against] ?? 0) + (letter === counterpart ? 0 : 1);
      next.push(Math.min(change, (row[against + 1] ?? 0) + 1, (next[against] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
