import { transaction } from "#db/transaction.ts";
import { keepCheck } from "#features/files/checks-store.ts";
import { type Erasure, erasures } from "#features/files/deeds-store.ts";
import { MADE_WITH } from "#features/files/settings.ts";
import type { Storage } from "#features/files/storage/types.ts";
import { hashInName, renditionIn } from "#features/files/storage.ts";
import { lockBytes } from "#features/files/store.ts";
import { HOUR_MS } from "#lib/dates.ts";
import { eraseAgain } from "./erased.ts";
import { inBatches } from "./in-batches.ts";
import { makeAnew, missingOf, troubleOf } from "./look.ts";
import { isMarked, mark, marks } from "./marks.ts";
import { nameFilesAnew } from "./owner-store.ts";
import { verifyShares } from "./shares.ts";
import { hashesKept, type Listed, listedAs, listedUnder, misnamed } from "./store.ts";

/** What lies there for less than this, in milliseconds, may be on its way: bytes come before their row. */
const YOUNG_MS = 24 * HOUR_MS;

/** So many originals are read at once. */
const AT_ONCE = 4;

/** Beginnings of hashes: one after the other, so that whoever is stopped can go on. */
const SHARDS = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, "0"));

export type Verifying = {
  storage: Storage;
  ownerUrl: string;
  /** Only files whose hashes begin with what comes after this. */
  after?: string | undefined;
  mend: boolean;
  /** Hears each thing that does not fit, and what was done about it. */
  tell: (sentence: string) => void;
  /** Hears up to which beginning of hashes all was looked at. */
  reached: (beginning: string) => void;
  now?: number;
};

export type Verified = {
  files: number;
  renditions: number;
  texts: number;
  /** How many were erased: looked at is that nothing of them lies there, and that they are marked. */
  erased: number;
  found: number;
  mended: number;
};

/**
 * Looks whether everything that is on a site's list lies in the storage, and is what it should be; whether anything else
 * lies there; and whether the database's list of the files that texts name is what they say. Mends what can be.
 */
