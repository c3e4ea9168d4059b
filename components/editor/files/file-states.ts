import { factsOfRights } from "#features/files/rights.ts";
import type { FileFacts } from "#features/text/gaps.ts";
import { partsOf } from "#features/text/picture-cut.ts";
import type { FileView } from "./file-view.ts";

/** What is known of a file: what the server says of it, `missing` where the site has none of that hash, null until it was asked. */
export type Known = FileView | "missing" | null;

type Entry = { known: Known; tries: number; timer: ReturnType<typeof setTimeout> | undefined; watched: number };

/** @throws anything when the server does not answer */
export type Ask = (hash: string) => Promise<FileView | "missing">;

export type FileStates = ReturnType<typeof makeFileStates>;

/** How files stand, as the server says: asked while somebody watches, until it is settled. Without a screen and a network. */
export function makeFileStates(ask: Ask) {
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  /** Counts what was learnt, so that whoever reads several of them knows when to read again. */
  let learnt = 0;

  function entryOf(hash: string): Entry {
    const entry = entries.get(hash) ?? { known: null, tries: 0, timer: undefined, watched: 0 };
    entries.set(hash, entry);
    return entry;
  }

  async function askNow(hash: string): Promise<void> {
    const entry = entryOf(hash);
    clearTimeout(entry.timer);
    entry.timer = undefined;
    const said = await ask(hash).catch(() => null);
    if (said !== null) {
      entry.known = said;
      learnt += 1;
    }
    if (entry.watched > 0 && !isSettled(entry.known)) wait(hash, entry);
    for (const listener of listeners) listener();
  }

  function wait(hash: string, entry: Entry): void {
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => void askNow(hash), waitFor(entry.tries));
    entry.tries += 1;
  }

  return {
    of: (hash: string): Known => entries.get(hash)?.known ?? null,
    learnt: () => learnt,
    /** Asks now, and on until it is settled. @returns what ends that */
    watch(hash: string): () => void {
      const entry = entryOf(hash);
      entry.watched += 1;
      if (entry.watched === 1 && !isSettled(entry.known)) void askNow(hash);
      return () => {
        entry.watched -= 1;
        if (entry.watched === 0) clearTimeout(entry.timer);
      };
    },
    /**
     * What is said of a file was changed from this page: it and its cuts are asked for at once, however settled they were.
     * @returns when that was answered
     */
    async again(hash: string): Promise<void> {
      const uses = [...entries.keys()].filter((use) => partsOf(use).file === hash);
      await Promise.all(uses.map(askNow));
    },
    /** The page is looked at again: what may have changed meanwhile is asked at once. */
    wake(): void {
      for (const [hash, entry] of entries) {
        if (entry.watched === 0 || (isSettled(entry.known) && !mayReturn(entry.known))) continue;
        entry.tries = 0;
        void askNow(hash);
      }
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What is known of a file, for what is missing in a text; undefined while nobody knows. */
export function factsIn(known: Known): FileFacts | undefined {
  if (known === "missing") return { state: known };
  if (known === null) return undefined;
  const { state, hidden, mediaType, hasText, rights } = known;
  return { state: hidden ? "hidden" : state, mediaType, hasText, rights: factsOfRights(rights) };
}

/** What is not there, or no reader may have, may be another thing when somebody looks again. */
const mayReturn = (known: Known): boolean => known === "missing" || known?.hidden === true;

const isSettled = (known: Known): boolean => known !== null && (known === "missing" || known.state !== "waiting");

/** Milliseconds: a picture is made within seconds, a hundred of them within minutes. */
function waitFor(tries: number): number {
  return Math.min(1_000 * 1.5 ** tries, 15_000);
}
