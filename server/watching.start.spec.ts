import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signIn } from "#bench/desk.ts";
import { asOwner } from "#db/testing.ts";
import { aMadeDataDir } from "#e2e/fixtures/made-data.ts";
import { npmStart, type Started, whenReady } from "#e2e/fixtures/npm-start.ts";
import { removeDataDirs } from "#e2e/fixtures/processes.ts";
import { freePort } from "#lib/free-port.ts";

const PASSWORD = "một mật khẩu để xem";
let started: Started;
let url: string;
let metricsUrl: string;
let cookie: string;
let bend: (sql: string) => Promise<unknown>;

/** The real start, on no terminal, with figures; a proxy of ours may name requests. */
beforeAll(async () => {
  const [PORT, METRICS_PORT, DATA_DIR] = [String(await freePort()), String(await freePort()), await aMadeDataDir()];
  url = `http://localhost:${PORT}`;
  metricsUrl = `http://127.0.0.1:${METRICS_PORT}/metrics`;
  started = npmStart({ PORT, METRICS_PORT, DATA_DIR, DEMO: "1", DEMO_PASSWORD: PASSWORD, TRUST_PROXY: "1" });
  await whenReady(started, url);
  const ownerUrl = readFileSync(join(DATA_DIR, "database-url"), "utf8").trim();
  bend = (sql) => asOwner(ownerUrl, sql);
  cookie = await signIn(url, "reporter@demo.example", PASSWORD);
});
afterAll(async () => {
  await started?.stop();
  removeDataDirs();
});

type LogLine = { level: string; time: string; msg: string; error?: string; request?: string };

/** What has been logged since the start said that it is ready. */
function logged(): LogLine[] {
  const lines = started.said().split("\n");
  const from = lines.findIndex((line) => line.includes("Ctrl-C stops it."));
  return lines.slice(from + 1, -1).map((line) => JSON.parse(line));
}

/** Runs `work` while the pages of readers and desk fail, each with a bug at the database. */
async function broken<T>(work: () => Promise<T>): Promise<T> {
  await bend("alter table redirects rename to redirects_gone");
  await bend("alter table desk_lines rename to desk_lines_gone");
  try {
    return await work();
  } finally {
    await bend("alter table redirects_gone rename to redirects");
    await bend("alter table desk_lines_gone rename to desk_lines");
  }
}

test("a reader's failing page says by what name to ask about it, and the log has its lines under that name", async () => {
  const answer = await broken(() => fetch(`${url}/khong-co`));
  const id = answer.headers.get("x-request-id");
  expect([answer.status, id]).toEqual([500, expect.stringMatching(/^[a-z2-9]{4}-[a-z2-9]{4}$/)]);
  expect(await answer.text()).toContain(`<code>${id}</code>`);
  await expect
    .poll(() => logged().filter(({ request }) => request === id))
    .toEqual([
      expect.objectContaining({ level: "error", error: expect.stringContaining("redirects"), msg: expect.any(String) }),
    ]);
});

test("a desk page that fails names Next's code of the error, which the log has beside the request's name", async () => {
  const answer = await broken(() =>
    fetch(`${url}/desk`, { headers: { cookie, "x-request-id": "proxy:77", accept: "text/html" } }),
  );
  expect(answer.headers.get("x-request-id")).toBe("proxy:77");
  const code = /(?:data-dgst="|"digest":"|\\"digest\\":\\")(\d+)/.exec(await answer.text())?.[1];
  expect(code).toMatch(/^\d+$/);
  await expect
    .poll(() => logged().filter(({ request }) => request === "proxy:77"))
    .toEqual(expect.arrayContaining([expect.objectContaining({ msg: expect.stringContaining(`${code}`) })]));
});

test("every answer of desk and API says how it is called, and no page of readers does", async () => {
  for (const path of ["/login", "/desk", "/api/health", "/api/nothing", "/api/drafts/1"])
    expect([path, (await fetch(url + path, { redirect: "manual" })).headers.get("x-request-id")]).toEqual([
      path,
      expect.stringMatching(/^[a-z2-9-]{9}$/),
    ]);
  expect((await fetch(url)).headers.get("x-request-id")).toBeNull();
});

test("on no terminal each line of the log is JSON, without a secret and without a word that was typed", async () => {
  await broken(() =>
    fetch(`${url}/login/one-time?token=c2VjcmV0`, {
      headers: { cookie, "next-action": "x" },
      method: "POST",
      body: "{}",
    }),
  );
  const lines = logged();
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    expect(line).toMatchObject({ level: expect.stringMatching(/^(?:info|warn|error)$/), msg: expect.any(String) });
    expect(new Date(line.time).toISOString()).toBe(line.time);
  }
  expect(JSON.stringify(lines)).not.toMatch(/c2VjcmV0|session-token=|một mật khẩu/);
});

async function figures(): Promise<Map<string, number>> {
  const text = await (await fetch(metricsUrl)).text();
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]),
  );
}

test("the figures count what was asked for, and name no address, nobody and no text", async () => {
  const before = await figures();
  await fetch(`${url}/`);
  await fetch(`${url}/`);
  await fetch(`${url}/api/health`);
  let after = before;
  const more = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  // An answer is over a little after its last byte was read.
  await expect
    .poll(async () => {
      after = await figures();
      return more('toasoan_answer_seconds_count{kind="api"}');
    })
    .toBe(1);
  expect(more('toasoan_requests_total{kind="page",status="2xx"}')).toBe(2);
  expect(more('toasoan_cache_lookups_total{found="hit"}')).toBeGreaterThanOrEqual(1);
  expect(after.get("toasoan_cache_pages")).toBeGreaterThanOrEqual(1);
  for (const name of ["toasoan_follower_deaf", "toasoan_schedules_due"])
    expect([name, after.get(name)]).toEqual([name, 0]);
  expect(after.get('toasoan_database_connections{side="front",state="idle"}')).toBeGreaterThanOrEqual(0);
  for (const name of after.keys()) expect(name).not.toMatch(/demo\.example|khong-co|localhost|127\.0|\/|proxy:77/);
});

test("the figures are on no port of readers'", async () => {
  expect((await fetch(`${url}/metrics`)).status).toBe(404);
});
