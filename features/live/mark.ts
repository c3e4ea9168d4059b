/** As Postgres writes a snapshot: the oldest that ran, the first that had not begun, and those that ran between them. */
const SNAPSHOT = /^(\d{1,18}):(\d{1,18}):((?:\d{1,18}(?:,\d{1,18})*)?)$/;

/** Whether a text is a snapshot that Postgres can read; who asks by an address may send anything. */
export function isMark(text: string): boolean {
  const [, oldest = "", next = "", running = ""] = SNAPSHOT.exec(text) ?? [];
  if (oldest === "") return false;
  const between = running === "" ? [] : running.split(",").map(BigInt);
  const all = [BigInt(oldest), ...between, BigInt(next)];
  const isInOrder = all.every((one, at) => at === 0 || one >= (all[at - 1] ?? one));
  return BigInt(oldest) > 0n && isInOrder && (between.at(-1) ?? -1n) < BigInt(next);
}
