import { readArgs } from "#lib/read-args.ts";
import { StartError } from "#lib/start-error.ts";

export type Options =
  | { command: "move"; to: "folder" | "s3"; after?: string; deleteSource: boolean }
  | { command: "verify"; after?: string; mend: boolean }
  | { command: "remake" }
  | { command: "erased" }
  | { command: "erase-again"; list: string };

/** What `npm run files` says about itself. */
export const USAGE = `Usage: npm run files -- COMMAND [options]

  move --to folder|s3   copies everything from one store to the other, by its keys, and reads each there once more: what is
                        there already and the same stays, so that begun again it goes on. Set S3_BUCKET and what it needs
                        for it. While the product runs, move, start the product with the other store, and move once more
                        for what came meanwhile.
    --after KEY         begin after this key, as it was named when the last one stopped
    --delete-source     when everything was read in the other store without a problem, take it away from the first one

  verify                looks whether everything that is on a list lies in the store that the settings name, with the right
                        hash, and the pictures that were made of it; whether anything else lies there; and whether the
                        database's list of the files that texts name is right. With the product up or down. Ends with
                        code 1 when something did not fit and was not mended.
    --mend              remove what is nobody's or older than a day and never arrived, and pictures of older settings; queue
                        pictures that are gone; write lists of files anew. Originals that are gone it cannot bring back.
    --after BEGINNING   begin after the files whose hashes begin so, as it was named when the last one stopped

  remake                queues every picture that was made by older settings, or not made yet, once, also those that are drawn
                        of headlines to be shared with: what each worker does when it begins, for whoever does not want to
                        start one. The worker then makes them, those that somebody waits for first; what readers have stays
                        until then. Asked for twice it is as once.

  erased                prints a list of what was erased: hash, site and moment, a line each. Keep it away from the backups.

  erase-again LIST      erases again what stands in such a list, after older copies of the database and of the files were
                        both brought back. Where one of them is of today nothing need be done: a start finds it.`;

/**
 * Reads the command line.
 * @returns null when help is asked for
 * @throws {StartError} one sentence
 */
export function readOptions(args: readonly string[]): Options | null {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const { values, positionals } = readArgs({
    args: [...args],
    allowPositionals: true,
    options: { to: text, after: text, "delete-source": flag, mend: flag, help: { ...flag, short: "h" } },
  });
  if (values.help) return null;
  const [command, ...others] = positionals;
  if (!isCommand(command)) {
    throw new StartError(
      command === undefined
        ? "Say what is to be done: npm run files -- move, verify, remake, erased or erase-again."
        : `There is no command "${command}": say move, verify, remake, erased or erase-again.`,
    );
  }
  const [list, ...more] = command === "erase-again" ? others : [undefined, ...others];
  if (more.length > 0) throw new StartError(`${command} takes no "${more[0]}".`);
  const { to, after, "delete-source": deleteSource, mend } = values;
  const given = {
    "--to": to !== undefined,
    "--after": after !== undefined,
    "--delete-source": deleteSource,
    "--mend": mend,
  };
  for (const [option, isGiven] of Object.entries(given)) {
    if (isGiven && !TAKES[command].includes(option)) throw new StartError(`${command} takes no ${option}.`);
  }
  if (command === "remake" || command === "erased") return { command };
  if (command === "erase-again") {
    if (list === undefined) throw new StartError("Say which list: npm run files -- erase-again LIST.");
    return { command, list };
  }
  if (command === "verify") {
    if (after !== undefined && !/^[\da-f]{2}$/.test(after)) {
      throw new StartError(`--after of verify is two letters that hashes begin with, such as 3f, and not "${after}".`);
    }
    return { command, mend, ...(after === undefined ? {} : { after }) };
  }
  if (to !== "folder" && to !== "s3") throw new StartError("Say where to: move --to folder, or move --to s3.");
  if (deleteSource && after !== undefined) {
    throw new StartError(
      "Everything is looked at before anything is taken away: leave out --after or --delete-source.",
    );
  }
  return { command, to, deleteSource, ...(after === undefined ? {} : { after }) };
}

const TAKES: Record<Options["command"], readonly string[]> = {
  move: ["--to", "--after", "--delete-source"],
  verify: ["--mend", "--after"],
  remake: [],
  erased: [],
  "erase-again": [],
};

const isCommand = (word: string | undefined): word is Options["command"] =>
  word !== undefined && Object.hasOwn(TAKES, word);
