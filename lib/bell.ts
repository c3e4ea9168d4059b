/** Wakes whoever waits. */
export type Bell = { ring(): void /** Waits until it rings, or so long. */; rung(atMostMs: number): Promise<void> };

/** A bell that stays rung until somebody has waited for it: what rings during a look is not missed. */
export function makeBell(): Bell {
  let rang = false;
  let wake = () => {};
  return {
    ring() {
      rang = true;
      wake();
    },
    async rung(atMostMs) {
      if (!rang) {
        const waiting = Promise.withResolvers<void>();
        wake = waiting.resolve;
        const timer = setTimeout(waiting.resolve, atMostMs);
        await waiting.promise;
        clearTimeout(timer);
      }
      rang = false;
    },
  };
}
