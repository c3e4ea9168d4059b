import { type Tx, transaction } from "#db/transaction.ts";
import { type Follower, follow } from "#features/history/follow.ts";
import { entriesOf } from "./entries.ts";
import { compare, separate } from "./near.ts";
import { comparedAmong, setCompared } from "./near-store.ts";
import { postgresSearch } from "./postgres.ts";
import { documentsWith, goneAfter, type LiveOne, liveAfter, withSisters } from "./texts-store.ts";

/** Whoever finds: PostgreSQL itself. */
export const engine = postgresSearch;

/** Of so many at once, in one transaction: whoever publishes meanwhile waits no longer to be found. */
const AT_ONCE = 20;

/** The same of texts that are not compared meanwhile. */
const MANY_AT_ONCE = 100;

/**
 * Brings what is kept of documents to what readers get of them now, and what stands beside articles whose text is another one. In any
 * order, and twice, the search comes to the same; what stands beside an article depends on what was there before it as well. Where
 * dozens come out together they are found at once, and compared by the job at night.
 */
export async function bringUpToDate(tx: Tx, documentIds: readonly number[]): Promise<void> {
  // Whoever reads a text before somebody else has kept a newer one would keep the older.
  await engine.hold(tx);
  const all = await withSisters(tx, documentIds);
  const entries = await entriesOf(tx, all);
  const texts = new Map(entries.map(({ documentId, revisionId }) => [documentId, revisionId]));
  const gone = all.filter((id) => !texts.has(id));
  await separate(tx, gone);
  await engine.forget(tx, gone);
  const compared = await comparedAmong(tx, texts);
  // However many sisters these have.
  const areFew = documentIds.length <= AT_ONCE;
  await engine.put(tx, entries, { areCompared: areFew });
  for (const entry of areFew ? entries : []) {
    if (entry.kind === "article" && !compared.has(entry.documentId)) await compare(tx, engine, entry);
  }
}

/** Keeps what is found with what is live: within a second of its going out, since the history wakes it. */
export const searchFollower: Follower = {
  name: "search",
  // What was live before is brought by the job.
  from: "now",
  hear: (tx, events) => bringUpToDate(tx, [...new Set(events.map(({ documentId }) => documentId))]),
};

/**
 * Brings whatever is live and not kept as it is, and forgets what is kept and not live: an archive that was there before, and what came
 * out of a backup. Then it compares what was not. All of an archive is found hours before all of it is compared; either goes on where
 * it stopped, for what was done is passed over.
 *
 * @throws the reason of `ending`, once it is aborted
 */
export async function bringAll(ending: AbortSignal): Promise<void> {
  await bringTexts(ending);
  await throughLive(({ isCompared }) => !isCompared, AT_ONCE, compareKept, ending);
}

/** The first half of that: what is found. */
export async function bringTexts(ending: AbortSignal): Promise<void> {
  // From here on the follower hears what happens: nothing falls between the two.
  await follow(searchFollower);
  await throughLive(({ isKept }) => !isKept, MANY_AT_ONCE, bringUpToDate, ending);
  for (let gone = await goneAfter(0, AT_ONCE); gone.length > 0; gone = await goneAfter(gone.at(-1) ?? 0, AT_ONCE))
    await inParts(gone, AT_ONCE, bringUpToDate, ending);
}

/** What stands beside articles that are found already. Of a text that is newer than what is kept the follower has yet to hear. */
async function compareKept(tx: Tx, documentIds: readonly number[]): Promise<void> {
  await engine.hold(tx);
  const entries = await entriesOf(tx, documentIds);
  for (const entry of entries) if (entry.kind === "article") await compare(tx, engine, entry);
  await setCompared(tx, entries);
}

/** A file that texts hand out was hidden, or is shown again: its words are found no more, or again. */
export async function bringWithFile({ siteId, sha256 }: { siteId: number; sha256: string }, ending: AbortSignal) {
  await inParts(await documentsWith(siteId, sha256), AT_ONCE, bringUpToDate, ending);
}

type Work = (tx: Tx, documentIds: readonly number[]) => Promise<void>;

/** Does something with those of all that readers may find that want it. @param most in one transaction */
async function throughLive(
  wants: (one: LiveOne) => boolean,
  most: number,
  work: Work,
  ending: AbortSignal,
): Promise<void> {
  for (let last = 0; ; ) {
    ending.throwIfAborted();
    const found = await liveAfter(last, 10 * MANY_AT_ONCE);
    await inParts(
      found.filter(wants).map(({ id }) => id),
      most,
      work,
      ending,
    );
    const after = found.at(-1);
    if (!after) return;
    last = after.id;
  }
}

async function inParts(documentIds: readonly number[], most: number, work: Work, ending: AbortSignal): Promise<void> {
  for (let at = 0; at < documentIds.length; at += most) {
    ending.throwIfAborted();
    await transaction((tx) => work(tx, documentIds.slice(at, at + most)));
  }
}
