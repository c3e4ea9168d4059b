/** Says what is being done, does it, and says what came of it and how long it took. */
export async function step<T>(doing: string, work: () => Promise<T>, done: (result: T) => string): Promise<T> {
  const began = performance.now();
  process.stdout.write(`${doing} … `);
  try {
    const result = await work();
    process.stdout.write(`${done(result)} (${seconds(performance.now() - began)})\n`);
    return result;
  } catch (error) {
    process.stdout.write(`failed (${seconds(performance.now() - began)})\n`);
    throw error;
  }
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
