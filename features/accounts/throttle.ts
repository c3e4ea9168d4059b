/** How far back failures count, in seconds. */
export const WINDOW_SECONDS = 15 * 60;
/** Wrong passwords for one account before the first pause. */
const FREE_FAILURES = 5;
const FIRST_PAUSE_SECONDS = 30;
/**
 * Wrong passwords from one network address in the window. Generous: a whole province may share one address. An account is
 * guarded by its own count, this only slows whoever tries many accounts.
 */
export const ADDRESS_FAILURES = 200;

/**
 * Seconds until this account may be tried again; 0 is now. The pause doubles from half a minute to the whole window.
 * @param failures in the window, since the last success
 * @param secondsSinceLast since the latest of them, by the database's clock
 */
export function accountPause(failures: number, secondsSinceLast: number): number {
  if (failures < FREE_FAILURES) return 0;
  const pause = Math.min(FIRST_PAUSE_SECONDS * 2 ** (failures - FREE_FAILURES), WINDOW_SECONDS);
  return Math.max(0, Math.ceil(pause - secondsSinceLast));
}

/**
 * Seconds until this network address may try again; 0 is now.
 * @param secondsSinceLimit since the failure that reached the limit, counted back from the latest; null when there are fewer
 */
export function addressPause(secondsSinceLimit: number | null): number {
  return secondsSinceLimit === null ? 0 : Math.max(0, Math.ceil(WINDOW_SECONDS - secondsSinceLimit));
}
