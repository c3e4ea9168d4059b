import { readFileSync } from "node:fs";
import { join } from "node:path";
import { npmStart, whenReady } from "#e2e/fixtures/npm-start.ts";
import { carryOut } from "#features/moves/commands.ts";
import { freePort } from "#lib/free-port.ts";
import { type LiveArticle, untilAnswered } from "./article.ts";
import { ms, percentile, say } from "./figures.ts";
import type { Product } from "./product.ts";
import { staleReads } from "./stale.ts";

/**
 * From the commit of a withdrawal until a second instance on the same database says that the article is gone.
 * @param folder for the data of that one
 */
export async function otherInstance(product: Product, { number, address }: LiveArticle, folder: string): Promise<void> {
  const { url, dataDir, office } = product;
  const port = await freePort();
  const otherUrl = `http://localhost:${port}`;
  const there = `${otherUrl}${new URL(address).pathname}`;
  const SECRET = readFileSync(join(dataDir, "secret"), "utf8").trim();
  const settings = { PORT: String(port), DATA_DIR: join(folder, "other"), DATABASE_URL: product.ownerUrl(), SECRET };
  const other = npmStart(settings);
  try {
    await whenReady(other, otherUrl, 120_000);
    const took: number[] = [];
    for (let i = 1; i <= 15; i += 1) {
      await untilAnswered(there, 200);
      await carryOut(office.approver, "withdraw", number, { reason: "error" });
      took.push(await untilAnswered(there, 410));
      await carryOut(office.approver, "restore", number, {});
    }
    say(
      "withdrawal to 410 on another instance (under 1 s), 15 times",
      `p50 ${ms(percentile(took, 0.5))}, max ${ms(Math.max(...took))}`,
    );
    const { changes, reads, stale, latest } = await staleReads(office, [url, otherUrl]);
    const figures = `${stale} (${reads.toLocaleString("en")} reads, the oldest text was ${ms(latest)} old)`;
    say(`reads on two instances that were stale after 1 s, ${changes} changes (none)`, figures);
  } finally {
    await other.stop();
  }
}
