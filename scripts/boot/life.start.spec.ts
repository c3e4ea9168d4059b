import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { everythingIn } from "#db/testing.ts";
import { aMadeDataDir } from "#e2e/fixtures/made-data.ts";
import { ended, isReady, npmStart, type Started, whenReady } from "#e2e/fixtures/npm-start.ts";
import { aDataDir, isAlive, parentOf, postmasterPid, removeDataDirs, serverPid } from "#e2e/fixtures/processes.ts";
import { freePort } from "#lib/free-port.ts";
import { until } from "#lib/until.ts";

let dataDir: string;
let port: number;
let url: string;
let all: Started[];
beforeEach(async () => {
  dataDir = await aMadeDataDir();
  port = await freePort();
  url = `http://localhost:${port}`;
  all = [];
});
afterEach(async () => {
  await Promise.all(all.map((started) => started.stop()));
  removeDataDirs();
});

function start(settings: Record<string, string> = {}): Started {
  // Without the demo: these tests are about processes, not about articles.
  const started = npmStart({ PORT: String(port), DATA_DIR: dataDir, DEMO: "0", ...settings });
  all.push(started);
  return started;
}

async function startAndWait(settings: Record<string, string> = {}): Promise<Started> {
  const started = start(settings);
  await whenReady(started, `http://localhost:${settings.PORT ?? port}`);
  return started;
}

function databaseLog(): string {
  const folder = join(dataDir, "postgres", "data", "log");
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("");
}

test("SIGTERM to npm ends everything, and the database is closed cleanly", async () => {
  const started = await startAndWait();
  const [server, postmaster] = [serverPid(dataDir), postmasterPid(dataDir)];
  await started.stop("SIGTERM");
  expect(await until(() => !isAlive(server) && !isAlive(postmaster), 20_000)).toBe(true);
  expect(databaseLog()).toContain("database system is shut down");
  expect(readdirSync(dataDir)).not.toContain("running.json");
});

test("Ctrl-C, which every process of the terminal hears, ends cleanly too", async () => {
  await startAndWait();
  const [server, postmaster] = [serverPid(dataDir), postmasterPid(dataDir)];
  const launcher = await parentOf(server);
  for (const pid of [launcher, server, launcher, server]) process.kill(pid, "SIGINT");
  expect(await until(() => !isAlive(server) && !isAlive(postmaster), 20_000)).toBe(true);
  expect(databaseLog()).toContain("database system is shut down");
});

test("SIGTERM in the middle of a start leaves nothing running", async () => {
  const started = start();
  await until(() => started.said().includes("Migrations:"), 30_000);
  const [server, postmaster] = [serverPid(dataDir), postmasterPid(dataDir)];
  await started.stop("SIGTERM");
  expect(await until(() => !isAlive(server) && !isAlive(postmaster), 20_000)).toBe(true);
});

test("a second start on the same data says so and stops, and the first goes on", async () => {
  await startAndWait();
  const second = start({ PORT: String(await freePort()) });
  expect(await ended(second)).toBe(1);
  expect(second.said()).toContain(
    `Tòa Soạn is already running on ${dataDir} (process ${serverPid(dataDir)}, npm start at ${url})`,
  );
  expect(await isReady(url)).toBe(true);
});

const KILLED: Record<string, ("npm" | "launcher" | "server" | "postmaster")[]> = {
  "all processes": ["npm", "launcher", "server", "postmaster"],
  "npm alone": ["npm"],
  "the launcher alone": ["launcher"],
  "the server alone": ["server"],
};
for (const [who, names] of Object.entries(KILLED)) {
  test(`after kill -9 of ${who} the next start recovers by itself`, async () => {
    const { npm } = await startAndWait();
    const server = serverPid(dataDir);
    const pids = { npm: npm.pid ?? 0, server, launcher: await parentOf(server), postmaster: postmasterPid(dataDir) };
    for (const name of names) process.kill(pids[name], "SIGKILL");
    await startAndWait();
    expect(await until(() => !isAlive(server), 10_000)).toBe(true);
    expect(serverPid(dataDir)).not.toBe(server);
  });
}

