import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { withDatabaseOpen } from "#db/for-command.ts";
import { transaction } from "#db/transaction.ts";
import { originOf } from "#features/reading/origin.ts";
import { StartError } from "#lib/start-error.ts";
import { type File, type ImportProgress, importFile } from "./import-file.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import type { Run } from "./plan.ts";
import { jsonLine, personLines, type Result, summary } from "./report.ts";
import { findPerson, findSitesOf } from "./store.ts";

/** Standard output holds one line per file and nothing else when a program reads it. */
const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

try {
  const options = readOptions(process.argv.slice(2));
  process.exitCode = options ? await importAll(options) : help();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  complain(error.message);
  process.exitCode = 1;
}

function help(): number {
  say(USAGE);
  return 0;
}

/** @returns the exit code: 1 when a file was refused */
async function importAll(options: Options): Promise<number> {
  const results = await withDatabaseOpen("npm run import", async () => importEach(options, await runFor(options)));
  (options.json ? complain : say)(summary(results, options.dryRun));
  return results.some(({ state }) => state === "refused") ? 1 : 0;
}

async function importEach(options: Options, run: Run): Promise<Result[]> {
  const kept: ImportProgress = { batchId: null, met: new Set() };
  const paths = new Set<string>();
  const results: Result[] = [];
  for (const name of options.files) {
    const file = { name, path: await truePath(resolve(options.from, name)) };
    const result = paths.has(file.path)
      ? namedTwice(file)
      : await importFile(run, kept, file, options.dryRun, new Date());
    paths.add(file.path);
    results.push(result);
    if (options.json) say(jsonLine(result));
    else for (const line of personLines(result, options.live)) (result.state === "refused" ? complain : say)(line);
  }
  return results;
}

/** Whose run it is, and on which site. */
async function runFor(options: Options): Promise<Run> {
  const { as, siteKey, section, oldUrl, live, makeSections } = options;
  const { person, sites } = await transaction(async (tx) => {
    const person = await findPerson(tx, as);
    return { person, sites: person ? await findSitesOf(tx, person.id) : [] };
  });
  if (!person) throw new StartError(`Nobody has an account with the address ${as}: look at --as.`);
  if (person.isOff) throw new StartError(`The account ${as} is switched off: name somebody else with --as.`);
  const [site, ...others] = siteKey === null ? sites : sites.filter(({ key }) => key === siteKey);
  if (!site) throw new StartError(`${as} has no role in any section${siteKey ? ` of the site "${siteKey}"` : ""}.`);
  if (others.length > 0) {
    const keys = sites.map(({ key }) => key).join(", ");
    throw new StartError(`${as} has roles on several sites: say --site with one of ${keys}.`);
  }
  return {
    ...{ siteId: site.id, origin: originOf(site), personId: person.id, email: person.email },
    ...{ section, oldUrl, live, makeSections },
  };
}

/** One file has many names; a missing one keeps its own. */
function truePath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

function namedTwice({ name }: File): Result {
  const problems = ["this file is named twice: it was looked at once"];
  return { file: name, number: null, url: null, state: "refused", problems, line: null };
}
