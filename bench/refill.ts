import { transaction } from "#db/transaction.ts";
import { choose } from "#features/arranging/commands.ts";
import { choicesOf } from "#features/arranging/store.ts";
import { inForce, pinned } from "#features/fronts/pins.ts";
import { newBand } from "#features/kinds/front.ts";
import { carryOut } from "#features/moves/commands.ts";
import { until } from "#lib/until.ts";
import { ms, percentile, say } from "./figures.ts";
import { aLongText, type Office, publishNew } from "./office.ts";

const TIMES = 20;
const LEAD = newBand("lead", "lead").id;

/** From the commit that takes the pinned lead of the home page from readers, to that page with another article in its place. */
export async function refilling(office: Office, url: string): Promise<void> {
  const id = await publishNew(office, aLongText(office.sectionId, " ghim đầu trang"));
  await pinToLead(office, id);
  const leads = async () => (await leadOf(url)).endsWith(`-${id}`);
  const took: number[] = [];
  for (let round = 0; round < TIMES; round += 1) {
    if (!(await until(leads, 10_000))) throw new Error("What is pinned did not come to the top of the page in 10 s.");
    if (round % 2 === 0) await carryOut(office.approver, "hide", id, { reason: "Đo tốc độ" });
    else await carryOut(office.approver, "withdraw", id, { reason: "error" });
    const committed = performance.now();
    while (await leads());
    took.push(performance.now() - committed);
    await carryOut(office.approver, "restore", id, {});
  }
  say(
    `hidden or withdrawn to another lead, ${TIMES} times (500 ms)`,
    `p50 ${ms(percentile(took, 0.5))}, max ${ms(Math.max(...took))}`,
  );
}

/** Whatever else stands there by hand stays. */
async function pinToLead({ approver }: Office, article: number): Promise<void> {
  const home = { siteId: approver.siteId, sectionId: null };
  const [last, ...before] = await transaction((tx) => choicesOf(tx, home, TIMES));
  const over = inForce(last ? [last, ...before] : [], new Date()).number;
  await choose(approver, { sectionId: null, base: last?.number ?? 0, over }, (pins) =>
    pinned(pins, { band: LEAD, slot: 0, article, until: null }),
  );
}

/** Where the first article of the home page leads. @throws where none stands there: a slot that empties is filled again */
async function leadOf(url: string): Promise<string> {
  const html = await (await fetch(url)).text();
  const path = /<div class="front"><article.*?<h3><a href="([^"]+)"/s.exec(html)?.[1];
  if (path === undefined) throw new Error("The home page has no lead.");
  return path;
}
