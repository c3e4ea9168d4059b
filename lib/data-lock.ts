import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type LockFile, takeLockFile } from "./lock-file.ts";
import { StartError } from "./start-error.ts";
import { until } from "./until.ts";

export type DataLock = {
  /** Says to whoever comes now that we are about to let go. */
  saysGoodbye(): void;
  /** Lets go, and takes the folder away again if taking the lock has made it and nothing came into it. */
  release(): void;
};

/** Left in DATA_DIR by whoever holds it, for the sentence that another one prints. */
type Note = { pid: number; what: string; leaving: boolean };

/** How long one who lost its launcher to `kill -9` takes to notice, in milliseconds, with room to spare. */
const NOTICES_WITHIN_MS = 1_500;
/** The longest a farewell takes: open requests, the flush, PostgreSQL's own end. */
const LEAVES_WITHIN_MS = 60_000;

/**
 * Makes us the only one on `dataDir`.
 *
 * @param what we are, as "npm start at http://localhost:3000"
 * @throws {StartError} naming who holds it
 */
export async function lockData(dataDir: string, what: string): Promise<DataLock> {
  let lock: DataLock | undefined;
  const isTaken = () => {
    lock = lockDataNow(dataDir, what);
    return lock !== undefined;
  };
  await until(isTaken, NOTICES_WITHIN_MS);
  if (!lock && noteIn(dataDir)?.leaving) await until(isTaken, LEAVES_WITHIN_MS);
  if (lock) return lock;
  const other = noteIn(dataDir);
  throw new StartError(
    `Tòa Soạn is already running on ${dataDir} (process ${other?.pid ?? "unknown"}, ${other?.what ?? "just begun"}): use that one, stop it first, or give this one its own DATA_DIR and PORT.`,
  );
}

/**
 * The same without waiting and without a word.
 * @param leaving we let go soon without being asked, as a command does
 * @returns undefined when another process holds the data
 * @throws {StartError} when nothing can be kept there
 */
export function lockDataNow(dataDir: string, what: string, { leaving = false } = {}): DataLock | undefined {
  const isNew = !existsSync(dataDir);
  const file = lockFileIn(dataDir);
  if (file === undefined) return undefined;
  const write = (note: Note) => writeFileSync(join(dataDir, "running.json"), JSON.stringify(note));
  try {
    // A lock can be had of a file that was made before its disk became full, or read-only.
    write({ pid: process.pid, what, leaving });
  } catch (error) {
    file.close();
    throw nothingKept(dataDir, error);
  }
  return {
    saysGoodbye: () => write({ pid: process.pid, what, leaving: true }),
    release: () => {
      if (!file.isOpen) return;
      rmSync(join(dataDir, "running.json"), { force: true });
      if (isNew) removeIfUnused(dataDir);
      file.close();
    },
  };
}

/**
 * Whether who holds the data keeps it until asked to go: a server. Not a command, not a server that ends, and not
 * somebody who takes or lets go of the data in this very moment and has left no note yet, or still that of a server
 * that was killed.
 */
export function isStaying(dataDir: string): boolean {
  const note = noteIn(dataDir);
  return note?.leaving === false && isAlive(note.pid);
}

/** Another account's process, which we may not reach, lives as well. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The file that is the lock, taken; undefined when another process has it. */
function lockFileIn(dataDir: string): LockFile | undefined {
  try {
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    return takeLockFile(join(dataDir, "lock"));
  } catch (error) {
    throw nothingKept(dataDir, error);
  }
}

function nothingKept(dataDir: string, error: unknown): StartError {
  const why = error instanceof Error ? error.message : String(error);
  const { code, errcode } = error as { code?: string; errcode?: number };
  const isFull = code === "ENOSPC" || errcode === SQLITE_FULL;
  const help = isFull ? "make room on its disk" : "set DATA_DIR to a folder in which this account may write";
  return new StartError(`Nothing can be kept in ${dataDir} (${why}): ${help}.`, { cause: error });
}

/** Source: https://sqlite.org/rescode.html#full */
const SQLITE_FULL = 13;

function noteIn(dataDir: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(join(dataDir, "running.json"), "utf8"));
  } catch {
    return undefined;
  }
}

function removeIfUnused(dataDir: string): void {
  if (readdirSync(dataDir).every((name) => name.startsWith("lock"))) rmSync(dataDir, { recursive: true });
}
