import { useEffect, useMemo, useSyncExternalStore } from "react";
import { filePath } from "#features/addresses/desk.ts";
import { isUnsaid } from "#features/files/rights.ts";
import type { FileFacts } from "#features/text/gaps.ts";
import { factsIn, type Known, makeFileStates } from "./file-states.ts";
import type { FileView } from "./file-view.ts";

/** A server that hangs is asked again. Milliseconds. */
const PATIENCE_MS = 20_000;

/** One for the page: a file that two figures show is asked for once. */
const states = makeFileStates(async (hash) => {
  const answer = await fetch(filePath(hash), { redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
  if (answer.status === 404) return "missing";
  if (!answer.ok) throw new Error(`${answer.status} for a file`);
  return (await answer.json()) as FileView;
});

/** How a file stands, followed while it is shown; null for no file, and until it is known. */
export function useFile(hash: string | null): Known {
  useFollowed(hash === null ? "" : hash);
  const known = () => (hash === null ? null : states.of(hash));
  return useSyncExternalStore(states.subscribe, known, () => null);
}

/** How each of these files stands; one of which nothing is known yet is left out. */
export const useFileStates = (hashes: readonly string[]): ReadonlyMap<string, FileFacts> => useEach(hashes, factsIn);

/** Those of these files of which nobody has said by what right they are shown, or who is on them. */
export function useUnsaid(hashes: readonly string[]): FileView[] {
  return [...useEach(hashes, unsaidIn).values()];
}

const unsaidIn = (known: Known): FileView | undefined =>
  known === null || known === "missing" || known.state === "failed" || !isUnsaid(known.rights) ? undefined : known;

/** What was said of these files was changed from this page. */
export async function saidAgain(hashes: readonly string[]): Promise<void> {
  await Promise.all(hashes.map(states.again));
}

/** @param read what is wanted of one, from the same function each time; undefined leaves it out */
function useEach<T>(hashes: readonly string[], read: (known: Known) => T | undefined): ReadonlyMap<string, T> {
  const all = hashes.join(" ");
  useFollowed(all);
  const learnt = useSyncExternalStore(states.subscribe, states.learnt, () => 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was learnt is what is read
  return useMemo(() => {
    const found = new Map<string, T>();
    for (const hash of all.split(" ")) {
      const wanted = read(states.of(hash));
      if (wanted !== undefined) found.set(hash, wanted);
    }
    return found;
  }, [all, learnt, read]);
}

/** Calls `then` with what is said of a file once it is settled. @returns what ends the waiting */
export function whenSettled(hash: string, then: (said: FileView) => void): () => void {
  const ends = [states.watch(hash), states.subscribe(look)];
  const end = () => {
    for (const one of ends.splice(0)) one();
  };
  function look(): void {
    const known = states.of(hash);
    if (known === null || (known !== "missing" && known.state === "waiting")) return;
    end();
    if (known !== "missing") then(known);
  }
  look();
  return end;
}

/** @param hashes with blanks between them */
function useFollowed(hashes: string): void {
  useEffect(() => {
    const unwatch = hashes.split(" ").flatMap((hash) => (hash === "" ? [] : [states.watch(hash)]));
    const seen = () => {
      if (document.visibilityState === "visible") states.wake();
    };
    document.addEventListener("visibilitychange", seen);
    window.addEventListener("online", seen);
    return () => {
      for (const end of unwatch) end();
      document.removeEventListener("visibilitychange", seen);
      window.removeEventListener("online", seen);
    };
  }, [hashes]);
}
