/** Said by each server in its own way: of the connection, of the hour, and of how the body comes. */
const OWN: ReadonlySet<string> = new Set([
  ...["connection", "keep-alive", "date", "server", "accept-ranges", "last-modified", "etag"],
  ...["content-type", "content-length", "content-encoding", "transfer-encoding"],
]);

/**
 * What an answer of ours says besides its body: names and values. Whoever is measured beside us sends the same bytes only if it says this
 * as well, nearly a kilobyte of what a page may do.
 */
export async function wordsOf(address: string): Promise<[name: string, value: string][]> {
  const answer = await fetch(address, { method: "HEAD" });
  if (answer.status !== 200) throw new Error(`${address} was answered ${answer.status}`);
  return [...answer.headers].filter(([name]) => !OWN.has(name));
}
