import { availableParallelism } from "node:os";
import { defineConfig, devices } from "@playwright/test";
import { presentChromium } from "./scripts/checks/chromium.ts";

export default defineConfig({
  testDir: "e2e",
  testIgnore: "alone/**",
  globalSetup: "./e2e/fixtures/the-product.ts",
  // Tests wait for the product more than they work.
  workers: availableParallelism() + 1,
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    // A trace costs a quarter of the time: `npm test` makes one of what failed, by running that once more.
    trace: "off",
    launchOptions: {
      executablePath: presentChromium(),
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
