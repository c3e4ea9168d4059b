import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "#lib/run.ts";
import { until } from "#lib/until.ts";
import type { Count } from "./reports.ts";

/** Whether any process still runs out of the folder of this test run. */
export async function leftBehind(folder: string): Promise<Count> {
  if (process.platform === "win32") return { passed: 0, failures: [] };
  let rest: string[] = [];
  await until(async () => {
    rest = await stillIn(folder);
    return rest.length === 0;
  }, 5_000);
  if (rest.length === 0) process.stdout.write("No process is left.\n");
  return { passed: rest.length === 0 ? 1 : 0, failures: rest };
}

/** Processes that name the folder, as "number command": in their command or, where the system shows that, their settings. */
export async function stillIn(folder: string): Promise<string[]> {
  if (existsSync("/proc/self/environ")) return readdirSync("/proc").flatMap((pid) => fromProc(pid, folder));
  const { output } = await run("ps", ["-eo", "pid=,args="]);
  return output
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.includes(folder));
}

/** The server has its DATA_DIR in its environment alone. */
function fromProc(pid: string, folder: string): string[] {
  if (!/^\d+$/.test(pid)) return [];
  const command = wordsOf(pid, "cmdline");
  return [...command, ...wordsOf(pid, "environ")].some((word) => word.includes(folder))
    ? [`${pid} ${command.join(" ")}`.trim()]
    : [];
}

/** Nothing when the process has ended meanwhile, or is not ours to look into. */
function wordsOf(pid: string, file: "cmdline" | "environ"): string[] {
  try {
    return readFileSync(join("/proc", pid, file), "utf8").split("\0");
  } catch {
    return [];
  }
}
