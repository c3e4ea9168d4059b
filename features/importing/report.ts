/** What became of one file. */
export type Result = {
  /** As it was named on the command line. */
  file: string;
  /** The article's public number; null when there is none. */
  number: number | null;
  /** The article's public address, once it is live; null when there is none. */
  url: string | null;
  state: "imported" | "would_be_imported" | "unchanged" | "refused";
  /** English sentences. Of a refused file the first is the reason. */
  problems: string[];
  /** Where a refused file is wrong, from 1. */
  line: number | null;
};

/** One line of JSON for a program. */
export function jsonLine({ file, number, url, state, problems, line }: Result): string {
  const said = problems.map((problem, at) => (at === 0 && line !== null ? `line ${line}: ${problem}` : problem));
  return JSON.stringify({ file, number, url, state, problems: said });
}

/** Lines for a person; a refusal is `file:line: reason`, as compilers write it. */
export function personLines({ file, number, url, state, problems, line }: Result, live: boolean): string[] {
  const place = line === null ? file : `${file}:${line}`;
  const [reason = "", ...others] = problems;
  switch (state) {
    case "refused":
      return [`${place}: refused: ${reason}`, ...others.map(indent)];
    case "unchanged":
      return [`${file}: unchanged${article(number, url)}`, ...problems.map(indent)];
    case "would_be_imported":
      return [`${file}: would be imported as ${live ? "migrated" : "a draft"}`, ...problems.map(indent)];
    case "imported":
      return [`${file}: imported as ${live ? "migrated" : "a draft"}${article(number, url)}`, ...problems.map(indent)];
  }
}

/** A dry run has made none; a draft whose section was taken away has no address. */
function article(number: number | null, url: string | null): string {
  if (number === null) return "";
  return url === null ? `, article ${number}` : `, article ${number} (${url})`;
}

/** imported + unchanged + refused = files. */
export function summary(results: readonly Result[], dryRun: boolean): string {
  const count = (...states: Result["state"][]) => results.filter(({ state }) => states.includes(state)).length;
  const files = `${results.length} ${results.length === 1 ? "file" : "files"}`;
  const imported = `${count("imported", "would_be_imported")} ${dryRun ? "would be imported" : "imported"}`;
  return `${files}: ${imported}, ${count("unchanged")} unchanged, ${count("refused")} refused`;
}

function indent(problem: string): string {
  return `  ${problem}`;
}
