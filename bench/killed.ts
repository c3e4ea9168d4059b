import { randomInt } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { lostMs, openIn, typeUntilKilled } from "#e2e/fixtures/killed-typing.ts";
import { mortalBrowser } from "#e2e/fixtures/mortal-browser.ts";
import { signedInAs } from "#e2e/fixtures/sessions.ts";
import { start } from "#features/moves/commands.ts";
import { ms, percentile, say } from "./figures.ts";
import type { Product } from "./product.ts";

/** How long the page is given to find what the browser kept. Milliseconds. */
const FINDS_MS = 3_000;
const KILLS = 30;

/** A browser is killed at any moment of somebody's typing, every second time while no save gets through. */
export async function killing(product: Product): Promise<void> {
  const lost = await killBrowsers(product);
  const figures = `p50 ${ms(percentile(lost, 0.5))}, max ${ms(Math.max(...lost))}`;
  say(`typing lost to a browser's kill -9, ${KILLS} kills, server up and away (at most 1500 ms)`, figures);
}

/** @returns of each kill how much typing was lost, in milliseconds */
async function killBrowsers({ url, dataDir, ownerUrl, office }: Product): Promise<number[]> {
  const { writer } = office;
  const at = { dataDir, databaseUrl: ownerUrl() };
  const browser = mortalBrowser();
  const lost: number[] = [];
  try {
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const writing = {
        documentId: await start(writer, "article"),
        url,
        signIn: (context: Parameters<typeof signedInAs>[0]) => signedInAs(context, at, url, writer.personId),
      };
      const killed = await typeUntilKilled(browser, "t", {
        ...writing,
        lasts: randomInt(500, 8_000),
        away: kill % 2 === 0,
      });
      const page = await openIn(browser, writing);
      await setTimeout(FINDS_MS);
      lost.push(await lostMs(page, killed));
      await browser.kill();
    }
    return lost;
  } finally {
    await browser.remove();
  }
}
