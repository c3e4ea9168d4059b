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
