import { withDatabaseOpen } from "#db/for-command.ts";
import { readArgs } from "#lib/read-args.ts";
import { StartError } from "#lib/start-error.ts";
import { told, USAGE } from "./cli-text.ts";
import { inEnglish } from "./verdict.ts";
import { verify } from "./verify.ts";

process.exitCode = await run(process.argv.slice(2));

/** @returns the exit code: 1 when a row does not fit, or nothing could be looked at */
async function run(args: string[]): Promise<number> {
  try {
    const { values } = readArgs({ args, options: { help: { type: "boolean", short: "h" } } });
    if (values.help) return said(USAGE);
    const { misfit, looked, erased } = await withDatabaseOpen("npm run verify", verify);
    return misfit === null ? said(told(looked, erased)) : complained(inEnglish(misfit));
  } catch (error) {
    if (error instanceof StartError) return complained(error.message);
    throw error;
  }
}

function said(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function complained(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
