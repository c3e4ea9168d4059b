import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { percentile, say } from "./figures.ts";
import { startNginx } from "./nginx.ts";
import { wordsOf } from "./same-words.ts";
import { type Load, load, type Tools } from "./tools.ts";

/** Short ones in turns, and many: the speed of a shared machine goes up and down by a third within seconds. */
const ROUNDS = 9;
const SECONDS = 1;

/**
 * How fast pages are that lie in memory, beside nginx with the same words and bytes from a file, in turns with it.
 *
 * @param pages their addresses, by what they are
 * @param folder of one's own
 */
export async function besideNginx(
  tools: Tools,
  pages: Readonly<Record<string, string>>,
  folder: string,
): Promise<void> {
  for (const [name, address] of Object.entries(pages)) {
    const answer = await fetch(address);
    if (answer.status !== 200) throw new Error(`${address} was answered ${answer.status}`);
    const own = join(folder, `beside-${name}`);
    mkdirSync(own, { recursive: true });
    const nginx = await startNginx(
      tools.nginx,
      own,
      Buffer.from(await answer.arrayBuffer()),
      "page.html",
      await wordsOf(address),
    );
    try {
      const ours: Load[] = [];
      const theirs: Load[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        ours.push(await load(tools.wrk, address, SECONDS));
        theirs.push(await load(tools.wrk, nginx.url, SECONDS));
      }
      // The first of each finds nothing warm.
      say(`${name} ÷ nginx from a file (at least 0.5)`, ratio(ours.slice(1), theirs.slice(1)));
    } finally {
      await nginx.stop();
    }
  }
}

/** Round by round: the speed of the machine is another one in each. */
export function ratio(ones: readonly Load[], others: readonly Load[]): string {
  const ratios = ones.map(({ requestsPerSecond }, i) => requestsPerSecond / (others[i]?.requestsPerSecond ?? 0));
  const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  return `${percentile(ratios, 0.5).toFixed(2)} (rounds ${range})`;
}
