import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asOwner } from "#db/testing.ts";
import { aMadeDataDir } from "#e2e/fixtures/made-data.ts";
import { ended, npmStart, type Started, whenReady } from "#e2e/fixtures/npm-start.ts";
import { aDataDir, childrenOf, isAlive, parentOf, removeDataDirs, serverPid } from "#e2e/fixtures/processes.ts";
import { freePort } from "#lib/free-port.ts";
import { run } from "#lib/run.ts";
import { until } from "#lib/until.ts";

const SECRET = "the same secret for all machines of a newsroom";
const WITHIN_MS = 60_000;

let all: Started[];
beforeEach(() => {
  all = [];
});
afterEach(async () => {
  // Who holds the database ends last.
  for (const started of all.reverse()) await started.stop();
  removeDataDirs();
});

type Machine = { started: Started; dataDir: string; url: string };

async function aMachine(settings: Record<string, string> = {}): Promise<Machine> {
  const [dataDir, port] = [settings.DATABASE_URL ? aDataDir() : await aMadeDataDir(), String(await freePort())];
  const started = npmStart({ PORT: port, DATA_DIR: dataDir, DEMO: "0", SECRET, ...settings });
  all.push(started);
  return { started, dataDir, url: `http://localhost:${port}` };
}

/** One that serves readers. */
async function aWeb(settings: Record<string, string> = {}): Promise<Machine> {
  const machine = await aMachine(settings);
  await whenReady(machine.started, machine.url);
  return machine;
}

/** One that serves nobody and works on the database of another one. */
async function elsewhere(roles: string, { dataDir }: Machine): Promise<Machine> {
  const machine = await aMachine({ ROLES: roles, DATABASE_URL: databaseOf(dataDir), PORT: "" });
  expect(await until(() => machine.started.said().includes("is ready"), WITHIN_MS)).toBe(true);
  return machine;
}

const databaseOf = (dataDir: string) => readFileSync(join(dataDir, "database-url"), "utf8").trim();

async function healthAt(url: string) {
  const answer = await fetch(`${url}/api/health`);
  return { status: answer.status, ...(await answer.json()) };
}
const roles = async (url: string) => (await healthAt(url)).roles?.join();

/** The worker process of a start; null while there is none. */
async function workerOf({ dataDir }: Machine): Promise<number | null> {
  for (const pid of await childrenOf(serverPid(dataDir))) {
    const { output } = await run("ps", ["-o", "args=", "-p", String(pid)]);
    if (output.includes("worker.ts")) return pid;
  }
  return null;
}

async function aWorkerOf(machine: Machine, but?: number): Promise<number> {
  let found: number | null = null;
  const isThere = async () => {
    found = await workerOf(machine);
    return found !== null && found !== but;
  };
  expect(await until(isThere, WITHIN_MS)).toBe(true);
  return Number(found);
}

test("a start plays all roles, and a worker that is killed comes back while readers are served", async () => {
  const machine = await aWeb();
  expect(await until(async () => (await roles(machine.url)) === "web,worker,clock", WITHIN_MS)).toBe(true);
  expect(await healthAt(machine.url)).toEqual({
    status: 200,
    ready: true,
    reasons: [],
    roles: ["web", "worker", "clock"],
  });
  const worker = await aWorkerOf(machine);
  process.kill(worker, "SIGKILL");
  expect(await until(() => machine.started.said().includes("The worker has ended (SIGKILL)"), WITHIN_MS)).toBe(true);
  expect((await fetch(`${machine.url}/api/health`)).status).toBe(200);
  await aWorkerOf(machine, worker);
  expect(await until(async () => (await roles(machine.url)) === "web,worker,clock", WITHIN_MS)).toBe(true);
});

