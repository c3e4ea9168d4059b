import { log } from "#lib/log.ts";
import { processWide } from "#lib/process-wide.ts";

const NEVER = Number.NEGATIVE_INFINITY;
/** When the database failed this process last, when that was said, and when it had no room, by `performance.now()`. */
const last = processWide("toasoan.outage", () => ({ at: NEVER, saidAt: NEVER, fullAt: NEVER }));

/** An outage is a line a minute, not one for everybody who meets it. In milliseconds. */
const SAY_EVERY_MS = 60_000;

/** Notes when the database failed this process. */
export function noteOutage(error: unknown): void {
  if (!isOutage(error)) return;
  last.at = performance.now();
  if (hasNoRoom(error)) last.fullAt = last.at;
  if (last.at - last.saidAt < SAY_EVERY_MS) return;
  last.saidAt = last.at;
  log.warn(`the database failed or kept us waiting: ${atItsRoot(error)}`);
}

/** Whether the database has failed this process since a moment of `performance.now()`. */
export function hadOutageSince(moment: number): boolean {
  return last.at >= moment;
}

/** Whether the database has had no room to write since a moment of `performance.now()`. */
export function hadFullDiskSince(moment: number): boolean {
  return last.fullAt >= moment;
}

/** Logs what failed; an outage, which everybody meets at once, has its own line a minute and no stack. */
export function logFailure(sentence: string, error: unknown): void {
  if (isOutage(error)) noteOutage(error);
  else log.error(sentence, error);
}

/** Whether PostgreSQL says that its disk is full. */
export function hasNoRoom(error: unknown): boolean {
  return sqlState(error) === "53100";
}

function atItsRoot(error: unknown): string {
  if (error instanceof Error && error.cause instanceof Error) return atItsRoot(error.cause);
  return error instanceof Error ? error.message || error.name : String(error);
}

/** The code of an error that PostgreSQL sent, however it is wrapped. Source: PostgreSQL, appendix A. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("severity" in error && "code" in error) return String(error.code);
  return sqlState(error.cause);
}

/**
 * Whether all connections of a pool were at work for as long as somebody waits for one. Nothing was begun: the whole work may
 * be tried again.
 */
export function foundNoConnection(error: unknown): boolean {
  if (!(error instanceof Error) || sqlState(error) !== undefined) return false;
  return error.message.includes("timeout exceeded when trying to connect") || foundNoConnection(error.cause);
}

/** Whether what was asked took too long, or waited too long for its turn: the database is there. */
export function wasTooSlow(error: unknown): boolean {
  if (foundNoConnection(error) || sqlState(error) === CANCELED) return true;
  return error instanceof Error && (error.message === "Query read timeout" || wasTooSlow(error.cause));
}

const CANCELED = "57014";

/** Too many at once, a lock that is not let go of, or no connection at all: it passes, and is nobody's mistake. */
export function isOutage(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined) return OUTAGES.test(state);
  if (!(error instanceof Error)) return false;
  return LOST.test(error.message) || LOST.test(String((error as NodeJS.ErrnoException).code)) || isOutage(error.cause);
}

/** Classes 08 (connection), 53 (resources), 57 (operator, timeouts), 58 (system), and a lock not available. */
const OUTAGES = /^(?:08|53|57|58)|^55P03$/;

/** Source: pg and pg-pool 8.23, which give their own errors no code, and Node's for sockets. */
const LOST =
  /timeout exceeded when trying to connect|^timeout expired$|^Query read timeout$|^Client was closed|^Connection terminated|^Client has encountered a connection error|^Cannot use a pool|^(?:ECONN[A-Z]+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
