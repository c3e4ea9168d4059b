import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Count, ofPlaywright, ofVitest, type PlaywrightReport, type VitestReport } from "./reports.ts";

const PROGRAMS = {
  next: "node_modules/next/dist/bin/next",
  tsc: "node_modules/typescript/bin/tsc",
  biome: "node_modules/@biomejs/biome/bin/biome",
  vitest: "node_modules/vitest/vitest.mjs",
  playwright: "node_modules/@playwright/test/cli.js",
};

const CONFIGS = { alone: "playwright.editor.config.ts", product: "playwright.config.ts" };

/** A program whose exit code is its whole answer. */
export async function oneCheck(program: keyof typeof PROGRAMS, ...args: string[]): Promise<Count> {
  const code = await runHere(program, args);
  return code === 0
    ? { passed: 1, failures: [] }
    : { passed: 0, failures: [`${[program, ...args].join(" ")} ended with ${code}`] };
}

export async function vitest(folder: string, ...projects: string[]): Promise<Count> {
  const report = join(folder, `vitest-${projects.join("-")}.json`);
  const chosen = projects.flatMap((project) => ["--project", project]);
  const code = await runHere("vitest", [
    "run",
    ...chosen,
    // One test that somebody wanted to see alone would leave all others out, and nothing red.
    "--allowOnly=false",
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${report}`,
  ]);
  return count<VitestReport>(code, report, ofVitest);
}

/** Browser tests: `alone` those of the editor on a page of its own, `product` all others. */
export async function playwright(folder: string, which: keyof typeof CONFIGS, chromium: string): Promise<Count> {
  const report = join(folder, `playwright-${which}.json`);
  const config = `--config=${CONFIGS[which]}`;
  const code = await runHere("playwright", ["test", config, "--forbid-only", "--reporter=list,json"], {
    CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  if (code !== 0 && !isStopped) await traceFailed(config, chromium);
  return count<PlaywrightReport>(code, report, ofPlaywright);
}

/** What failed is run once more with a trace to look at. That it may pass now changes nothing: it has failed. */
async function traceFailed(config: string, chromium: string): Promise<void> {
  process.stdout.write("\n── once more what failed, with traces in test-results\n");
  await runHere("playwright", ["test", config, "--last-failed", "--trace=on", "--reporter=list"], {
    CHROMIUM: chromium,
  });
}

/** A runner that ended badly without naming a failed test, or that left no report, has failed all the same. */
function count<Report>(code: number, file: string, read: (report: Report) => Count): Count {
  if (!existsSync(file)) return { passed: 0, failures: [`${basename(file)} was not written`] };
  const { passed, failures } = read(JSON.parse(readFileSync(file, "utf8")) as Report);
  const isUnnamed = code !== 0 && failures.length === 0;
  return { passed, failures: isUnnamed ? [`the runner ended with ${code} and named no test`] : failures };
}

/** Somebody pressed Ctrl-C: nothing new is begun. */
let isStopped = false;

function runHere(
  program: keyof typeof PROGRAMS,
  args: string[],
  environment: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAMS[program], ...args], {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...environment, NEXT_TELEMETRY_DISABLED: "1" },
    });
    const stop = () => {
      isStopped = true;
      child.kill();
    };
    process.once("SIGINT", stop).once("SIGTERM", stop);
    child.once("error", reject);
    child.once("exit", (code) => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      resolve(code ?? 1);
    });
  });
}
