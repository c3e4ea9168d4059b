import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { Opening } from "#db/client.ts";
import { s3Storage } from "#features/files/storage/s3.ts";
import { openTestStore, type TestStore } from "#features/files/storage/testing-s3.ts";
import { keepFilesIn } from "#features/files/testing.ts";
import { readSettings } from "#lib/env.ts";

const ENTRY = join(import.meta.dirname, "..", "scripts", "boot", "worker.ts");

/** A worker that may be killed. */
export type MortalWorker = {
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<void>;
};

type Begin = () => Promise<MortalWorker>;

/**
 * The worker's own process, as a start makes it, for each test, over a store that says nothing where a test wants it to: whoever
 * asked it waits there, and is killed there.
 *
 * @param opening filled once the spec's database is open
 */
export function mortalWorkers(opening: Opening) {
  const place = {} as { dataDir: string; store: TestStore };
  const alive = new Set<ChildProcess>();
  beforeAll(() => {
    place.dataDir = mkdtempSync(join(tmpdir(), "toa-soan-killed-"));
  });
  afterAll(() => rmSync(place.dataDir, { recursive: true }));
  beforeEach(async () => {
    place.store = await openTestStore();
    keepFilesIn(s3Storage(place.store.settings));
  });
  afterEach(async () => {
    for (const child of alive) await killed(child);
    keepFilesIn(undefined);
    await place.store.close();
  });

  const begin: Begin = async () => {
    const child = fork(ENTRY, { execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"], serialization: "advanced" });
    alive.add(child);
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk;
    });
    const settings = { ...readSettings({ DATA_DIR: place.dataDir }), secret: "x".repeat(32), s3: place.store.settings };
    const { appUrl, sealKeys } = opening;
    child.send({ settings, opening: { appUrl, sealKeys } });
    const died = once(child, "exit").then(() => Promise.reject(new Error(`the worker did not begin: ${said}`)));
    // Later it is killed, and nobody is told.
    died.catch(() => undefined);
    await Promise.race([once(child, "message"), died]);
    return {
      async kill() {
        alive.delete(child);
        await killed(child);
      },
    };
  };

  return {
    begin,
    store: () => place.store,
    /** From now on the store says nothing to requests like this. @returns resolved when the first one has come */
    stall(isIt: (method: string, path: string) => boolean): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      place.store.fault = (method, path) => {
        if (!isIt(method, path)) return undefined;
        resolve();
        return "silent";
      };
      return promise;
    },
    goOn(): void {
      place.store.fault = () => undefined;
    },
    /** What lies there, by keys without the store's own beginning. */
    keys: () => [...place.store.objects.keys()].map((key) => key.replace("toasoan/", "")).sort(),
  };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
