/** More wait than can be served soon. */
export class Overcrowded extends Error {
  override name = "Overcrowded";
}

export type Semaphore = { through<T>(work: () => Promise<T>): Promise<T> };

/**
 * Lets a few works run at once and a line wait; who finds the line full is sent away at once.
 *
 * @param atOnce works that run together; renders wait mostly for the database
 * @param inLine works that may wait; any number, if nothing is said
 */
export function makeSemaphore(atOnce: number, inLine = Number.POSITIVE_INFINITY): Semaphore {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    async through(work) {
      if (running < atOnce) running += 1;
      else if (waiting.length >= inLine) throw new Overcrowded(`${inLine} wait for their turn already`);
      else await new Promise<void>((pass) => waiting.push(pass));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
