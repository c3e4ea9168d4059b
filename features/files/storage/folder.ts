import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { NothingThere, refuseNoKey, type Storage } from "./types.ts";

/** How something is called that is on its way to its place, and not there yet. */
const COMING = /\.[\da-f-]{36}\.coming$/;

/** Files in a folder of this machine, or of a disk that several machines share. The folder is made when it is needed. */
export function folderStorage(folder: string): Storage {
  const at = (key: string) => {
    refuseNoKey(key);
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
    async *list(beginning, after = "") {
      for await (const name of namesIn(folder, "", beginning)) {
        if (COMING.test(name) || name <= after) continue;
        const found = await stat(join(folder, name)).catch(nullIfMissing);
        if (found) yield { key: name, size: found.size, at: found.mtime };
      }
    },
    async *leftovers() {
      for await (const name of namesIn(folder, "", "")) {
        const found = COMING.test(name) ? await stat(join(folder, name)).catch(nullIfMissing) : null;
        if (found) yield { name, since: found.mtime, remove: () => rm(join(folder, name), { force: true }) };
      }
    },
  };
}

/** Files below a folder by their paths in it, in the order of the paths' letters; only those with this beginning. */
async function* namesIn(folder: string, inside: string, beginning: string): AsyncGenerator<string> {
  const found = await readdir(join(folder, inside), { withFileTypes: true }).catch(nullIfMissing);
  const paths = (found ?? []).map((one) => `${inside}${one.name}${one.isDirectory() ? "/" : ""}`).sort(byLetters);
  for (const path of paths) {
    if (!path.endsWith("/")) {
      if (path.startsWith(beginning)) yield path;
    } else if (path.startsWith(beginning) || beginning.startsWith(path)) yield* namesIn(folder, path, beginning);
  }
}

const byLetters = (one: string, other: string): number => (one < other ? -1 : 1);

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
