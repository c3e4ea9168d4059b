import { log } from "./log.ts";

/** What must be well before requests are welcome. Each answers undefined, or why not, in a few words. */
type Check = () => string | undefined | Promise<string | undefined>;

const place = Symbol.for("toasoan.readiness");
const shared = globalThis as { [place]?: Map<string, Check> };

/** Parts of the product that must be reported on before it counts as ready. */
export const PARTS = ["database", "migrations", "follower", "front"] as const;
export type Part = (typeof PARTS)[number];

/** Says how a part is asked from now on. */
export function reportOn(part: Part, check: Check): void {
  shared[place] ??= new Map();
  shared[place].set(part, check);
}

/** Why the product is not ready, part by part; empty when it is. A check that hangs counts as a "no" after `withinMs`. */
export async function reasonsNotReady(withinMs = 2_000): Promise<string[]> {
  const answers = await Promise.all(
    PARTS.map(async (part) => {
      const why = await ask(part, withinMs);
      return why === undefined ? [] : [`${part}: ${why}`];
    }),
  );
  return answers.flat();
}

/** What is answered at /api/health: 200 once requests are welcome, else 503 and why. */
export async function health(): Promise<{ status: 200 | 503; body: { ready: boolean; reasons: string[] } }> {
  const reasons = await reasonsNotReady();
  const ready = reasons.length === 0;
  return { status: ready ? 200 : 503, body: { ready, reasons } };
}

const lastSaid = new Map<Part, string>();

async function ask(part: Part, withinMs: number): Promise<string | undefined> {
  const check = shared[place]?.get(part);
  if (!check) return "not started yet";
  const late = Promise.withResolvers<string>();
  const timer = setTimeout(() => late.resolve("does not answer"), withinMs);
  try {
    const answer = await Promise.race([check(), late.promise]);
    if (answer === undefined) lastSaid.delete(part);
    return answer;
  } catch (error) {
    // Load balancers ask every second.
    if (lastSaid.get(part) !== String(error)) log.error(`${part} is not ready`, error);
    lastSaid.set(part, String(error));
    return "does not work";
  } finally {
    clearTimeout(timer);
  }
}
