import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import type { Trouble } from "#features/files/checks-store.ts";
import { isNothingThere, type Storage } from "#features/files/storage/types.ts";
import { originalKey, renditionKey } from "#features/files/storage.ts";
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

/** How many of the pictures that readers get of a file are not there, or are not as long as they were made. */
export async function missingOf(storage: Storage, { sha256, madeWith, renditions, state }: Listed): Promise<number> {
  if (state !== "ready" || madeWith === null) return 0;
  const sizes = await Promise.all(renditions.map((one) => storage.sizeOf(renditionKey(sha256, madeWith, one))));
  return renditions.filter(({ bytes }, at) => sizes[at] !== bytes).length;
}
