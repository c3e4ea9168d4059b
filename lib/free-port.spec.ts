import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort, portIsFree } from "./free-port.ts";

test("a port is taken while somebody listens on it, and free afterwards", async () => {
  const port = await freePort();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, resolve));
  expect(await portIsFree(port)).toBe(false);
  await new Promise((resolve) => other.close(resolve));
  expect(await portIsFree(port)).toBe(true);
});

const LOWEST = "/proc/sys/net/ipv4/ip_unprivileged_port_start";
const mayHavePort80 = process.getuid?.() === 0 || !existsSync(LOWEST) || Number(readFileSync(LOWEST, "utf8")) <= 80;

test.skipIf(mayHavePort80)("a port that only the system's administrator may have is named with a way out", async () => {
  await expect(portIsFree(80)).rejects.toThrow(
    /^Port 80 cannot be listened on \(listen EACCES: .*\): choose another port above 1023, as in PORT=3000 npm start, /,
  );
});

test("an address that is not this machine's is said, and not taken for a port that is taken", async () => {
  await expect(portIsFree(4_000, "192.0.2.1")).rejects.toThrow(
    "Nothing can be reached at 192.0.2.1, which is no address of this machine.",
  );
});
