import { nfc } from "#lib/nfc.ts";
import { readArgs } from "#lib/read-args.ts";
import { StartError } from "#lib/start-error.ts";
import { NotImported } from "./not-imported.ts";
import { type OldAddress, readOldUrl } from "./old-url.ts";

export type Options = {
  files: string[];
  /** The folder that file names start from. */
  from: string;
  /** Lower case, NFC. */
  as: string;
  siteKey: string | null;
  section: string | null;
  oldUrl: OldAddress | null;
  live: boolean;
  makeSections: boolean;
  dryRun: boolean;
  json: boolean;
};

export const USAGE = `Usage: npm run import -- FILE… --as EMAIL [options]

  --as EMAIL        whose drafts the articles are; a person with a role in their sections
  --section PATH    the section, by name or address ("Tin tức - sự kiện / Đảng - đoàn thể", "dang-doan-the");
                    without it, the line above the headline is the section
  --make-sections   make a section that is not there: at the top of the tree, or where the path of --section says
  --old-url URL     the older address of the one FILE; it will lead to the article
  --live            as migrated: not a draft, but waiting in the desk, in one batch, for one approver's confirmation
  --site KEY        the site, where the person has roles on several
  --dry-run         write nothing, say what would happen
  --json            one line of JSON per file: file, number, url, state, problems`;

/**
 * Reads the command line.
 * @returns null when help is asked for
 * @throws {StartError} one sentence
 */
export function readOptions(args: readonly string[]): Options | null {
  const { values, positionals: files } = parsed(args);
  if (values.help) return null;
  if (files.length === 0) throw new StartError("Name at least one file: npm run import -- FILE… --as EMAIL");
  if (!values.as) throw new StartError("Say whose drafts these are: --as EMAIL");
  if (values["old-url"] !== undefined && files.length > 1) {
    throw new StartError("--old-url is the address of one article: name one file with it.");
  }
  return {
    files,
    from: values.from ?? ".",
    as: nfc(values.as).trim().toLowerCase(),
    siteKey: values.site ?? null,
    section: values.section === undefined ? null : nfc(values.section),
    oldUrl: values["old-url"] === undefined ? null : oldAddress(values["old-url"]),
    live: values.live,
    makeSections: values["make-sections"],
    dryRun: values["dry-run"],
    json: values.json,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  return readArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ as: text, from: text, section: text, site: text, "old-url": text },
      ...{ live: flag, "make-sections": flag, "dry-run": flag, json: flag, help: { ...flag, short: "h" } },
    },
  });
}

function oldAddress(given: string): OldAddress {
  try {
    return readOldUrl(nfc(given));
  } catch (error) {
    if (!(error instanceof NotImported)) throw error;
    throw new StartError(error.reason, { cause: error });
  }
}
