import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";

export type Postmaster = { pid: number; port: number; ready: boolean };

/** The server that runs on this data folder now, by its postmaster.pid; a pid that went to another program does not count. */
export function runningPostmaster(data: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 && isPostmasterOf(pid, data)
    ? { pid, port, ready: lines[7]?.trim() === "ready" }
    : undefined;
}

/**
 * A postmaster's working directory is its data folder. Linux shows it, but in a container not always that of another
 * account's process: there, and on other systems, the program's name must do.
 */
function isPostmasterOf(pid: number, data: string): boolean {
  try {
    if (process.platform === "linux") return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
    process.kill(pid, 0);
    if (process.platform === "win32") return true;
    return execFileSync("ps", ["-p", String(pid), "-o", "comm="])
      .toString()
      .includes("postgres");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EACCES") return false;
    return readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("postgres");
  }
}
