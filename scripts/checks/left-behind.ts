import { run } from "#lib/run.ts";
import { until } from "#lib/until.ts";
import type { Count } from "./runners.ts";

/** Whether any process still runs out of the folder of this test run. */
export async function leftBehind(folder: string): Promise<Count> {
  if (process.platform === "win32") return { passed: 0, failed: 0 };
  let rest: string[] = [];
  await until(async () => {
    const { output } = await run("ps", ["-eo", "pid=,args="]);
    rest = output.split("\n").filter((line) => line.includes(folder));
    return rest.length === 0;
  }, 5_000);
  process.stdout.write(rest.length === 0 ? "No process is left.\n" : `${rest.join("\n")}\n`);
  return rest.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
