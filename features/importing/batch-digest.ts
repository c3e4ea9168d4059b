import { createHash } from "node:crypto";

/** One hash (SHA-256, hex) over the texts on a screen, in their order; "" when there is nothing to confirm. */
export function batchDigest(articles: readonly { number: number; hash: string }[]): string {
  if (articles.length === 0) return "";
  const lines = articles.map(({ number, hash }) => `${number} ${hash}`);
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}
