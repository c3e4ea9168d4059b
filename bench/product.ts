import { readFileSync } from "node:fs";
import { join } from "node:path";
import { npmStart, type Started, whenReady } from "#e2e/fixtures/npm-start.ts";
import { freePort } from "#lib/free-port.ts";
import { demoOffice, type Office } from "./office.ts";

/** The product that is measured, as `npm start` gives it, with the demo in its own database. */
export type Product = {
  readonly url: string;
  readonly dataDir: string;
  readonly metricsPort: number;
  /** Of everybody in the demo. */
  readonly password: string;
  /** Some people of the demo, whose commands this process carries out; others after each start. */
  readonly office: Office;
  /** The database's address for its owner. */
  ownerUrl(): string;
  /** Starts it, or starts it anew with more settings on the same database. @returns how long it took until it was ready, in ms */
  start(more?: Readonly<Record<string, string>>): Promise<number>;
  stop(): Promise<void>;
};

/** A product that has not been started yet. @param folder that it has for itself */
export async function productIn(folder: string): Promise<Product> {
  const dataDir = join(folder, "data");
  const password = "một mật khẩu để đo";
  const port = await freePort();
  const metricsPort = await freePort();
  const url = `http://localhost:${port}`;
  const settings = {
    ...{ METRICS_PORT: String(metricsPort), PORT: String(port), DATA_DIR: dataDir },
    ...{ DEMO: "1", DEMO_PASSWORD: password },
  };
  let started: Started | undefined;
  let office: Office | undefined;

  const ownerUrl = () => readFileSync(join(dataDir, "database-url"), "utf8").trim();
  async function start(more: Readonly<Record<string, string>> = {}): Promise<number> {
    await stop();
    const began = performance.now();
    started = npmStart({ ...settings, ...more });
    await whenReady(started, url, 600_000);
    const took = performance.now() - began;
    office = await demoOffice(ownerUrl());
    return took;
  }
  async function stop(): Promise<void> {
    await office?.close();
    await started?.stop();
    office = undefined;
    started = undefined;
  }

  return {
    ...{ url, dataDir, metricsPort, password, ownerUrl, start, stop },
    get office() {
      if (!office) throw new Error("the product is not running");
      return office;
    },
  };
}
