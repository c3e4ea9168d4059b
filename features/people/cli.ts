import { parseArgs } from "node:util";
import { withDatabaseOpen } from "#db/for-command.ts";
import { Refusal } from "#lib/refusal.ts";
import { StartError } from "#lib/start-error.ts";
import { USAGE } from "./cli-text.ts";
import { orderOf } from "./operator.ts";

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: { type: "string" },
        role: { type: "string" },
        section: { type: "string" },
        site: { type: "string" },
        help: { type: "boolean" },
      },
    });
    const order = orderOf(positionals[0]);
    if (values.help || !order || positionals.length > 2) {
      process.stdout.write(`${USAGE}\n`);
      return values.help ? 0 : 1;
    }
    const said = await withDatabaseOpen("npm run person", () => order({ ...values, email: positionals[1] }));
    process.stdout.write(`${said}\n`);
    return 0;
  } catch (error) {
    if (error instanceof Refusal) return no(error.sentence);
    if (error instanceof StartError || isWrongOption(error)) return no(error.message);
    throw error;
  }
}

function no(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

function isWrongOption(error: unknown): error is Error {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
