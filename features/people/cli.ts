import { withDatabaseOpen } from "#db/for-command.ts";
import { Refusal } from "#lib/refusal.ts";
import { StartError } from "#lib/start-error.ts";
import { USAGE } from "./cli-text.ts";
import { ORDERS } from "./operator.ts";
import { type Options, readOptions } from "./options.ts";

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  try {
    const options = readOptions(args);
    process.stdout.write(`${options ? await carriedOut(options) : USAGE}\n`);
    return 0;
  } catch (error) {
    if (error instanceof Refusal) return no(error.sentence);
    if (error instanceof StartError) return no(error.message);
    throw error;
  }
}

function carriedOut({ order, wanted }: Options): Promise<string> {
  return withDatabaseOpen("npm run person", () => ORDERS[order](wanted));
}

function no(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
