import { globSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { ByName } from "./scripts/checks/by-name.ts";

const never = ["**/node_modules/**", "**/.next/**", "**/.data/**", "e2e/**"];

/** Specs that put a double in the place of a module: whoever shared a process with them would get it as well. */
const APART = globSync("{app,components,db,features,lib,patches,scripts,server}/**/*.spec.{ts,tsx}").filter((file) =>
  /\bvi\.(?:do)?mock\(/.test(readFileSync(file, "utf8")),
);
const withDatabase = { globalSetup: ["./db/testing-cluster.ts"], testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    passWithNoTests: false,
    maxWorkers: Math.max(2, availableParallelism()),
    sequence: { sequencer: ByName },
    // Most specs share a process with others: what one bends is straight again for the next.
    unstubGlobals: true,
    unstubEnvs: true,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          include: ["**/*.spec.{ts,tsx}"],
          exclude: [...never, ...APART, "**/*.db.spec.ts", "**/*.start.spec.ts"],
          testTimeout: 30_000,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "stores",
          include: ["**/*.db.spec.ts"],
          exclude: [...never, ...APART],
          ...withDatabase,
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: "apart", include: APART, exclude: never, ...withDatabase },
      },
      {
        extends: true,
        test: {
          name: "start",
          include: ["**/*.start.spec.ts"],
          exclude: never,
          globalSetup: ["./scripts/boot/testing-build.ts"],
          // One start is waited for for two minutes, and a test may have three.
          testTimeout: 400_000,
          hookTimeout: 150_000,
        },
      },
    ],
  },
});
