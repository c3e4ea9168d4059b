import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { until } from "#lib/until.ts";

/** As its postmaster.pid has it: a server that is asked to stop waits for its clients, for ever if they stay. */
export type Postmaster = { pid: number; port: number; state: "starting" | "ready" | "stopping" };

/** The server that runs on this data folder now, by its postmaster.pid; a pid that went to another program does not count. */
export function runningPostmaster(data: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 && isPostmasterOf(pid, data) ? { pid, port, state: stateIn(lines[7]?.trim()) } : undefined;
}

/** Source: PostgreSQL 18, src/include/utils/pidfile.h. */
function stateIn(word: string | undefined): Postmaster["state"] {
  return word === "ready" || word === "stopping" ? word : "starting";
}

/**
 * Waits while a server starts.
 * @returns what became of it: one that is ready, that stops, or that takes longer than `withinMs`; undefined when it is gone
 */
export async function settledPostmaster(data: string, withinMs: number): Promise<Postmaster | undefined> {
  let found: Postmaster | undefined;
  await until(() => {
    found = runningPostmaster(data);
    return found?.state !== "starting";
  }, withinMs);
  return found;
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
