import { logFailure } from "#db/outage.ts";

type Clock = { stop(): Promise<void> };

/**
 * Calls `work` about each second, one call at a time. Instances tick apart from each other; what is due is decided by
 * the database's clock, so that none of them needs to be right.
 *
 * @param work its failure is logged, once as long as it stays the same one, and the clock goes on.
 */
export function startClock(work: () => Promise<unknown>, everyMs = 1_000): Clock {
  let stopped = false;
  let timer: NodeJS.Timeout;
  let running: Promise<void> = Promise.resolve();
  let said = "";

  function next(): void {
    if (stopped) return;
    timer = setTimeout(
      () => {
        running = work()
          .then(() => {
            said = "";
          })
          .catch((error: unknown) => {
            if (said !== String(error)) logFailure("the clock's work failed", error);
            said = String(error);
          })
          .finally(next);
      },
      everyMs * (0.75 + Math.random() / 2),
    );
  }

  next();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
