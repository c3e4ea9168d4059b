import { readArgs } from "#lib/read-args.ts";
import { StartError } from "#lib/start-error.ts";
import { ORDERS, type Wanted } from "./operator.ts";

type Order = keyof typeof ORDERS;

/** An order of the operator's: what is to be done, and whose account it is about. */
export type Options = { order: Order; wanted: Wanted };

const SEE = "See npm run person -- --help.";

/**
 * Reads the command line.
 * @returns null when help is asked for
 * @throws {StartError} one sentence about what is wrong, and where more is said
 */
export function readOptions(args: readonly string[]): Options | null {
  const { values, positionals } = parsed(args);
  if (values.help) return null;
  const [order, email, more] = positionals;
  if (order === undefined) throw new StartError(`Say what to do: ${words()}. ${SEE}`);
  if (!isOrder(order)) throw new StartError(`There is no "${order}": say ${words()}. ${SEE}`);
  if (email === undefined && order !== "list") throw new StartError(`Say whose account, by e-mail address. ${SEE}`);
  if (more !== undefined) throw new StartError(`"${more}" is too much: one account at a time. ${SEE}`);
  return { order, wanted: { ...values, email } };
}

function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return readArgs({
      args: [...args],
      allowPositionals: true,
      options: { name: text, role: text, section: text, site: text, help: { type: "boolean", short: "h" } },
    });
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    throw new StartError(`${error.message} ${SEE}`, { cause: error });
  }
}

function isOrder(word: string): word is Order {
  return Object.hasOwn(ORDERS, word);
}

function words(): string {
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(Object.keys(ORDERS));
}
