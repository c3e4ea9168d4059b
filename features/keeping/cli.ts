import { readFile } from "node:fs/promises";
import { withDatabaseOpen } from "#db/for-command.ts";
import { erasures } from "#features/files/deeds-store.ts";
import { folderStorage } from "#features/files/storage/folder.ts";
import { s3Storage } from "#features/files/storage/s3.ts";
import { isStorageAway } from "#features/files/storage/types.ts";
import { filesFolder, storage } from "#features/files/storage.ts";
import { queueUndrawn } from "#features/renditions/share/undrawn.ts";
import { queueUnmade } from "#features/renditions/unmade.ts";
import { isDiskFull } from "#lib/disk-room.ts";
import { readSettings } from "#lib/env.ts";
import { StartError } from "#lib/start-error.ts";
import { clearBytes } from "./clear.ts";
import { eraseAgain } from "./erased.ts";
import { lineOf, linesOf } from "./list.ts";
import { moveFiles } from "./move.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import { countGoing } from "./store.ts";
import { verifyFiles } from "./verify.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

/** How to go on when it is stopped, once something is done. */
let goOn: string | undefined;
const ending = new AbortController();
process.exitCode = await run(process.argv.slice(2));

/** @returns the exit code: 1 when something does not fit or could not be done */
async function run(args: string[]): Promise<number> {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  try {
    const options = readOptions(args);
    if (options === null) {
      say(USAGE);
      return 0;
    }
    switch (options.command) {
      case "move":
        return await move(options);
      case "verify":
        return await verify(options);
      case "remake":
        return await remake();
      case "erased":
        return await listErased();
      case "erase-again":
        return await eraseAll(options);
    }
  } catch (error) {
    const sentence = inOneSentence(error);
    if (sentence === null) throw error;
    complain(sentence);
    if (goOn !== undefined) complain(`It goes on with: ${goOn}`);
    return 1;
  }
}

type OptionsOf<C extends Options["command"]> = Extract<Options, { command: C }>;

async function move({ to, after, deleteSource }: OptionsOf<"move">): Promise<number> {
  const settings = readSettings();
  if (!settings.s3) {
    throw new StartError("No store is named: set S3_BUCKET, S3_KEY, S3_SECRET, and S3_ENDPOINT or S3_REGION.");
  }
  const [folder, bucket] = [folderStorage(filesFolder(settings)), s3Storage(settings.s3)];
  const [from, there] = to === "s3" ? [folder, bucket] : [bucket, folder];
  const again = `npm run files -- move --to ${to}`;
  let problems = 0;
  const moved = await moveFiles({
    ...{ from, to: there, after, deleteSource, ending: ending.signal },
    complain(sentence) {
      problems += 1;
      complain(sentence);
    },
    reached(key) {
      goOn = `${again} --after ${key}`;
    },
  });
  say(`${moved.copied} copied, ${moved.there} were there, ${inMb(moved.bytes)} in all, ${moved.deleted} taken away.`);
  if (ending.signal.aborted) {
    complain(`It was stopped, and goes on with: ${goOn ?? again}`);
    return 130;
  }
  if (deleteSource && moved.problems > 0 && moved.deleted === 0) complain("Nothing was taken away.");
  return problems > 0 ? 1 : 0;
}

async function verify({ after, mend }: OptionsOf<"verify">): Promise<number> {
  const again = `npm run files -- verify${mend ? " --mend" : ""}`;
  const { done, going } = await withDatabaseOpen("npm run files", async (ownerUrl) => ({
    done: await verifyFiles({
      ...{ storage: storage(), ownerUrl, after, mend, tell: say },
      reached(beginning) {
        goOn = `${again} --after ${beginning}`;
      },
    }),
    going: await countGoing(),
  }));
  const { found, mended, files, renditions, texts, erased } = done;
  const where = `${going.hidden} hidden, ${going.binned} in the bin, ${erased} erased`;
  const looked = `${files} files, ${renditions} pictures made of them, ${texts} texts; ${where}`;
  if (found === 0) say(`All fits: ${looked}.`);
  else complain(`${found} things did not fit, of which ${mended} were mended. Looked at: ${looked}.`);
  return found > mended ? 1 : 0;
}

async function remake(): Promise<number> {
  const { unmade, undrawn } = await withDatabaseOpen("npm run files", async () => ({
    unmade: await queueUnmade(ending.signal),
    undrawn: await queueUndrawn(ending.signal),
  }));
  say(
    unmade + undrawn === 0
      ? "There is nothing to be made that was not queued already."
      : `${unmade} files, or cuts of them, were queued, and ${undrawn} pictures for sharing.`,
  );
  return 0;
}

async function listErased(): Promise<number> {
  const all = await withDatabaseOpen("npm run files", () => erasures());
  for (const one of all) say(lineOf(one));
  return 0;
}

async function eraseAll({ list }: OptionsOf<"erase-again">): Promise<number> {
  const all = linesOf(await readFile(list, "utf8").catch(() => throwNoList(list)));
  const unknown: string[] = [];
  const again = await withDatabaseOpen("npm run files", async () => {
    let count = 0;
    for (const one of all) {
      const result = await eraseAgain(one);
      if (result === "no_site") unknown.push(one.siteKey);
      if (result !== "again") continue;
      count += 1;
    }
    // With nobody there to do the jobs their bytes go all the same.
    for (const sha256 of new Set(all.map((one) => one.sha256))) await clearBytes({ sha256 });
    return count;
  });
  for (const key of new Set(unknown)) complain(`This database has no site "${key}".`);
  say(`${all.length} files stand in the list, of which ${again} were erased again.`);
  return unknown.length > 0 ? 1 : 0;
}

function throwNoList(list: string): never {
  throw new StartError(`${list} could not be read.`);
}

/** With the database open whoever opened it ends the process; else what is begun is ended first. */
function stop(): void {
  ending.abort();
  if (goOn?.includes("verify")) complain(`It was stopped, and goes on with: ${goOn}`);
}

/** Null for a bug. */
function inOneSentence(error: unknown): string | null {
  if (error instanceof StartError) return error.message;
  if (isDiskFull(error)) return "The disk is full: make room there.";
  return isStorageAway(error) ? `It cannot go on: ${(error as Error).message}.` : null;
}

function inMb(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
