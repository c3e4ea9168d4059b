import { expect, test } from "vitest";
import { ofPlaywright, ofVitest } from "./reports.ts";

test("what failed under Vitest is named with what it said; so is a file that could not be loaded", () => {
  const count = ofVitest({
    numPassedTests: 7,
    testResults: [
      {
        name: "lib/one.spec.ts",
        status: "failed",
        message: "",
        assertionResults: [
          { fullName: "passes", status: "passed", failureMessages: [] },
          { fullName: "adds up", status: "failed", failureMessages: ["\u001b[31mexpected 2\u001b[39m\nto be 3"] },
        ],
      },
      { name: "lib/two.spec.ts", status: "failed", message: "Cannot find three.ts", assertionResults: [] },
      { name: "lib/four.spec.ts", status: "passed", message: "", assertionResults: [] },
    ],
  });
  expect(count).toEqual({
    passed: 7,
    failures: ["lib/one.spec.ts adds up\n    expected 2\n    to be 3", "lib/two.spec.ts \n    Cannot find three.ts"],
  });
});

test("what failed in a browser is named, however deep it is grouped, also where it passed at a second try", () => {
  const one = (title: string, status: string, ...messages: string[]) => ({
    title,
    file: "e2e/one.spec.ts",
    line: 3,
    tests: [{ status, results: [{ errors: messages.map((message) => ({ message })) }] }],
  });
  const count = ofPlaywright({
    stats: { expected: 1 },
    suites: [
      {
        specs: [one("opens", "expected"), one("is left out", "skipped")],
        suites: [{ specs: [one("closes", "unexpected", "timed out"), one("waits", "flaky", "once")] }],
      },
    ],
  });
  expect(count).toEqual({
    passed: 1,
    failures: ["e2e/one.spec.ts:3 closes\n    timed out", "e2e/one.spec.ts:3 waits\n    once"],
  });
});

test("of a long message there is a screenful, so that the others can be seen", () => {
  const message = Array.from({ length: 200 }, (_, at) => `line ${at}`).join("\n");
  const failed = { fullName: "diffs", status: "failed", failureMessages: [message] };
  const [said] = ofVitest({
    numPassedTests: 0,
    testResults: [{ name: "a.spec.ts", status: "failed", message: "", assertionResults: [failed] }],
  }).failures;
  expect(said?.split("\n")).toHaveLength(26);
});
