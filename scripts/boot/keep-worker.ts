import { type ChildProcess, fork } from "node:child_process";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Opening } from "#db/client.ts";
import type { Settings } from "#lib/env.ts";
import { log } from "#lib/log.ts";

/** What a worker is told by the start that made it, over their channel: a secret in its environment could be read there. */
export type Charge = { settings: Settings & { secret: string }; opening: Opening };

type Kept = {
  /** Waits until the worker works, or has died for the first time, which is no reason not to serve readers. */
  began(): Promise<{ how: string }>;
  /** Ends it: jobs in hand are finished, or left to be done again. */
  stop(): Promise<void>;
};

type Ways = { entry: string; pauseMs: number };
const USUAL: Ways = { entry: join(import.meta.dirname, "worker.ts"), pauseMs: 500 };

/** The longest pause before a worker is started again, and how long one must have lived for the pauses to begin anew. */
const LONGEST_PAUSE_MS = 60_000;
const LIVED_MS = 60_000;
/** It works little and waits long: young objects are swept early, which halves what it holds. Sizes in MB. */
const LEAN = ["--min-semi-space-size=1", "--max-semi-space-size=1", "--max-old-space-size=256", "--optimize-for-size"];
/** A worker that was asked to go is killed after so long, in milliseconds. */
const GOES_WITHIN_MS = 12_000;

/** Keeps one worker process alive beside us: it is started again when it dies, after longer and longer pauses. */
export function keepWorker(charge: Charge, ways: Partial<Ways> = {}): Kept {
  const { entry, pauseMs } = { ...USUAL, ...ways };
  const over = new AbortController();
  const first = Promise.withResolvers<{ how: string }>();
  let child: ChildProcess | undefined;
  const keeping = keep();
  return {
    began: () => first.promise,
    async stop() {
      over.abort();
      child?.kill("SIGTERM");
      const late = setTimeout(() => child?.kill("SIGKILL"), GOES_WITHIN_MS);
      await keeping;
      clearTimeout(late);
    },
  };

  async function keep(): Promise<void> {
    let wait = pauseMs;
    while (!over.signal.aborted) {
      const began = performance.now();
      const end = await live();
      first.resolve({ how: `ended (${end})` });
      if (over.signal.aborted) return;
      if (performance.now() - began > LIVED_MS) wait = pauseMs;
      log.warn(`The worker has ended (${end}) and is started again in ${wait / 1_000} s.`);
      await pause(wait, undefined, { signal: over.signal }).catch(() => undefined);
      wait = Math.min(2 * wait, LONGEST_PAUSE_MS);
    }
  }

  /** One life of a worker. @returns what it died of */
  function live(): Promise<string> {
    const own = fork(entry, {
      execArgv: [...process.execArgv, ...LEAN, "--import", quickLoadFrom(charge.settings.dataDir)],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      serialization: "advanced",
    });
    child = own;
    for (const [from, to] of [[own.stdout, process.stdout] as const, [own.stderr, process.stderr] as const]) {
      if (from) createInterface(from).on("line", (line) => void to.write(`${line}\n`));
    }
    own.on("message", () => first.resolve({ how: `process ${own.pid}` }));
    own.send(charge, () => undefined);
    return new Promise((resolve) => {
      own.once("error", (error) => resolve(error.message));
      own.once("exit", (code, signal) => resolve(signal ?? `code ${code}`));
    });
  }
}

/** The module that lets a worker load what it has loaded before in a fraction of the time, and with less memory. */
function quickLoadFrom(dataDir: string): string {
  const module = pathToFileURL(join(import.meta.dirname, "quick-load.ts"));
  module.searchParams.set("in", resolve(dataDir, "compiled"));
  return module.href;
}