export async function verifyFiles(work: Verifying): Promise<Verified> {
  const { storage, mend, after = "", tell, reached, now = Date.now() } = work;
  const done: Verified = { files: 0, renditions: 0, texts: 0, erased: 0, found: 0, mended: 0 };
  const isYoung = (at: Date) => at.getTime() > now - YOUNG_MS;

  /** @param how mends it, and says in which word; null where nothing can be done from here */
  async function found(sentence: string, how: (() => Promise<string | null>) | null, advice = ""): Promise<void> {
    done.found += 1;
    const did = mend && how ? await how() : null;
    if (did !== null) done.mended += 1;
    tell(`${sentence}${did === null ? advice : `: ${did}`}`);
  }

  const erased = Map.groupBy(await erasures(), ({ sha256 }) => sha256);
  for (const shard of SHARDS.filter((one) => one > after)) {
    // Rows first: what comes meanwhile is young.
    const rows = Map.groupBy(await listedUnder(shard), ({ sha256 }) => sha256);
    for await (const batch of inBatches(rows.keys(), AT_ONCE)) await Promise.all(batch.map(original));
    for (const these of rows.values()) for (const row of these) await renditionsOf(row);
    for await (const kept of storage.list(`originals/${shard}/`)) {
      const sha256 = hashInName(kept.key);
      if (sha256 === null) await found(`${kept.key} is no name of ours`, null);
      else if (!rows.has(sha256) && (erased.has(sha256) || !isYoung(kept.at))) await nobodys(sha256, kept.key);
    }
    for await (const kept of storage.list(`renditions/${shard}/`)) {
      const said = renditionIn(kept.key);
      if (said === null) await found(`${kept.key} is no name of ours`, null);
      else if (!rows.has(said.sha256)) {
        if (erased.has(said.sha256) || !isYoung(kept.at)) await nobodys(said.sha256, kept.key);
      } else if (!isYoung(kept.at)) {
        const these = (rows.get(said.sha256) ?? []).filter(({ cut }) => cut === said.cut);
        const why = these.length === 0 ? "is of no cut that a text was kept with" : "was made by other settings";
        if (!these.some((row) => wants(row, said))) await outdated(said, kept.key, why);
      }
    }
    for (const [sha256, these] of erased) if (sha256.startsWith(shard)) await marked(these);
    done.renditions += await verifyShares(shard, { storage, isYoung, found });
    reached(shard);
  }
  for await (const one of marks(storage)) {
    // As of now: it may have been erased since this began.
    if ((await erasures(one.sha256)).some(({ siteKey }) => siteKey === one.siteKey)) continue;
    const how = async () => ((await eraseAgain(one)) === "again" ? "erased again" : null);
    await found(`File ${one.sha256} was erased, as a mark says, and the database does not know it`, how);
  }
  for await (const left of storage.leftovers()) {
    if (isYoung(left.since)) continue;
    const remove = () => left.remove().then(() => "removed");
    await found(`${left.name} is left of a file that never arrived`, remove);
  }
  for await (const page of misnamed()) {
    done.texts += page.looked;
    for (const { revisionId, documentId, lacks, extra } of page.found) {
      const how = () => nameFilesAnew(work.ownerUrl, revisionId).then(() => "written anew");
      const differs = `lacks ${lacks.length} and has ${extra.length} too many`;
      await found(`The list of files of revision ${revisionId} (document ${documentId}) ${differs}`, how);
    }
  }
  return done;

  async function original(sha256: string): Promise<void> {
    done.files += 1;
    const trouble = await troubleOf(storage, sha256);
    const [first, ...others] = trouble === null ? [] : (await listedAs(sha256)).filter(isWhole);
    await transaction((tx) => keepCheck(tx, sha256, trouble));
    if (!first) return;
    const which = [first, ...others].map(({ id }) => id).join(", ");
    const what = trouble === "missing" ? "has no bytes" : "has other bytes than were brought";
    await found(
      `File ${which} “${first.name}” (${sha256}) ${what}`,
      null,
      ": bring the same file once more, or put it back from a backup.",
    );
  }

  async function renditionsOf(row: Listed): Promise<void> {
    done.renditions += row.renditions.length;
    if ((await missingOf(storage, row)) === 0) return;
    // It may have been made anew, or gone, since it was read.
    const now = (await listedAs(row.sha256)).find(({ id, cutId }) => id === row.id && cutId === row.cutId);
    const missing = now ? await missingOf(storage, now) : 0;
    if (!now || missing === 0) return;
    const queue = async () => {
      if ((await troubleOf(storage, row.sha256)) !== null) return null;
      return (await makeAnew(row)) ? "queued to be made" : "it is queued already";
    };
    const which = isWhole(row) ? `File ${row.id}` : `Cut ${row.cut} of file ${row.id}`;
    const lacks = `lacks ${missing} of its ${now.renditions.length} pictures`;
    await found(`${which} “${row.name}” (${row.sha256}) ${lacks}`, queue);
  }

  async function marked(these: readonly Erasure[]): Promise<void> {
    done.erased += 1;
    for (const erasure of these) {
      if (await isMarked(storage, erasure)) continue;
      const how = () => mark(storage, erasure).then(() => "marked");
      await found(`File ${erasure.sha256} was erased under no. ${erasure.number}, and no mark says so`, how);
    }
  }

  function nobodys(sha256: string, key: string): Promise<void> {
    const remove = () =>
      transaction(async (tx) => {
        await lockBytes(tx, sha256);
        // Somebody may have brought it meanwhile.
        if ((await hashesKept([sha256], tx)).has(sha256)) return "it has an owner now";
        await storage.remove(key);
        return "removed";
      });
    const number = erased.get(sha256)?.[0]?.number;
    return found(
      `${key} is of ${number === undefined ? "no file" : `a file that was erased under no. ${number}`}`,
      remove,
    );
  }

  function outdated(said: Said, key: string, why: string): Promise<void> {
    const remove = async () => {
      if ((await listedAs(said.sha256)).some((row) => wants(row, said))) return "it is needed now";
      await storage.remove(key);
      return "removed";
    };
    return found(`${key} ${why}`, remove);
  }
}

type Said = NonNullable<ReturnType<typeof renditionIn>>;

const isWhole = ({ cutId }: Listed): boolean => cutId === null;

/** Whether a picture is one that readers get of a file, or of a cut of it, or will once it is made. */
function wants({ cut, state, madeWith, renditions }: Listed, said: Said): boolean {
  if (cut !== said.cut) return false;
  if (state !== "failed" && madeWith !== MADE_WITH && said.madeWith === MADE_WITH) return true;
  return madeWith === said.madeWith && renditions.some(({ width, format }) => `${width}.${format}` === said.name);
}
