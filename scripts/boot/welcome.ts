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
 * @param tell prints the password before it lets anybody in, this once
 * @returns what was done, and what to print when the product is ready
 */
export async function fillDemo(
  settings: Settings,
  tell: (lines: string[]) => void,
): Promise<{ how: string; lines: string[] }> {
  const password = settings.demoPassword ?? randomBytes(9).toString("base64url");
  const said = settings.demoPassword ? "the one in DEMO_PASSWORD" : `${password} (told this once)`;
  const seedPeople: SeedPeople = async (tx, siteId) => {
    const { reporter, editor, approver } = await seedDemoPeople(tx, siteId, password);
    return { reporterId: reporter, editorId: editor, approverId: approver };
  };
  const isMade = await seedDemo(seedPeople, () => tell([`Password of the demo accounts: ${said}`]), new Date());
  if (!isMade) return { how: "there already", lines: [] };
  const accounts = DEMO_ADDRESSES.map((address) => `  ${address}`);
  return { how: "made", lines: ["Demo accounts, with the password told above:", ...accounts] };
}

/** What an empty install without the demo has to be told: where its first administrator begins. */
export async function firstSteps(): Promise<string[]> {
  const link = await firstAdministratorLink();
  return link ? ["Nobody has an account yet. The first administrator begins here, once:", `  ${link}`] : [];
}
