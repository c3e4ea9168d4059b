import type { Readable } from "node:stream";

/** Bytes from the first to the last one, both counted from 0 and both sent. */
export type ByteRange = { first: number; last: number };

/**
 * Where the bytes of files lie. A key is a path of letters, digits, `.`, `-` and `/`. What lies under a key is never
 * changed: it is put whole, or it is not there, and put twice it is the same.
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
};

/** Nothing lies under a key. */
export class NothingThere extends Error {
  override name = "NothingThere";
}
