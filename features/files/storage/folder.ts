import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { NothingThere, type Storage } from "./types.ts";

/** What a key is made of; no part of it leads upwards. */
const KEY = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

/** Files in a folder of this machine, or of a disk that several machines share. The folder is made when it is needed. */
export function folderStorage(folder: string): Storage {
  const at = (key: string) => {
    if (!KEY.test(key)) throw new Error(`"${key}" is no key of the storage`);
    return join(folder, key);
  };
  return {
    async put(key, bytes) {
      const path = at(key);
      await mkdir(dirname(path), { recursive: true });
      // Beside its place, so that it is moved there in one step.
      const coming = `${path}.${randomUUID()}.coming`;
      try {
        await pipeline(Buffer.isBuffer(bytes) ? Readable.from([bytes]) : bytes, createWriteStream(coming));
        await onDisk(coming);
        await rename(coming, path);
        await onDisk(dirname(path));
      } catch (error) {
        await rm(coming, { force: true });
        throw error;
      }
    },
    async sizeOf(key) {
      const found = await stat(at(key)).catch(nullIfMissing);
      return found?.size ?? null;
    },
    async read(key, range) {
      const found = await open(at(key)).catch(nullIfMissing);
      if (!found) throw new NothingThere(`Nothing lies under ${key}`);
      return found.createReadStream(range && { start: range.first, end: range.last });
    },
    async remove(key) {
      await rm(at(key), { force: true });
    },
  };
}

/** A name that stands in a folder before the bytes it names are on the disk is a file of zeros after a power cut. */
async function onDisk(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
  throw error;
}
