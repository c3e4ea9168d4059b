/** A step that takes longer says what it is at, so that nobody looks at a silent screen. In milliseconds. */
const PATIENCE_MS = 700;

type Step<How> = { name: string /** What is said while it lasts. */; doing: string; how?: How };

/** Does a part of the start, and says what came of it (its result tells how, or the step does) and how long it took. */
export async function step<T extends { how: string }>(step: Step<undefined>, work: () => Promise<T>): Promise<T>;
export async function step<T>(step: Step<string>, work: () => Promise<T>): Promise<T>;
export async function step<T>({ name, doing, how }: Step<string | undefined>, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const waiting = setTimeout(() => process.stdout.write(`${name}: ${doing} …\n`), PATIENCE_MS);
  try {
    const result = await work();
    const said = how ?? (result as { how: string }).how;
    process.stdout.write(`${name}: ${said} (${seconds(performance.now() - began)})\n`);
    return result;
  } finally {
    clearTimeout(waiting);
  }
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
