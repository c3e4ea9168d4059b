import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.join(import.meta.dirname, "..");
const OURS = ["app", "components", "features", "lib", "db", "server", "i18n"];

const files = OURS.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name)),
).filter((name) => /\.tsx?$/.test(name) && !/\.spec\.tsx?$/.test(name));
const read = (name: string) => readFileSync(path.join(ROOT, name), "utf8");

/** A directive stands on a line of its own; this finds it inside functions too. */
const DIRECTIVE = /^\s*["']use server["'];?\s*$/m;

test("server actions are made in features/*/actions.ts and nowhere else", () => {
  const places = files.filter((name) => DIRECTIVE.test(read(name)));
  expect(places.length).toBeGreaterThan(1);
  expect(places.filter((name) => !/^features\/[^/]+\/actions\.ts$/.test(name))).toEqual([]);
});

test("every server action is a staffAction or a publicAction: none forgets to ask who is there", () => {
  for (const name of files.filter((name) => DIRECTIVE.test(read(name)))) {
    const exported = read(name)
      .split("\n")
      .filter((line) => line.startsWith("export"));
    const wrong = exported.filter(
      (line) => !/^export (const \w+ = (staff|public)Action\(|type |interface )/.test(line),
    );
    expect({ name, wrong }).toEqual({ name, wrong: [] });
  }
});

test("a permit is made in the workflow's policy and nowhere else, by a cast neither", () => {
  const cast = files.filter((name) => /\bas (unknown as )?\w*Permit\b/.test(read(name)));
  expect(cast).toEqual(["features/workflow/policy.ts"]);
});
