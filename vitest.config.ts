import { defineConfig } from "vitest/config";

const never = ["**/node_modules/**", "**/.next/**", "**/.data/**", "e2e/**"];

export default defineConfig({
  test: {
    passWithNoTests: false,
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "rules",
          include: ["**/*.spec.{ts,tsx}"],
          exclude: [...never, "**/*.db.spec.ts", "**/*.start.spec.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "stores",
          include: ["**/*.db.spec.ts"],
          exclude: never,
          globalSetup: ["./db/testing-cluster.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
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
