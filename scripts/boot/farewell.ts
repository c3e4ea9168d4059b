import { log, outliveReaders } from "#lib/log.ts";

type Part = { name: string; end: () => Promise<void> | void; withinMs: number };

/** Everything that was started, in order; it is ended in the opposite order, each part within its time. */
export type Farewell = {
  /** Aborted when we are asked to stop, so that a start in progress gives up. */
  asked: AbortSignal;
  /** From here on a request to stop is followed at once; before, the start follows it between two steps. */
  started(): void;
  later(name: string, end: Part["end"], withinMs: number): void;
  /** Ends all parts once, however often it is called. */
  leave(code: number): Promise<never>;
};

/** Ctrl-C, SIGTERM, a closed terminal and the death of whoever launched us are one request: finish and go. */
export function prepareFarewell(): Farewell {
  outliveReaders();
  const parts: Part[] = [];
  const asked = new AbortController();
  let isStarted = false;
  let leaving: Promise<never> | undefined;
  const leave = (code: number) => {
    leaving ??= endAll(parts, code);
    return leaving;
  };
  const stop = (why: string) => {
    if (asked.signal.aborted) return;
    asked.abort(new Error(why));
    process.stdout.write(`\nStopping (${why}) …\n`);
    if (isStarted) void leave(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop(signal));
  process.on("disconnect", () => stop("the launcher is gone"));
  for (const kind of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(kind, (error) => {
      log.error("An error nobody expected; the server stops.", error);
      void leave(1);
    });
  }
  return {
    asked: asked.signal,
    leave,
    later: (name, end, withinMs) => void parts.push({ name, end, withinMs }),
    started: () => {
      isStarted = true;
    },
  };
}

async function endAll(parts: Part[], code: number): Promise<never> {
  for (let part = parts.pop(); part; part = parts.pop()) {
    const { name, end, withinMs } = part;
    const late = AbortSignal.timeout(withinMs);
    try {
      await Promise.race([
        end(),
        new Promise((_, reject) =>
          late.addEventListener("abort", () => reject(new Error(`not done after ${withinMs} ms`))),
        ),
      ]);
    } catch (error) {
      log.error(`Stopping the ${name} failed.`, error);
      code = 1;
    }
  }
  process.exit(code);
}
