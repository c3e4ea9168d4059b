import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { run } from "#lib/run.ts";

/** The shell first: the same engine without a window around it costs a third less of the processor. */
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A Chromium to test with: the one on PATH, else Playwright's own, else the system's package when we may install it. */
export async function findChromium(): Promise<string> {
  return onPath() ?? (await playwrights()) ?? (await systems()) ?? giveUp();
}

/** The browser that `npm test` has found, or one that is there already. */
export function presentChromium(): string | undefined {
  return (
    process.env.CHROMIUM ?? onPath() ?? (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined)
  );
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

async function playwrights(): Promise<string | undefined> {
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  process.stdout.write("No Chromium on PATH: asking Playwright for its own …\n");
  const { code } = await run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  return code === 0 && existsSync(own) && (await starts(own)) ? own : undefined;
}

async function systems(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  process.stdout.write("Installing Chromium with apt-get …\n");
  await run("apt-get", ["update"]);
  for (const name of ["chromium-headless-shell", "chromium"]) {
    const { code } = await run("apt-get", ["install", "--yes", "--no-install-recommends", name]);
    if (code === 0) break;
  }
  return onPath();
}

/** A downloaded browser may lack libraries of the system. */
async function starts(program: string): Promise<boolean> {
  return (await run(program, ["--version"])).code === 0;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function giveUp(): never {
  throw new Error(
    "There is no Chromium for the browser tests: install Chromium or Google Chrome so that it is on PATH, and run npm test again.",
  );
}
