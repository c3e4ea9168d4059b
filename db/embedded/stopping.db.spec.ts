import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { aDataDir, postmasterPid, removeDataDirs } from "#e2e/fixtures/processes.ts";
import { until } from "#lib/until.ts";
import { type Cluster, startCluster } from "./cluster.ts";
import { inspectHome } from "./home.ts";
import { runningPostmaster } from "./postmaster.ts";

const dataDir = aDataDir();
let cluster: Cluster | undefined;
afterAll(async () => {
  await cluster?.stop();
  removeDataDirs();
});

test("a server that somebody has asked to stop, and that waits for its clients, is back at once", async () => {
  cluster = await startCluster(dataDir, { forgetful: true });
  const client = new pg.Client({ connectionString: cluster.ownerUrl("postgres") });
  client.on("error", () => undefined);
  await client.connect();
  const before = postmasterPid(dataDir);
  process.kill(before, "SIGTERM");
  const { data } = inspectHome(dataDir);
  expect(await until(() => runningPostmaster(data)?.state === "stopping", 20_000)).toBe(true);

  expect(await cluster.revive()).toBe(true);
  expect(postmasterPid(dataDir)).not.toBe(before);
  const again = new pg.Client({ connectionString: cluster.ownerUrl("postgres") });
  await again.connect();
  expect((await again.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await again.end();
}, 50_000);
