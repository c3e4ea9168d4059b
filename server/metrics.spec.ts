import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { finishRequests, openServer } from "./http.ts";
import { makeMetrics } from "./metrics.ts";

let looks: Parameters<typeof makeMetrics>[0];
let closing: (() => Promise<void>)[];
beforeEach(() => {
  closing = [];
  looks = {
    cache: () => ({ pages: 3, bytes: 45_000, forgotten: 6 }),
    pools: () => [{ side: "desk", inUse: 2, idle: 1, waiting: 4 }],
    isDeaf: () => false,
    listeners: () => 7,
    schedulesDue: async () => 5,
    fittedLast: async () => true,
    filesInTrouble: async () => 8,
  };
});
afterEach(() => Promise.all(closing.map((close) => close())));

async function watched() {
  const metrics = makeMetrics(looks);
  const server = await metrics.open({ port: 0, host: "127.0.0.1" });
  closing.push(() => finishRequests(server));
  const at = server.address() as AddressInfo;
  const ask = (path = "/metrics", method = "GET") => fetch(`http://127.0.0.1:${at.port}${path}`, { method });
  const figures = async () => (await (await ask()).text()).split("\n").filter((line) => !line.startsWith("#"));
  return { metrics, ask, figures, at };
}

test("the figures are in Prometheus' form, at one address, on the interface that is named", async () => {
  const { ask, at } = await watched();
  expect(at.address).toBe("127.0.0.1");
  const answer = await ask();
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, expect.stringContaining("text/plain")]);
  expect(await answer.text()).toMatch(
    /^# HELP process_cpu_user_seconds_total .+\n# TYPE process_cpu_user_seconds_total counter\n/,
  );
  expect([(await ask("/")).status, (await ask("/metrics", "POST")).status]).toEqual([404, 404]);
});

test("they say how the process is, what lies in memory, and how what it depends on stands now", async () => {
  const { figures } = await watched();
  const before = await figures();
  expect(before).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^nodejs_eventloop_lag_p99_seconds \S+$/),
      expect.stringMatching(/^process_resident_memory_bytes \d+$/),
      ...["toasoan_cache_pages 3", "toasoan_cache_bytes 45000", "toasoan_follower_deaf 0", "toasoan_schedules_due 5"],
      ...["toasoan_verify_fits 1", "toasoan_files_in_trouble 8"],
      ...["toasoan_desk_pages_live 7", "toasoan_cache_forgotten_total 6"],
      ...['toasoan_database_connections{side="desk",state="in_use"} 2', 'toasoan_database_waiting{side="desk"} 4'],
    ]),
  );
});

test("what changes is looked at anew each time somebody asks", async () => {
  let deaf = false;
  looks.isDeaf = () => deaf;
  const { figures } = await watched();
  expect(await figures()).toContain("toasoan_follower_deaf 0");
  deaf = true;
  expect(await figures()).toContain("toasoan_follower_deaf 1");
});

test("while the database is away its number is missing, and all others are there", async () => {
  looks.schedulesDue = () => Promise.reject(new Error("away"));
  const { figures } = await watched();
  const said = await figures();
  expect(said.filter((line) => line.startsWith("toasoan_schedules_due"))).toEqual([]);
  expect(said).toContain("toasoan_cache_pages 3");
});

test("each answer is counted by kind and class of status, and timed to its end", async () => {
  const { metrics, figures } = await watched();
  const measured = metrics.measured((request, response) => {
    if (request.url === "/slow") setTimeout(() => response.writeHead(503).end(), 30);
    else response.end("at once");
    return request.url === "/slow" ? "desk" : "page";
  });
  const server = await openServer(0, false, measured);
  closing.push(() => finishRequests(server));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const path of ["/tin-tuc/bi-mat-12?q=An", "/b", "/slow"]) await (await fetch(url + path)).text();
  metrics.looked("hit");
  metrics.looked("miss");
  metrics.looked("hit");
  const said = await figures();
  expect(said).toEqual(
    expect.arrayContaining([
      ...['toasoan_requests_total{kind="page",status="2xx"} 2', 'toasoan_requests_total{kind="desk",status="5xx"} 1'],
      ...['toasoan_cache_lookups_total{found="hit"} 2', 'toasoan_cache_lookups_total{found="miss"} 1'],
      ...['toasoan_answer_seconds_count{kind="page"} 2', 'toasoan_answer_seconds_bucket{le="0.025",kind="desk"} 0'],
    ]),
  );
  expect(said.join("\n")).not.toMatch(/bi-mat|An\b/);
});

test("a stream is counted and not timed: it lasts for as long as somebody looks at a page", async () => {
  const { metrics, figures } = await watched();
  const server = await openServer(
    0,
    false,
    metrics.measured((_, response) => {
      response.end("over");
      return "stream";
    }),
  );
  closing.push(() => finishRequests(server));
  await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)).text();
  const said = await figures();
  expect(said).toContain('toasoan_requests_total{kind="stream",status="2xx"} 1');
  expect(said.filter((line) => line.includes("answer_seconds") && line.includes("stream"))).toEqual([]);
});
