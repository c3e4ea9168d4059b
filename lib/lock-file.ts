import { DatabaseSync } from "node:sqlite";

/** A file that nobody else has until `close`. */
export type LockFile = Pick<DatabaseSync, "close" | "isOpen">;

/**
 * Takes a file as a lock, and makes it if need be. The lock is the operating system's, on a file that SQLite opens for
 * us, so that it is gone with the process however that ends.
 *
 * @returns undefined when another has it, in this process or elsewhere
 * @throws when the file cannot be made
 */
export function takeLockFile(path: string): LockFile | undefined {
  const file = new DatabaseSync(path);
  try {
    file.exec("begin exclusive");
    return file;
  } catch (error) {
    file.close();
    if (error instanceof Error && error.message.includes("locked")) return undefined;
    throw error;
  }
}
