import { readFileSync, writeFileSync } from "node:fs";
import { childrenOf } from "#e2e/fixtures/processes.ts";
import { run } from "#lib/run.ts";

/** How often processes that come and go are looked at, in milliseconds. */
const LOOK_EVERY_MS = 50;

export type Scales = {
  /** What was there before, at most and at the end, as one line of the report. */
  read(): string;
};

/**
 * Weighs the resident memory of a process from now on, on Linux, which counts the most of it exactly; elsewhere nothing is known.
 * @param withBelow together with the processes that it starts, looked at again and again
 */
export function putOnScales(pid: number, withBelow = false): Scales {
  const before = residentOf(pid);
  if (before === null) return { read: () => "not known on this system" };
  // From here on the most is counted anew. Source: proc_pid_clear_refs(5).
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
  let most = 0;
  const looking = withBelow ? setInterval(look, LOOK_EVERY_MS) : undefined;
  function look(): void {
    const all = [pid, ...startedBy(pid)].map((one) => residentOf(one) ?? 0);
    most = Math.max(
      most,
      all.reduce((sum, one) => sum + one, 0),
    );
  }
  return {
    read() {
      clearInterval(looking);
      const after = residentOf(pid) ?? Number.NaN;
      const peak = Math.max(most, fieldOf(pid, "VmHWM") ?? Number.NaN);
      return `${mb(before)} before, at most ${mb(peak)} (+${Math.round(peak - before)}), ${mb(after)} after`;
    },
  };
}

/** The resident memory of a process, in MB; null where that is not known: on other systems, or when it has gone. */
export const residentOf = (pid: number): number | null => fieldOf(pid, "VmRSS");

export const mb = (megabytes: number | null): string =>
  megabytes === null ? "not known on this system" : `${Math.round(megabytes)} MB`;

/** The worker that a server process keeps; null where it keeps none. */
export async function workerOf(server: number): Promise<number | null> {
  for (const pid of await childrenOf(server)) {
    const { output } = await run("ps", ["-o", "args=", "-p", String(pid)]);
    if (output.includes("worker.ts")) return pid;
  }
  return null;
}

function startedBy(pid: number): number[] {
  const said = readOf(`/proc/${pid}/task/${pid}/children`) ?? "";
  return said.split(" ").filter(Boolean).map(Number);
}

function fieldOf(pid: number, field: string): number | null {
  const said = new RegExp(`^${field}:\\s+(\\d+) kB$`, "m").exec(readOf(`/proc/${pid}/status`) ?? "")?.[1];
  return said === undefined ? null : Number(said) / 1024;
}

function readOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
