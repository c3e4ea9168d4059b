import { constants } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { decode } from "./decode.ts";
import { NotImported } from "./not-imported.ts";

export const MAX_BYTES = 5 * 1024 * 1024;

/**
 * Reads one text file, never more than 5 MB of it.
 *
 * @throws {NotImported} for what is no ordinary file, cannot be read, is too large, or is no UTF-8 text
 */
export async function readText(path: string): Promise<string> {
  const file = await openFile(path);
  try {
    const bytes = await readAtMost(file, MAX_BYTES + 1).catch(refuseUnreadable);
    if (bytes.length > MAX_BYTES) throw new NotImported("the file is over 5 MB");
    return decode(bytes);
  } finally {
    await file.close();
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new NotImported("this is a folder: name the files in it");
    if (!found.isFile()) throw new NotImported("this is not an ordinary file");
    // A pipe that took the file's place meanwhile must not make us wait for a writer.
    return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (error instanceof NotImported) throw error;
    return refuseUnreadable(error);
  }
}

/** A disk or a network folder may fail at any moment: that is one file's trouble, not the run's. */
function refuseUnreadable(error: unknown): never {
  const { code } = error as NodeJS.ErrnoException;
  const why = WHY[code ?? ""] ?? `the file cannot be read (${code ?? String(error)})`;
  throw new NotImported(why, null, { cause: error });
}

const WHY: Record<string, string> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EACCES: "the file may not be read by this account",
  EPERM: "the file may not be read by this account",
  ELOOP: "the links to this file lead in a circle",
  ENAMETOOLONG: "the file name is too long",
};

async function readAtMost(file: FileHandle, most: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(most);
  let length = 0;
  while (length < most) {
    const { bytesRead } = await file.read(bytes, length, most - length, null);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}
