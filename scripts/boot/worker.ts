import { flushCompileCache } from "node:module";
import { closeDatabase, openDatabase, serverName } from "#db/client.ts";
import { settle } from "#lib/env.ts";
import { log, outliveReaders } from "#lib/log.ts";
import { startWorker, type Worker } from "#server/worker.ts";
import type { Charge } from "./keep-worker.ts";

// The process that does jobs, beside the one that made it and never without it.

/** Jobs in hand have so long to end, in milliseconds, when we are asked to go. What does not is done again later. */
const ENDS_WITHIN_MS = 8_000;

outliveReaders();
let beginning: Promise<Worker | undefined> = Promise.resolve(undefined);
let leaving = false;

process.once("message", (charge: Charge) => {
  beginning = begin(charge);
  beginning.catch(fail);
});
// Ctrl-C and a closed terminal are heard by every process there; ours is told by its parent.
for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => undefined);
process.on("SIGTERM", () => void leave(0, ENDS_WITHIN_MS));
// Killed, a parent says nothing: the channel to it breaks. The next start is not kept waiting.
process.on("disconnect", () => void leave(0, 0));
for (const kind of ["uncaughtException", "unhandledRejection"] as const) process.on(kind, fail);

async function begin({ settings, opening }: Charge): Promise<Worker> {
  settle(settings);
  openDatabase(opening, serverName(["worker"]));
  const worker = await startWorker();
  process.send?.("works", () => undefined);
  // Whoever is killed later has kept it.
  flushCompileCache();
  return worker;
}

function fail(error: unknown): void {
  // What is cut off by our leaving is told by nobody.
  if (leaving) return;
  log.error("An error nobody expected; the worker stops.", error);
  void leave(1, 0);
}

async function leave(code: number, withinMs: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  setTimeout(() => process.exit(code), withinMs + 1_000);
  // Asked to go while it begins, it has begun first: half a worker cannot be stopped.
  const worker = await beginning.catch(() => undefined);
  await worker?.stop(withinMs).catch((error: unknown) => log.error("Stopping the worker failed.", error));
  await closeDatabase().catch(() => undefined);
  process.exit(code);
}
