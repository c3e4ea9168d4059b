import type { Locker } from "@tus/server";
import { Refusal } from "#lib/refusal.ts";

/** How long one waits for another who is at the same upload, in milliseconds. */
const PATIENCE_MS = 30_000;

type Holder = { askToLetGo: () => void | Promise<void>; gone: Promise<void> };

/**
 * Who writes an upload, one at a time in this process. Whoever comes asks the one who is there to let go: a connection that
 * broke off is often noticed by nobody before its person comes back. tus' own locker waits without a pause and takes a
 * whole core for it.
 */
export function makeLocker(patienceMs = PATIENCE_MS): Locker {
  const held = new Map<string, Holder>();
  return {
    newLock(id) {
      let letGo: (() => void) | undefined;
      return {
        async lock(signal, askToLetGo) {
          const enough = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
          for (let holder = held.get(id); holder; holder = held.get(id)) {
            await holder.askToLetGo();
            await Promise.race([holder.gone, until(enough)]);
          }
          const { promise: gone, resolve } = Promise.withResolvers<void>();
          held.set(id, { askToLetGo, gone });
          letGo = () => {
            held.delete(id);
            resolve();
          };
        },
        async unlock() {
          letGo?.();
        },
      };
    },
  };
}

/** @throws {Refusal} `unavailable`, which uploaders answer by coming again */
function until(enough: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  const giveUp = () =>
    reject(new Refusal("unavailable", "Tệp đang được nhận ở kết nối trước. Hãy thử lại sau giây lát."));
  if (enough.aborted) giveUp();
  else enough.addEventListener("abort", giveUp, { once: true });
  return promise;
}
