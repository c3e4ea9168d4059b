import type { Tx } from "#db/transaction.ts";
import { announce } from "#features/facts/announce.ts";
import { inList } from "#features/facts/facts.ts";
import type { Entry, SearchEngine } from "./engine.ts";
import { datesOf, deleteNear, type Near, nearOf, replaceNear } from "./near-store.ts";

/** For one article: as many as its page has room for, and two that may stand on it already. */
const MOST_NEAR = 6;

/**
 * Has an article stand beside those that are near it by their texts, and these beside it; pages that show something else are
 * forgotten. While nobody else is at it (`engine.hold`).
 */
export async function compare(tx: Tx, engine: SearchEngine, entry: Entry): Promise<void> {
  const found = await engine.nearest(tx, entry, MOST_NEAR);
  const dates = await datesOf(
    tx,
    found.map(({ documentId }) => documentId),
  );
  const near = found.flatMap(({ documentId: nearId, step }): Near[] => {
    const shownAt = dates.get(nearId);
    return shownAt ? [{ documentId: entry.documentId, nearId, step, shownAt }] : [];
  });
  const kept = await nearOf(tx, [entry.documentId, ...near.map(({ nearId }) => nearId)]);
  const lists = listsWith(kept, entry, near);
  const changed = [...lists].filter(([id, list]) => spelt(list) !== spelt(listOf(kept, id)));
  const ids = changed.map(([id]) => id);
  await replaceNear(
    tx,
    ids,
    changed.flatMap(([, list]) => list),
  );
  await announce(
    tx,
    entry.siteId,
    ids.map((id) => inList("near", id)),
  );
}

/** Articles that readers get no more stand beside no other one. */
export async function separate(tx: Tx, documentIds: readonly number[]): Promise<void> {
  const left = await deleteNear(tx, documentIds);
  for (const [siteId, those] of Map.groupBy(left, (one) => one.siteId)) {
    const ids = new Set(those.map(({ documentId }) => documentId));
    await announce(
      tx,
      siteId,
      [...ids].map((id) => inList("near", id)),
    );
  }
}

/**
 * What stands beside an article that was compared, and beside each of those that are near it: its own list is what was found, and in
 * each of theirs it takes the place of one that is less near.
 *
 * @param kept the lists as they are @returns each list whole, the nearest first
 */
export function listsWith(
  kept: readonly Near[],
  { documentId, shownAt }: Pick<Entry, "documentId" | "shownAt">,
  near: readonly Near[],
): Map<number, Near[]> {
  const own = [documentId, near.toSorted(nearestFirst)] as const;
  const others = near.map(({ nearId, step }) => {
    const without = listOf(kept, nearId).filter((one) => one.nearId !== documentId);
    const list = [...without, { documentId: nearId, nearId: documentId, step, shownAt }];
    return [nearId, list.toSorted(nearestFirst).slice(0, MOST_NEAR)] as const;
  });
  return new Map([own, ...others]);
}

const listOf = (kept: readonly Near[], id: number) =>
  kept.filter(({ documentId }) => documentId === id).toSorted(nearestFirst);

const nearestFirst = (a: Near, b: Near) =>
  a.step - b.step || b.shownAt.getTime() - a.shownAt.getTime() || b.nearId - a.nearId;

const spelt = (list: readonly Near[]) =>
  JSON.stringify(list.map(({ nearId, step, shownAt }) => [nearId, step, shownAt]));
