import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../boot/build.ts";
import { seconds } from "../boot/steps.ts";
import { findChromium } from "./chromium.ts";
import { leftBehind } from "./left-behind.ts";
import { type Count, oneCheck, playwright, vitest } from "./runners.ts";

/** Everything of this run, the databases of all runners included, is in one folder that goes when the run ends. */
const folder = mkdtempSync(join(tmpdir(), "toa-soan-test-"));
// Open to walk through, for the account that runs PostgreSQL when we are root.
chmodSync(folder, 0o711);
process.env.TMPDIR = folder;
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** In the order in which a newcomer wants to hear of trouble; each counts what it tried. */
const CHECKS: Record<string, () => Promise<Count>> = {
  "types of routes": () => oneCheck("next", "typegen"),
  types: () => oneCheck("tsc", "--noEmit"),
  lint: () => oneCheck("biome", "check", "."),
  "rules, stores and commands": () => vitest(folder, "rules", "stores", "apart"),
  "editor alone": async () => playwright(folder, "alone", await findChromium()),
  build: async () => ({ passed: (await build()) ? 1 : 0, failed: 0 }),
  start: () => vitest(folder, "start"),
  browser: async () => playwright(folder, "product", await findChromium()),
  "nothing left behind": async () => leftBehind(folder),
};

const total: Count = { passed: 0, failed: 0 };
const lines: string[] = [];
for (const [name, check] of Object.entries(CHECKS)) {
  const began = performance.now();
  process.stdout.write(`\n── ${name}\n`);
  const count = await check().catch((error: unknown) => {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1 };
  });
  total.passed += count.passed;
  total.failed += count.failed;
  lines.push(`${name}: ${count.passed} passed, ${count.failed} failed in ${seconds(performance.now() - began)}`);
}
process.stdout.write(`\n${lines.join("\n")}\n\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
