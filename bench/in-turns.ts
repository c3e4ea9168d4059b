import { join } from "node:path";
import { startBareNode } from "./bare-node.ts";
import { ratio } from "./beside-nginx.ts";
import { ms, percentile, perSecond, say } from "./figures.ts";
import { startNginx } from "./nginx.ts";
import { wordsOf } from "./same-words.ts";
import { type Load, load, type Tools } from "./tools.ts";

/** Short ones in turns, and many: the speed of a shared machine goes up and down by a third within seconds. */
export const ROUNDS = 11;

/** What is asked for: `title` says more of it than `name`, and `atLeast` what its ratios shall be. */
type Asked = { name: string; title: string; address: string; atLeast: { nginx?: number; bare?: number } };
/** The same for nginx and Node: as a file of theirs, and what Node says of it; nginx goes by its name. */
type File = { bytes: Buffer; as: "page.html" | "picture"; says: readonly (readonly [string, string])[] };

/** How fast something is, beside nginx from a file and Node with nothing around it, which give the same bytes in turns with it. */
export async function besideBoth(
  { wrk, nginx: program }: Tools,
  folder: string,
  { name, title, address, atLeast }: Asked,
  { bytes, as, says }: File,
): Promise<void> {
  const words = await wordsOf(address);
  const nginx = await startNginx(program, folder, bytes, as, words);
  const body = join(folder, "nginx", as === "picture" ? as : `${as}.gz`);
  const bare = await startBareNode(body, [...words, ...says]);
  try {
    const loads = await inTurns(wrk, { ours: address, nginx: nginx.url, bare: bare.url });
    const least = (bound: number | undefined) => (bound === undefined ? "" : ` (at least ${bound})`);
    say(`${title}, 32 connections, median of ${ROUNDS} rounds`, middle(loads.ours));
    say("the same bytes by nginx from a file, in turns with it", middle(loads.nginx));
    say("the same bytes by Node with nothing around it, in turns", middle(loads.bare));
    say(`${name} ÷ nginx from a file${least(atLeast.nginx)}`, ratio(loads.ours, loads.nginx));
    say(`${name} ÷ Node with nothing around it${least(atLeast.bare)}`, ratio(loads.ours, loads.bare));
    say("Node with nothing around it ÷ nginx from a file", ratio(loads.bare, loads.nginx));
  } finally {
    await bare.stop();
    await nginx.stop();
  }
}

const WAYS = ["ours", "nginx", "bare"] as const;
type Ways<What> = Record<(typeof WAYS)[number], What>;

/** The three of them again and again, a little each time. */
async function inTurns(wrk: string, addresses: Ways<string>): Promise<Ways<Load[]>> {
  const loads: Ways<Load[]> = { ours: [], nginx: [], bare: [] };
  const ask = (way: (typeof WAYS)[number]) => load(wrk, addresses[way], 2);
  for (const way of WAYS) await ask(way);
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const way of WAYS) loads[way].push(await ask(way));
  }
  return loads;
}

function middle(loads: Load[]): string {
  const rate = percentile(
    loads.map(({ requestsPerSecond }) => requestsPerSecond),
    0.5,
  );
  const p99 = percentile(
    loads.map(({ p99Ms }) => p99Ms),
    0.5,
  );
  return `${perSecond(rate)}, p99 ${ms(p99)}`;
}
