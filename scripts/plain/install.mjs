// Plain JavaScript for the machine's own Node, 20.9 or later, before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join, resolve } from "node:path";
import { giveUp } from "./give-up.mjs";
import { isAtLeast, node24 } from "./node24.mjs";

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
  npm(process.execPath, ["ci"], saysOn);
  // npm leaves out optional packages that ask for a later Node than it runs on; the Node that came along can have them.
  const newer = isAtLeast(20, 19) ? undefined : node24();
  if (newer) npm(resolve(newer), ["install", "--no-save"], saysOn);
  writeSync(saysOn, `Packages: installed in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

function npm(node, words, saysOn) {
  const own = process.env.npm_execpath;
  const args = [...words, "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const stdio = ["inherit", saysOn, "inherit"];
  const done = own
    ? spawnSync(node, [own, ...args], { stdio })
    : spawnSync("npm", args, { stdio, shell: process.platform === "win32" });
  if (done.signal) process.exit(130);
  if (done.status !== 0)
    giveUp("The packages could not be installed: see npm's words above, check the network, and start again.");
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
  const { pid } = JSON.parse(readFileSync(note, "utf8"));
  // The note outlives a killed server, and its number may have gone to another program.
  const { stdout } = spawnSync("ps", ["-p", String(pid), "-o", "args="], { encoding: "utf8" });
  if (!stdout?.includes("scripts/boot/main.ts")) return;
  giveUp(
    `Tòa Soạn is running on this data (process ${pid}) and its packages have changed: stop it with Ctrl-C or kill ${pid}, then start again.`,
  );
}
