import { defineConfig } from "@playwright/test";
import everything from "./playwright.config.ts";

/** The editor alone: a page that holds nothing else, and no server behind it. */
export default defineConfig(everything, {
  testDir: "e2e/alone",
  testIgnore: [],
  globalSetup: "./e2e/alone/bundle.ts",
  fullyParallel: true,
});
