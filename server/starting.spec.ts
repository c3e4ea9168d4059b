import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reportOn } from "#lib/readiness.ts";
import { finishRequests, openServer } from "./http.ts";
import { answerStarting } from "./starting.ts";

let server: Server;
let url: string;
beforeAll(async () => {
  server = await openServer(0, false, (request, response) => void answerStarting(request, response, COMMON, READERS));
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => finishRequests(server));

const COMMON = { "X-Content-Type-Options": "nosniff" };
const READERS = { ...COMMON, "X-Frame-Options": "DENY" };

test("while the product starts its health says what is missing, as it does later", async () => {
  reportOn("database", () => undefined);
  for (const path of ["/api/health", "/api/health?from=monitor"]) {
    const answer = await fetch(url + path);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toEqual({
      ready: false,
      reasons: ["migrations: not started yet", "follower: not started yet", "front: not started yet"],
    });
  }
});

test("every other address gets a page that says to come back", async () => {
  for (const path of ["/", "/tin-tuc", "/desk", "/api/healthy"]) {
    const answer = await fetch(url + path);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(answer.headers.get("retry-after")).toBe("10");
  }
});