test("a PostgreSQL that is killed under the server comes back by itself", async () => {
  await startAndWait();
  const killed = postmasterPid(dataDir);
  process.kill(killed, "SIGKILL");
  expect(
    await until(async () => !isAlive(killed) && (await isReady(url)) && postmasterPid(dataDir) !== killed, 20_000),
  ).toBe(true);
});

test("a setup of the database that was cut short is begun anew", async () => {
  dataDir = aDataDir();
  mkdirSync(join(dataDir, "postgres", "data.half"), { recursive: true });
  writeFileSync(join(dataDir, "postgres", "data.half", "PG_VERSION"), "18\n");
  writeFileSync(join(dataDir, "running.json"), JSON.stringify({ pid: process.pid, what: "npm start" }));
  await startAndWait();
});

/** How often of many knocks somebody is told to slow down, and what they claim to be. */
async function slowedDown(claims: (knock: number) => string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const knock = (number: number) =>
    new Promise<number>((resolve, reject) => {
      const asked = request({ agent, port, path: "/login/%00", headers: { "x-forwarded-for": claims(number) } });
      asked.on("error", reject);
      asked.on("response", (response) => response.resume().on("end", () => resolve(response.statusCode ?? 0)));
      asked.end();
    });
  // A thousand may come at once from one address, and fifty more each second that a busy machine takes over them.
  const statuses = await Promise.all(Array.from({ length: 3_000 }, (_, number) => knock(number)));
  agent.destroy();
  return statuses.filter((status) => status === 429).length;
}

test("strangers are slowed down by their address, and not by the one they claim", async () => {
  await startAndWait();
  expect(await slowedDown((knock) => `198.51.100.${knock % 250}`)).toBeGreaterThan(50);
});

test("behind a trusted proxy it is the proxy's last word that counts", async () => {
  await startAndWait({ TRUST_PROXY: "1" });
  expect(await slowedDown((knock) => `1.2.3.4, 198.51.100.${knock % 250}`)).toBe(0);
  expect(await slowedDown((knock) => `198.51.100.${knock % 250}, 203.0.113.7`)).toBeGreaterThan(50);
});

test("a second instance works on the first one's database", async () => {
  const SECRET = "the same secret for both instances";
  await startAndWait({ SECRET });
  const DATABASE_URL = readFileSync(join(dataDir, "database-url"), "utf8").trim();
  await startAndWait({ SECRET, DATABASE_URL, DATA_DIR: aDataDir(), PORT: String(await freePort()) });
  expect(await isReady(url)).toBe(true);
});

test("a second instance with another secret says so and stops, and leaves everything as it was", async () => {
  await startAndWait();
  const DATABASE_URL = readFileSync(join(dataDir, "database-url"), "utf8").trim();
  const before = await everythingIn(DATABASE_URL);
  const elsewhere = aDataDir();
  const second = start({ DATABASE_URL, DATA_DIR: elsewhere, PORT: String(await freePort()) });
  expect(await ended(second)).toBe(1);
  expect(second.said()).toContain("runs on this database with another SECRET");
  expect(existsSync(elsewhere)).toBe(false);
  expect(await everythingIn(DATABASE_URL)).toEqual(before);
  const SECRET = readFileSync(join(dataDir, "secret"), "utf8").trim();
  await startAndWait({ SECRET, DATABASE_URL, DATA_DIR: elsewhere, PORT: String(await freePort()) });
  expect(await isReady(url)).toBe(true);
});

test("a lost secret is made anew, at the price of one sentence", async () => {
  await (await startAndWait()).stop();
  rmSync(join(dataDir, "secret"));
  const started = await startAndWait();
  expect(started.said()).toContain("SECRET is another one than before: everybody signs in again.");
  await started.stop();
  expect((await startAndWait()).said()).not.toContain("signs in again");
});
