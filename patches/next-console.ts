import { format } from "node:util";
import { log } from "#lib/log.ts";

const LEVELS = ["error", "warn"] as const;

/**
 * Leads what the framework prints into our log. It prints several lines for a request that it could not read, with words
 * of whoever sent it; here they become one line at a door, whose kind is the place in the code that complains.
 *
 * @returns puts the console back
 */
export function takeConsole(): () => void {
  const before = LEVELS.map((level) => [level, console[level]] as const);
  for (const level of LEVELS) {
    console[level] = (...said: unknown[]) => {
      const complaint = said.find((one) => one instanceof Error);
      const kind = `${level} ${placeIn(new Error(), 2)} ${complaint ? placeIn(complaint, 1) : ""}`;
      log.atDoor(kind, `Next says${codeOf(complaint)}:`, format(...said).slice(0, 100_000));
    };
  }
  return () => {
    for (const [level, print] of before) console[level] = print;
  };
}

/** The code that Next shows a person in the place of an error. */
function codeOf(error: (Error & { digest?: unknown }) | undefined): string {
  const code = String(error?.digest);
  return /^\d+$/.test(code) ? ` (error ${code})` : "";
}

/** One of the places in the stack of an error, whose own words may be anybody's. */
function placeIn({ stack = "", message }: Error, at: number): string {
  const places = stack
    .replace(message, () => "")
    .split("\n")
    .filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line));
  return places[at - 1]?.trim() ?? "";
}
