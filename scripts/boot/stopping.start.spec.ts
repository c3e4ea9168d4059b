import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { asOwner } from "#db/testing.ts";
import { atRest } from "#e2e/fixtures/at-rest.ts";
import { aStream } from "#e2e/fixtures/live.ts";
import { aMadeDataDir } from "#e2e/fixtures/made-data.ts";
import { ended, isReady, npmStart, type Started, whenReady } from "#e2e/fixtures/npm-start.ts";
import { isAlive, removeDataDirs, serverPid } from "#e2e/fixtures/processes.ts";
import { cookieOf } from "#e2e/fixtures/sessions.ts";
import { anOffice, type Office, published } from "#features/moves/testing.ts";
import { freePort } from "#lib/free-port.ts";
import { until } from "#lib/until.ts";

const CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36";

let dataDir = "";
let port = 0;
let url = "";
let office: Office;
let started: Started | undefined;

beforeAll(async () => {
  dataDir = await aMadeDataDir();
  port = await freePort();
  url = `http://localhost:${port}`;
  office = await atRest(dataDir, anOffice);
});
afterEach(async () => void (await started?.stop()));
afterAll(removeDataDirs);

/** A beacon whose last bytes have not been sent yet. */
function anOpenBeacon(article: number) {
  const body = JSON.stringify({ article });
  const socket = connect(port, "localhost");
  let heard = "";
  socket.on("data", (chunk) => {
    heard += chunk.toString();
  });
  const hungUp = new Promise((resolve) => socket.once("close", resolve));
  const head = [
    `Host: localhost:${port}`,
    `Origin: ${url}`,
    `User-Agent: ${CHROME}`,
    `Content-Length: ${body.length}`,
  ].join("\r\n");
  socket.write(`POST /api/views HTTP/1.1\r\n${head}\r\n\r\n${body.slice(0, 5)}`);
  return {
    heard: () => heard,
    async finish(): Promise<string> {
      socket.write(body.slice(5));
      await hungUp;
      return heard;
    },
  };
}

async function aView(article: number): Promise<void> {
  const body = JSON.stringify({ article });
  const answer = await fetch(`${url}/api/views`, {
    method: "POST",
    body,
    headers: { origin: url, "user-agent": CHROME },
  });
  expect(answer.status).toBe(204);
}

function counted(article: number): Promise<number> {
  return atRest(dataDir, async (ownerUrl) => {
    const sql = "select coalesce(sum(count), 0)::integer as sum from article_views where article_id = $1";
    return (await asOwner(ownerUrl, sql, [article])).rows[0].sum;
  });
}

test.each(["npm", "the server"])(
  "SIGTERM to %s lets an open request finish and no new one begin, and the views that were only counted are written",
  async (who) => {
    const [article, second, third] = await atRest(dataDir, async () => [
      await published(office),
      await published(office),
      await published(office),
    ]);
    started = npmStart({ PORT: String(port), DATA_DIR: dataDir, DEMO: "0" });
    await whenReady(started, url);
    const open = anOpenBeacon(article);
    // What comes later is answered: so the first words of the open one were read.
    await aView(second);
    await aView(third);
    await aView(third);
    process.kill(who === "npm" ? (started.npm.pid ?? 0) : serverPid(dataDir), "SIGTERM");
    expect(await until(async () => !(await isReady(url)), 5_000)).toBe(true);
    expect(open.heard()).toBe("");
    expect(await open.finish()).toMatch(/^HTTP\/1.1 204 /);
    expect(await ended(started)).toBe(0);
    for (const one of [article, second, third]) expect(await counted(one)).toBe(1);
  },
);

test("a stop does not wait for desk pages that listen: their streams end", async () => {
  started = npmStart({ PORT: String(port), DATA_DIR: dataDir, DEMO: "0" });
  await whenReady(started, url);
  const databaseUrl = readFileSync(join(dataDir, "database-url"), "utf8").trim();
  const stream = await aStream(`localhost:${port}`, await cookieOf({ dataDir, databaseUrl }, office.approver.personId));
  expect(await until(() => stream.heard().includes("ready"), 20_000)).toBe(true);
  process.kill(serverPid(dataDir), "SIGTERM");
  const began = performance.now();
  expect(await until(stream.hasEnded, 20_000)).toBe(true);
  // What is open is cut off after ten seconds.
  expect(performance.now() - began).toBeLessThan(8_000);
  expect(await ended(started)).toBe(0);
});

test("whoever reads the log may go: the server goes on, and still ends when it is told", async () => {
  started = npmStart({ PORT: String(port), DATA_DIR: dataDir, DEMO: "0" });
  await whenReady(started, url);
  const server = serverPid(dataDir);
  started.npm.stdout?.destroy();
  started.npm.stderr?.destroy();
  try {
    expect(await isReady(url)).toBe(true);
    process.kill(server, "SIGTERM");
    expect(await until(() => !isAlive(server), 30_000)).toBe(true);
  } finally {
    if (isAlive(server)) process.kill(server, "SIGKILL");
  }
});
