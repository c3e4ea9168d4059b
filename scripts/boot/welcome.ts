import { randomBytes } from "node:crypto";
import type pg from "pg";
import { DEMO_ADDRESSES, demoPeopleIn, seedDemoPeople } from "#db/seed/people.ts";
import { type SeedPeople, seedDemo } from "#features/demo/seed.ts";
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
 * Fills a new demo.
 * @param tell prints the accounts before they are there; no later start tells their password
 * @returns what was done, and the same lines to print when the product is ready
 */
export async function fillDemo(
  settings: Settings,
  tell: (lines: string[]) => void,
): Promise<{ how: string; lines: string[] }> {
  const password = settings.demoPassword ?? randomBytes(9).toString("base64url");
  const said = settings.demoPassword ? "the one in DEMO_PASSWORD" : `${password} (told by this start alone)`;
  const accounts = [
    "Demo accounts:",
    ...DEMO_ADDRESSES.map((address) => `  ${address}`),
    `Password of all of them: ${said}`,
  ];
  const seedPeople: SeedPeople = async (tx, siteId) => {
    const { reporter, approver } = await seedDemoPeople(tx, siteId, password);
    return { reporterId: reporter, approverId: approver, lines: accounts };
  };
  const lines = await seedDemo(seedPeople, tell, new Date());
  return { how: lines ? "made" : "there already", lines: lines ?? [] };
}

/** What an empty install without the demo has to be told: where its first administrator begins. */
export async function firstSteps(): Promise<string[]> {
  const link = await firstAdministratorLink();
  return link ? ["Nobody has an account yet. The first administrator begins here, once:", `  ${link}`] : [];
}
