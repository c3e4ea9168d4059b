import { StartError } from "#lib/start-error.ts";
import type { Mark } from "./marks.ts";

type Listed = Pick<Mark, "siteKey" | "sha256" | "at">;

/** What was erased, as a line of a list that is kept away from the backups. */
export const lineOf = ({ sha256, siteKey, at }: Listed): string => `${sha256} ${siteKey} ${at.toISOString()}`;

/** Reads such a list. @throws {StartError} naming the first line that is none of it: a list that was cut off erases nothing */
export function linesOf(text: string): Listed[] {
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const [, sha256, siteKey, moment] = /^([\da-f]{64}) (\S+) (\S+)\s*$/.exec(line) ?? [];
    const at = new Date(moment ?? "");
    if (!sha256 || !siteKey || Number.isNaN(at.getTime())) {
      throw new StartError(`Line ${index + 1} of the list is no hash with a site and a moment.`);
    }
    return [{ sha256, siteKey, at }];
  });
}
