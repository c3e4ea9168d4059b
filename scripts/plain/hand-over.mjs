// Plain JavaScript for the machine's own Node, 20.9 or later: it installs, then lets Node 24 do the work.
import { spawn } from "node:child_process";
import { delimiter, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { giveUp } from "./give-up.mjs";
import { install } from "./install.mjs";
import { isAtLeast, node24 } from "./node24.mjs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a TypeScript file under Node 24 to its end and ends as it did. Signals are passed on; when npm is killed, which
 * cannot pass on anything, the file is asked to stop; when we are killed, it notices by its channel to us.
 * What it installs is said on the stream `saysOn`; `flags` are Node's own.
 */
export async function handOver(script, environment, args = [], { saysOn = 1, flags = [] } = {}) {
  if (!isAtLeast(20, 9))
    giveUp(`Node ${process.versions.node} is too old: install Node 20.9 or later from https://nodejs.org.`);
  process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
  install(saysOn);
  const node =
    node24() ??
    giveUp(
      `There is no packaged Node 24 for ${process.platform}-${process.arch}: install Node 24.7 or later from https://nodejs.org and start again.`,
    );
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", ...flags, script, ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, ...environment, ...withFirstOnPath(dirname(resolve(node))) },
  });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event && process.platform !== "win32") {
    setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 250).unref();
  }
  child.once("error", (error) =>
    giveUp(
      `Node 24 does not run on this system (${error.message}): install Node 24.7 or later from https://nodejs.org and start again.`,
    ),
  );
  child.once("exit", (code, signal) => process.exit(signal ? 1 : code));
}

/** Whatever calls for "node" further on, as Next's build does for its style sheets, must get the same one. */
function withFirstOnPath(folder) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  return { [name]: [folder, process.env[name]].join(delimiter) };
}
