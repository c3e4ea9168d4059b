// Plain JavaScript for the machine's own Node, 20.9 or later, before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { giveUp } from "./give-up.mjs";

/** What npm writes into node_modules when an install is whole. */
const RECEIPT = "node_modules/.package-lock.json";

/**
 * Installs from the lock file, unless node_modules holds just that already.
 *
 * @param saysOn the descriptor for what it says: 2 where standard output is for a program
 */
export function install(saysOn) {
  if (isInstalled()) return;
  refuseWhileRunning();
  const began = Date.now();
  writeSync(saysOn, "Packages: installing from package-lock.json, which takes a minute or so …\n");
  // A removal that is interrupted must not leave a receipt for what is gone.
  rmSync(RECEIPT, { force: true });
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const stdio = ["inherit", saysOn, "inherit"];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio })
    : spawnSync("npm", args, { stdio, shell: process.platform === "win32" });
  if (done.signal) process.exit(130);
  if (done.status !== 0)
    giveUp("The packages could not be installed: see npm's words above, check the network, and start again.");
  writeSync(saysOn, `Packages: installed in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

function isInstalled() {
  if (!existsSync(RECEIPT)) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const present = JSON.parse(readFileSync(RECEIPT, "utf8")).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || ((entry.optional || entry.devOptional) && !present[path])) return true;
    return present[path]?.version === entry.version && existsSync(join(path, "package.json"));
  });
}

/** Packages are not exchanged under a server that runs from them. */
function refuseWhileRunning() {
  const note = join(process.env.DATA_DIR || ".data", "running.json");
  if (!existsSync(note)) return;
  try {
    const { pid } = JSON.parse(readFileSync(note, "utf8"));
    process.kill(pid, 0);
    giveUp(
      `Tòa Soạn is running on this data (process ${pid}) and its packages have changed: stop it with Ctrl-C or kill ${pid}, then start again.`,
    );
  } catch {
    // It has ended without a goodbye; the start will clean up after it.
  }
}
