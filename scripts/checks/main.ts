import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../boot/build.ts";
import { seconds } from "../boot/steps.ts";
import { findChromium } from "./chromium.ts";
import { leftBehind } from "./left-behind.ts";
import type { Count } from "./reports.ts";
import { oneCheck, playwright, vitest } from "./runners.ts";

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
  build: async () => build().then(() => ({ passed: 1, failures: [] })),
  start: () => vitest(folder, "start"),
  browser: async () => playwright(folder, "product", await findChromium()),
  "nothing left behind": async () => leftBehind(folder),
};

let passed = 0;
const failures: string[] = [];
const lines: string[] = [];
for (const [name, check] of Object.entries(CHECKS)) {
  const began = performance.now();
  process.stdout.write(`\n── ${name}\n`);
  const count = await check().catch((error: unknown) => ({
    passed: 0,
    failures: [error instanceof Error ? error.message : String(error)],
  }));
  passed += count.passed;
  failures.push(...count.failures.map((failure) => `── ${name}: ${failure}`));
  const took = seconds(performance.now() - began);
  lines.push(`${name}: ${count.passed} passed, ${count.failures.length} failed in ${took}`);
}
// Last, since whoever looks at a run that ended badly sees its end, and thousands of lines stand before it.
const said = [...failures, lines.join("\n"), `${passed} passed, ${failures.length} failed`];
process.stdout.write(`\n${said.join("\n\n")}\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
