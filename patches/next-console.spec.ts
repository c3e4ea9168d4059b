import { expect, test, vi } from "vitest";
import { log } from "#lib/log.ts";
import { takeConsole } from "./next-console.ts";

test("what the framework prints of a request is one kind for each place that prints, whatever the request said", () => {
  const said = vi.spyOn(log, "atDoor").mockImplementation(() => undefined);
  const giveBack = takeConsole();
  const complain = (words: string) => console.warn(words, new Error(`${words}\n    at forged (/${words}.js:1:1)`));
  try {
    for (const words of ["một", "hai", "$&"]) complain(words);
    console.error("elsewhere");
  } finally {
    giveBack();
  }
  const kinds = said.mock.calls.map(([kind]) => kind);
  expect(new Set(kinds.slice(0, 3)).size).toBe(1);
  expect(new Set(kinds).size).toBe(2);
  expect(kinds.join()).not.toMatch(/forged|một/);
  expect(said.mock.calls[0]?.[2]).toContain("một");
});

test("the code by which a person knows the error stands before it, where no length of the error cuts it off", () => {
  const said = vi.spyOn(log, "atDoor").mockImplementation(() => undefined);
  const giveBack = takeConsole();
  try {
    console.error("⨯", Object.assign(new Error("dài ".repeat(9_000)), { digest: "1943522043" }));
    console.error("⨯", Object.assign(new Error("x"), { digest: "NEXT_REDIRECT;forged" }));
  } finally {
    giveBack();
  }
  expect(said.mock.calls.map(([, sentence]) => sentence)).toEqual(["Next says (error 1943522043):", "Next says:"]);
});
