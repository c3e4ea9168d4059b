import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import type { Trouble } from "#features/files/checks-store.ts";
import { isNothingThere, type Storage } from "#features/files/storage/types.ts";
import { originalKey, renditionKey } from "#features/files/storage.ts";
import { queueAnew, queueCutsAnew } from "#features/renditions/unmade.ts";
import { pictureKey } from "#features/text/picture-cut.ts";
import type { Listed } from "./store.ts";

/** Reads all that lies under a key. @returns its SHA-256 @throws {NothingThere} */
export async function hashAt(storage: Storage, key: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(await storage.read(key), hash);
  return hash.digest("hex");
}

/** Reads the bytes that somebody brought once more. @throws {StorageAway} when nobody can say */
export async function troubleOf(storage: Storage, sha256: string): Promise<Trouble | null> {
  try {
    return (await hashAt(storage, originalKey(sha256))) === sha256 ? null : "differs";
  } catch (error) {
    if (isNothingThere(error)) return "missing";
    // A disk that cannot read a place any more says this of it, and goes on.
    if (error instanceof Error && "code" in error && error.code === "EIO") return "differs";
    throw error;
  }
}

/** How many of the pictures that readers get of a file, or of a cut of it, are not there, or are not as long as they were made. */
export async function missingOf(storage: Storage, row: Listed): Promise<number> {
  const { sha256: file, cut, madeWith, renditions, state } = row;
  if (state !== "ready" || madeWith === null) return 0;
  const use = pictureKey({ file, cut });
  const sizes = await Promise.all(renditions.map((one) => storage.sizeOf(renditionKey(use, madeWith, one))));
  return renditions.filter(({ bytes }, at) => sizes[at] !== bytes).length;
}

/** Has what is gone made anew. @returns whether it was queued: it is not where it has a job already */
export async function makeAnew({ id, cutId }: Listed): Promise<boolean> {
  return (await (cutId === null ? queueAnew([id]) : queueCutsAnew([cutId]))) === 1;
}