test("a worker that is killed while it looks the database over: the next one does it again, and names the row", async () => {
  const machine = await aWeb();
  const worker = await aWorkerOf(machine);
  const ask = async (sql: string) => (await asOwner(databaseOf(machine.dataDir), sql)).rows;
  const isThere = async (sql: string) => (await ask(sql)).length > 0;
  const awaited = async (sql: string) => expect(await until(() => isThere(sql), WITHIN_MS)).toBe(true);
  await awaited("select from jobs.queue where name = 'verify'");
  const holder = new pg.Client(databaseOf(machine.dataDir));
  await holder.connect();
  try {
    // It waits where it begins for as long as somebody holds the histories.
    await holder.query("begin; lock table events in access exclusive mode");
    await ask(
      "insert into jobs.job (name, policy, heartbeat_seconds, retry_limit, retry_delay) values ('verify', 'exclusive', 20, 5, 0)",
    );
    await awaited(`select from pg_stat_activity where wait_event_type = 'Lock'
      and query like '%order by "events"."document_id", "events"."seq"%'`);
    process.kill(worker, "SIGKILL");
    await until(() => !isAlive(worker), WITHIN_MS);
  } finally {
    await holder.end();
  }
  await ask("set session_replication_role = replica; insert into sites (key, name, seal) values ('gia', 'Giả', 'x')");
  await aWorkerOf(machine, worker);

  // With no pause before its second try.
  await awaited("select from jobs.job where name = 'verify' and retry_count = 1 and state = 'completed'");
  expect(await ask("select misfit from verifications")).toEqual([
    { misfit: expect.stringContaining('"table":"sites"') },
  ]);
  expect((await healthAt(machine.url)).warnings).toEqual(["verify: a row does not fit; npm run verify names it"]);
});

test("the worker ends with its start: asked by SIGTERM, and also when the start is killed", async () => {
  const machine = await aWeb();
  expect(await until(async () => (await roles(machine.url))?.includes("worker") === true, WITHIN_MS)).toBe(true);
  const worker = await aWorkerOf(machine);
  const launcher = await parentOf(serverPid(machine.dataDir));
  process.kill(serverPid(machine.dataDir), "SIGKILL");
  expect(await until(() => !isAlive(worker), WITHIN_MS)).toBe(true);
  await until(() => !isAlive(launcher), WITHIN_MS);

  const again = npmStart({ PORT: new URL(machine.url).port, DATA_DIR: machine.dataDir, DEMO: "0", SECRET });
  all.push(again);
  await whenReady(again, machine.url);
  const second = await aWorkerOf(machine);
  expect(await until(async () => (await roles(machine.url))?.includes("worker") === true, WITHIN_MS)).toBe(true);
  expect(await again.stop("SIGTERM")).toBe(0);
  expect(isAlive(second)).toBe(false);
  expect(again.said()).not.toContain(" error ");
});

test("roles run apart on machines of their own, and each machine that serves says what runs anywhere", async () => {
  const web = await aWeb({ ROLES: "web" });
  expect(await healthAt(web.url)).toEqual({
    ...{ status: 200, ready: true, reasons: [], roles: ["web"] },
    warnings: ["worker: runs on no machine", "clock: runs on no machine"],
  });
  expect(await workerOf(web)).toBe(null);
  const worker = await elsewhere("worker", web);
  expect(await until(async () => (await roles(web.url)) === "web,worker", WITHIN_MS)).toBe(true);
  const clock = await elsewhere("clock", web);
  expect(await until(async () => (await roles(web.url)) === "web,worker,clock", WITHIN_MS)).toBe(true);
  expect(await healthAt(web.url)).not.toHaveProperty("warnings");
  for (const { url } of [worker, clock]) await expect(fetch(url)).rejects.toThrow();
  // Who serves nobody and was not told where readers are does not say it.
  const [known] = (await asOwner(databaseOf(web.dataDir), "select site_url from install")).rows;
  expect(known.site_url).toBe(web.url);
  await worker.started.stop();
  expect(await until(async () => (await roles(web.url)) === "web,clock", WITHIN_MS)).toBe(true);
});

test("a role that there is not is named in one sentence", async () => {
  const { started } = await aMachine({ ROLES: "web,cron" });
  expect(await ended(started)).toBe(1);
  expect(started.said()).toContain('The setting ROLES is "web,cron": name one or more of web, worker and clock');
});
