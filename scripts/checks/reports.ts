import { stripVTControlCharacters } from "node:util";

/** How many tests of a check passed, and which did not: each by its name, with what it said. */
export type Count = { passed: number; failures: string[] };

/** What the runners' own reports say, as far as we read them. */
export type VitestReport = { numPassedTests: number; testResults: VitestFile[] };
type VitestFile = { name: string; status: string; message: string; assertionResults: VitestTest[] };
type VitestTest = { fullName: string; status: string; failureMessages: string[] | null };
export type PlaywrightReport = { stats: { expected: number }; suites: PlaywrightSuite[] };
type PlaywrightSuite = { suites?: PlaywrightSuite[]; specs: PlaywrightSpec[] };
type PlaywrightSpec = { title: string; file: string; line: number; tests: PlaywrightTest[] };
type PlaywrightTest = { status: string; results: PlaywrightTry[] };
type PlaywrightTry = { errors: { message?: string }[] };

export function ofVitest({ numPassedTests, testResults }: VitestReport): Count {
  return { passed: numPassedTests, failures: testResults.flatMap(inFile) };
}

export function ofPlaywright({ stats, suites }: PlaywrightReport): Count {
  return { passed: stats.expected, failures: suites.flatMap(inSuite) };
}

/** A file may fail without a test in it, when it could not be loaded. */
function inFile({ name, status, message, assertionResults }: VitestFile): string[] {
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (failed.length === 0) return status === "failed" ? [named(name, "", [message])] : [];
  return failed.map((test) => named(name, test.fullName, test.failureMessages ?? []));
}

function inSuite({ suites = [], specs }: PlaywrightSuite): string[] {
  // One that passed at a second try is no better: it has failed.
  const failed = specs.filter(({ tests }) => tests.some(({ status }) => !["expected", "skipped"].includes(status)));
  const messages = ({ tests }: PlaywrightSpec) =>
    tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors.map((error) => error.message ?? "")));
  return [
    ...failed.map((spec) => named(`${spec.file}:${spec.line}`, spec.title, messages(spec))),
    ...suites.flatMap(inSuite),
  ];
}

/** A test by its place and name, and under it what it said, without colours and no more than a screen holds. */
function named(where: string, what: string, messages: string[]): string {
  const said = stripVTControlCharacters(messages.join("\n")).split("\n").slice(0, 25);
  return [`${where} ${what}`, ...said.map((line) => `    ${line}`)].join("\n");
}
