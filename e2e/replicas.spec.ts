import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { carryOut } from "#features/workflow/commands.ts";
import { published } from "#features/workflow/testing.ts";
import { freePort } from "#lib/free-port.ts";
import { ask } from "./fixtures/ask.ts";
import { npmStart, whenReady } from "./fixtures/npm-start.ts";
import { expect, test as withOffice } from "./fixtures/office.ts";

/** A second instance of the product on the same database. How soon it hears is measured by the bench. */
const test = withOffice.extend<object, { otherPort: string }>({
  otherPort: [
    async ({ product }, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), "toa-soan-other-"));
      const port = String(await freePort());
      const other = npmStart({ PORT: port, DATA_DIR: dataDir, DATABASE_URL: product.databaseUrl });
      try {
        await whenReady(other, `http://localhost:${port}`);
        await use(port);
      } finally {
        await other.stop();
        await rm(dataDir, { recursive: true, force: true });
      }
    },
    { scope: "worker", timeout: 150_000 },
  ],
});

test("what is withdrawn through one instance is gone from the other, lists and sitemap alike", async ({
  office,
  product,
  otherPort,
}) => {
  const [name = ""] = office.host.split(":");
  const asSite = { headers: { host: office.host } };
  const ports = [new URL(product.url).port, otherPort];
  const at = (port: string, path: string) => ask(`${name}:${port}`, path, asSite);
  const staying = await published(office);
  const id = await published(office);
  const address = `/dang-doan-the/khai-mac-hoi-thao-phuong-${id}`;
  const lists = ["/", "/dang-doan-the", "/tin-tuc", "/sitemap.xml"];
  for (const port of ports) {
    await expect.poll(async () => (await at(port, address)).status).toBe(200);
    for (const path of lists) await expect.poll(async () => (await at(port, path)).body.toString()).toContain(address);
  }

  await carryOut(office.approver, "withdraw", id, { reason: "error" });
  for (const port of ports) {
    await expect.poll(async () => (await at(port, address)).status, { intervals: [20] }).toBe(410);
    for (const path of lists) {
      const { body } = await at(port, path);
      expect(body.toString()).not.toContain(address);
      expect(body.toString()).toContain(`-${staying}`);
    }
  }
});
