import type { Readable } from "node:stream";

/** Bytes from the first to the last one, both counted from 0 and both sent. */
export type ByteRange = { first: number; last: number };

/** What lies under a key: its size in bytes, and when it was put there. */
export type Kept = { key: string; size: number; at: Date };

/** What a put has left that broke off so that nobody could clear it away, and since when it lies there. */
export type Leftover = { name: string; since: Date; remove(): Promise<void> };

/**
 * Where the bytes of files lie. A key is a path of letters, digits, `.`, `-` and `/`. What lies under a key is never
 * changed: it is put whole, or it is not there, and put twice it is the same.
 *
 * Everything here throws {@link StorageAway} when a store on another machine does not answer, or answers that it cannot.
 */
export type Storage = {
  /** Keeps what comes, whole or not at all. @throws when it cannot be kept, such as on a full disk; nothing is left then */
  put(key: string, bytes: Readable | Buffer): Promise<void>;
  /** How many bytes lie under a key; null where there is nothing. */
  sizeOf(key: string): Promise<number | null>;
  /** @throws {NothingThere} */
  read(key: string, range?: ByteRange): Promise<Readable>;
  /** What is not there is removed already. */
  remove(key: string): Promise<void>;
  /**
   * Everything that lies under keys with this beginning, in the order of the keys' letters.
   * @param after only keys that come after this one
   */
  list(beginning: string, after?: string): AsyncIterable<Kept>;
  /** What no key leads to. A put under way is among it: look at since when it lies there. */
  leftovers(): AsyncIterable<Leftover>;
};

/** What a key is made of; no part of it leads upwards. */
const KEY = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

/** @throws where it is no key: a bug */
export function refuseNoKey(key: string): void {
  if (!KEY.test(key)) throw new Error(`"${key}" is no key of the storage`);
}

/** Nothing lies under a key. */
export class NothingThere extends Error {
  override name = "NothingThere";
}

/** A store on another machine does not answer, or answers that it cannot. What was asked of it may be asked again. */
export class StorageAway extends Error {
  override name = "StorageAway";
}

// Next's bundle has these classes a second time, and the storage is one for both: errors are known by their names.

export const isNothingThere = (error: unknown): boolean => error instanceof Error && error.name === "NothingThere";

export const isStorageAway = (error: unknown): boolean => error instanceof Error && error.name === "StorageAway";
