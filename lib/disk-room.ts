import { statfs } from "node:fs/promises";

/** Below it PostgreSQL has no room for its next files, of 16 MB each, and nothing is saved any more. In bytes. */
const LEAST = 64 * 1024 * 1024;

type StatFs = (folder: string) => Promise<{ bavail: number; bsize: number }>;

/**
 * Why nothing can be kept in a folder, in a few words; undefined while there is room.
 * @param ask gives the disk's free blocks and their size in bytes, as statfs(2)
 * @param coming what is to be kept there besides, in bytes
 */
export async function noRoomIn(folder: string, ask: StatFs = statfs, coming = 0): Promise<string | undefined> {
  const { bavail, bsize } = await ask(folder);
  return bavail * bsize - coming < LEAST ? "full, less than 64 MB are left" : undefined;
}

/** Whether the system says that a disk, or what somebody may have of it, is full. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
}
