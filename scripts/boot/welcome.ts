import { randomBytes } from "node:crypto";
import type pg from "pg";
import { DEMO_ADDRESSES, demoPeopleIn, seedDemoPeople } from "#db/seed/people.ts";
import { transaction } from "#db/transaction.ts";
import { seedDemo } from "#features/demo/seed.ts";
import { firstAdministratorLink } from "#features/people/links.ts";
import { isLoopback, type Settings } from "#lib/env.ts";
import { StartError } from "#lib/start-error.ts";

/** Where accounts that everybody can read about exist, nobody else may be able to knock. @throws {StartError} */
export async function refuseDemoInPublic(settings: Settings, asked: pg.Client): Promise<void> {
  if (isLoopback(settings.siteUrl) || !(await demoPeopleIn(asked))) return;
  throw new StartError(
    `This database holds the demo accounts and SITE_URL is ${settings.siteUrl}, where everybody could try them: use a database without the demo, or a SITE_URL on localhost.`,
  );
}

/**
 * Fills a new demo; the accounts are told this once.
 * @returns what was done, and the lines to print when the product is ready
 */
export async function fillDemo(settings: Settings): Promise<{ how: string; lines: string[] }> {
  const password = settings.demoPassword ?? randomBytes(9).toString("base64url");
  const lines = await seedDemo(async (siteId) => {
    const { reporter, approver } = await transaction((tx) => seedDemoPeople(tx, siteId, password));
    const told = settings.demoPassword ? "the one in DEMO_PASSWORD" : `${password} (told this once)`;
    return {
      reporterId: reporter,
      approverId: approver,
      lines: ["Demo accounts:", ...DEMO_ADDRESSES.map((address) => `  ${address}`), `Password of all of them: ${told}`],
    };
  }, new Date());
  return { how: lines ? "made" : "there already", lines: lines ?? [] };
}

/** What an empty install without the demo has to be told: where its first administrator begins. */
export async function firstSteps(): Promise<string[]> {
  const link = await firstAdministratorLink();
  return link ? ["Nobody has an account yet. The first administrator begins here, once:", `  ${link}`] : [];
}
