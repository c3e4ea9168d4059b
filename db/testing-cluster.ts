import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startCluster } from "./embedded/cluster.ts";
import { migrate } from "./migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The owner's connection string to the cluster of this test run. */
    clusterUrl: string;
  }
}

/** One cluster for all specs that need Postgres, with one migrated database that each spec file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "toa-soan-specs-"));
  const cluster = await startCluster(dataDir, { forgetful: true });
  const client = new pg.Client({ connectionString: cluster.ownerUrl("postgres") });
  await client.connect();
  await client.query("create database toasoan_template");
  await client.end();
  await migrate(cluster.ownerUrl("toasoan_template"));
  project.provide("clusterUrl", cluster.ownerUrl("postgres"));
  return async () => {
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
