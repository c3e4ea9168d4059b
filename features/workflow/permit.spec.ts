import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.join(import.meta.dirname, "..", "..");
const OURS = ["app", "components", "features", "lib", "db", "server", "i18n"];

const files = OURS.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name)),
).filter((name) => /\.tsx?$/.test(name) && !/\.spec\.tsx?$/.test(name));

test("a permit is made in the workflow's policy and nowhere else, by a cast neither", () => {
  const cast = files.filter((name) =>
    /\bas (unknown as )?\w*Permit\b/.test(readFileSync(path.join(ROOT, name), "utf8")),
  );
  expect(cast).toEqual(["features/workflow/policy.ts"]);
});
