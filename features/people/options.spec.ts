import { expect, test } from "vitest";
import { StartError } from "#lib/start-error.ts";
import { readOptions } from "./options.ts";

test("an order names what is done and whose account it is", () => {
  expect(readOptions(["reset", "a@b.example"])).toEqual({ order: "reset", wanted: { email: "a@b.example" } });
  expect(readOptions(["add", "a@b.example", "--name", "Nguyễn Văn A", "--role", "editor"])).toEqual({
    order: "add",
    wanted: { email: "a@b.example", name: "Nguyễn Văn A", role: "editor" },
  });
  expect(readOptions(["list", "--site", "sen-ho"])).toEqual({ order: "list", wanted: { site: "sen-ho" } });
  expect(readOptions(["reset", "--help"])).toBeNull();
});

test.each([
  [[], "Say what to do: list, add, reset, off or on."],
  [["rset", "a@b.example"], 'There is no "rset": say list, add, reset, off or on.'],
  [["toString"], 'There is no "toString": say list, add, reset, off or on.'],
  [["reset"], "Say whose account, by e-mail address."],
  [["reset", "a@b.example", "c@d.example"], '"c@d.example" is too much: one account at a time.'],
  [["reset", "a@b.example", "--lve"], "Unknown option '--lve'."],
  [["add", "a@b.example", "--name"], "Option '--name <value>' argument missing."],
  [["add", "a@b.example", "--name", "--role"], "Option '--name' argument is ambiguous."],
])("a wrong use is one sentence: %j", (args, sentence) => {
  expect(() => readOptions(args)).toThrow(new StartError(`${sentence} See npm run person -- --help.`));
});
