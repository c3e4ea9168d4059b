/** One thing of the earlier list and what became of it in the later one. */
export type Pair<T> =
  | { before: T; after: T; moved: boolean }
  | { before: null; after: T; moved: false }
  | { before: T; after: null; moved: false };

type Marks<T> = { idOf: (thing: T) => string; textOf: (thing: T) => string };

/**
 * Pairs two lists: by id first, then (ids are new after an import or a paste) by equal text.
 * Comes in the later list's order; what is gone stands behind what stood before it.
 */
export function compareLists<T>(before: readonly T[], after: readonly T[], { idOf, textOf }: Marks<T>): Pair<T>[] {
  const partner = new Map<number, number>();
  const free = new Set(before.keys());
  for (const key of [idOf, textOf]) {
    const places = Map.groupBy(free, (at) => key(before[at] as T));
    for (const [at, thing] of after.entries()) {
      const old = partner.has(at) ? undefined : places.get(key(thing))?.shift();
      if (old === undefined) continue;
      partner.set(at, old);
      free.delete(old);
    }
  }
  const kept = longestRise([...after.keys()].flatMap((at) => partner.get(at) ?? []));
  const pairs: Pair<T>[] = after.map((thing, at) => {
    const old = partner.get(at);
    if (old === undefined) return { before: null, after: thing, moved: false };
    return { before: before[old] as T, after: thing, moved: !kept.has(old) };
  });
  return withGone(pairs, before, free, partner);
}

function withGone<T>(
  pairs: Pair<T>[],
  before: readonly T[],
  gone: ReadonlySet<number>,
  partner: ReadonlyMap<number, number>,
) {
  const placeOf = new Map([...partner].map(([at, old]) => [old, at]));
  const behind = Map.groupBy(gone, (old) => {
    for (let at = old - 1; at >= 0; at -= 1) {
      const place = placeOf.get(at);
      if (place !== undefined) return place;
    }
    return -1;
  });
  const goneAt = (place: number): Pair<T>[] =>
    (behind.get(place) ?? [])
      .toSorted((a, b) => a - b)
      .map((old) => ({ before: before[old] as T, after: null, moved: false }));
  return [...goneAt(-1), ...pairs.flatMap((pair, at) => [pair, ...goneAt(at)])];
}

/** The longest part of a list of different numbers that rises: those stayed in order, the others moved. */
function longestRise(numbers: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const number of numbers) {
    const found = tails.findIndex((tail) => tail > number);
    const at = found === -1 ? tails.length : found;
    previous.set(number, tails[at - 1]);
    tails[at] = number;
  }
  const rise = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = previous.get(at)) rise.add(at);
  return rise;
}
