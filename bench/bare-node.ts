import { spawn } from "node:child_process";
import { join } from "node:path";
import { freePort } from "#lib/free-port.ts";
import { until } from "#lib/until.ts";

/**
 * Node's own server with nothing around it, giving a file as it lies there: as good as this product can get.
 *
 * @param words what each answer says, by name
 */
export async function startBareNode(
  file: string,
  words: readonly (readonly [string, string])[],
): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const entry = join(import.meta.dirname, "bare-server.ts");
  const node = spawn(process.execPath, [entry, String(port), file, JSON.stringify(words.flat())], {
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => node.once("exit", () => resolve()));
  const url = `http://127.0.0.1:${port}/`;
  const isUp = () =>
    fetch(url)
      .then((answer) => answer.ok)
      .catch(() => false);
  if (!(await until(isUp, 5_000))) throw new Error("Node's bare server did not start");
  return {
    url,
    async stop() {
      node.kill();
      await ended;
    },
  };
}
