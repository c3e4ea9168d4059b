import { randomInt } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { lostMs, openIn, typeUntilKilled } from "#e2e/fixtures/killed-typing.ts";
import { mortalBrowser } from "#e2e/fixtures/mortal-browser.ts";
import { signedInAs } from "#e2e/fixtures/sessions.ts";
import { start } from "#features/moves/commands.ts";
import type { Office } from "./office.ts";

/** How long the page is given to find what the browser kept. Milliseconds. */
const FINDS_MS = 3_000;

type Product = { url: string; dataDir: string; databaseUrl: string };

/**
 * Kills a browser at any moment of somebody's typing, every second time while no save gets through.
 * @returns of each kill how much typing was lost, in milliseconds
 */
export async function killBrowsers(product: Product, { writer }: Office, kills: number): Promise<number[]> {
  const browser = mortalBrowser();
  const lost: number[] = [];
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      const writing = {
        documentId: await start(writer, "article"),
        url: product.url,
        signIn: (context: Parameters<typeof signedInAs>[0]) =>
          signedInAs(context, product, product.url, writer.personId),
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
