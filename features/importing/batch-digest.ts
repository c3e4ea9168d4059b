import { createHash } from "node:crypto";

/** One hash (SHA-256, hex) over the texts on a screen and those that they were compared with, in their order; "" when there is nothing to confirm. */
export function batchDigest(articles: readonly { number: number; hash: string; since: string }[]): string {
  if (articles.length === 0) return "";
  const lines = articles.map(({ number, hash, since }) => `${number} ${hash} ${since}`);
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}
