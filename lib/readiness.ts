import { SERVER_ROLES, type ServerRole } from "./env.ts";
import { inTime } from "./in-time.ts";
import { log } from "./log.ts";
import { processWide } from "./process-wide.ts";

/** What must be well before requests are welcome. Each answers undefined, or why not, in a few words. */
type Check = () => string | undefined | Promise<string | undefined>;

type Reports = { checks: Map<Part | Watched, Check>; rolesAlive?: () => Promise<ServerRole[]> };
/** The start reports, and a page of Next's bundle asks. */
const reports = processWide<Reports>("toasoan.readiness", () => ({ checks: new Map() }));

/** Parts of the product that must be reported on before it counts as ready. */
export const PARTS = ["database", "migrations", "follower", "front"] as const;
export type Part = (typeof PARTS)[number];

/** What is watched beside them: readers are served all the same, so that no load balancer need turn away. */
const WATCHED = ["disk", "followers", "verify", "files"] as const;
type Watched = (typeof WATCHED)[number];

/** Says how a part is asked from now on. */
export function reportOn(part: Part | Watched, check: Check): void {
  reports.checks.set(part, check);
}

/** Says how it is asked which roles are alive on any machine. */
export function reportOnRoles(ask: () => Promise<ServerRole[]>): void {
  reports.rolesAlive = ask;
}

/** The roles that are alive on any machine; null while nobody can say: the database's own report then tells why. */
export async function rolesAlive(withinMs = 2_000): Promise<ServerRole[] | null> {
  return (await orNothing(reports.rolesAlive?.(), withinMs)) ?? null;
}

/** What is answered; undefined where the answer is late or a failure, of which somebody else says why. */
export async function orNothing<T>(answer: Promise<T> | undefined, withinMs: number): Promise<T | undefined> {
  return inTime(Promise.resolve(answer), withinMs).catch(() => undefined);
}

/** Why the product is not ready, part by part; empty when it is. A check that hangs counts as a "no" after `withinMs`. */
export async function reasonsNotReady(withinMs = 2_000): Promise<string[]> {
  return whyNot(PARTS, withinMs);
}

/**
 * What somebody has to see to while readers are served: a full disk, a follower that stands still, a row that does not fit, a
 * file that is gone. Empty when
 * there is nothing.
 */
export async function warnings(of: readonly Watched[] = WATCHED, withinMs = 2_000): Promise<string[]> {
  return whyNot(
    of.filter((part) => reports.checks.has(part)),
    withinMs,
  );
}

/**
 * What is answered at /api/health: 200 once requests are welcome, else 503 and why; which roles are alive on any machine;
 * and what somebody has to see to, as a role that nobody plays: readers are served all the same.
 */
export async function health(): Promise<{
  status: 200 | 503;
  body: { ready: boolean; reasons: string[]; roles?: ServerRole[]; warnings?: string[] };
}> {
  const [reasons, watched, roles] = await Promise.all([reasonsNotReady(), warnings(), rolesAlive()]);
  const ready = reasons.length === 0;
  const missing = roles === null ? [] : SERVER_ROLES.filter((role) => !roles.includes(role));
  const warned = [...watched, ...missing.map((role) => `${role}: runs on no machine`)];
  const body = { ready, reasons, ...(roles ? { roles } : {}), ...(warned.length > 0 ? { warnings: warned } : {}) };
  return { status: ready ? 200 : 503, body };
}

async function whyNot(parts: readonly (Part | Watched)[], withinMs: number): Promise<string[]> {
  const answers = await Promise.all(
    parts.map(async (part) => {
      const why = await ask(part, withinMs);
      return why === undefined ? [] : [`${part}: ${why}`];
    }),
  );
  return answers.flat();
}

const lastSaid = new Map<Part | Watched, string>();

async function ask(part: Part | Watched, withinMs: number): Promise<string | undefined> {
  const check = reports.checks.get(part);
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
