import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { SCHEME_HEADER } from "#features/edge/same-origin.ts";
import { identifyClient, nameRequest, REQUEST_ID } from "./client.ts";

function request(headers: Record<string, string>): IncomingMessage {
  return { headers: { host: "sen-ho.example", ...headers }, socket: { remoteAddress: "198.51.100.9" } } as never;
}

const FORGED = {
  "x-forwarded-for": "1.2.3.4",
  "x-forwarded-host": "evil.example",
  "x-forwarded-proto": "https",
  "x-newsroom-scheme": "https",
  "x-forwarded-port": "1",
  forwarded: "for=1.2.3.4",
  "x-real-ip": "1.2.3.4",
  "x-middleware-subrequest": "proxy",
};

test("what a client claims about itself is thrown away", () => {
  const asked = request(FORGED);
  expect(identifyClient(asked, false)).toBe("198.51.100.9");
  expect(asked.headers).toMatchObject({
    host: "sen-ho.example",
    "x-forwarded-for": "198.51.100.9",
    "x-forwarded-host": "sen-ho.example",
    "x-forwarded-proto": "http",
    [SCHEME_HEADER]: "http",
  });
  for (const claim of ["x-forwarded-port", "forwarded", "x-real-ip", "x-middleware-subrequest"]) {
    expect(asked.headers).not.toHaveProperty(claim);
  }
});

test("what Next asks for while it answers somebody is asked by them, at the site where they are", () => {
  const asked = request({});
  identifyClient(asked, false);
  const copied = { ...(asked.headers as Record<string, string>), host: "localhost:3000" };
  const within = { headers: copied, socket: { remoteAddress: "127.0.0.1" } } as never as IncomingMessage;
  expect(identifyClient(within, false)).toBe("198.51.100.9");
  expect(within.headers).toMatchObject({ host: "sen-ho.example", "x-forwarded-host": "sen-ho.example" });

  const guessed = request({ ...FORGED, "x-passed-on-by": "0".repeat(32) });
  expect(identifyClient(guessed, false)).toBe("198.51.100.9");
});

test("of a trusted proxy the last word counts, for a client may have put words before it", () => {
  const asked = request({ ...FORGED, "x-forwarded-for": "1.2.3.4, 203.0.113.7" });
  expect(identifyClient(asked, true)).toBe("203.0.113.7");
  expect(asked.headers).toMatchObject({ host: "evil.example", [SCHEME_HEADER]: "https" });
});

test("behind a proxy with TLS Next asks this port in the words it speaks, and whoever pressed still came by https", () => {
  const asked = request({ "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.7" });
  identifyClient(asked, true);
  expect(asked.headers).toMatchObject({ "x-forwarded-proto": "http", [SCHEME_HEADER]: "https" });
  const copied = { ...(asked.headers as Record<string, string>), host: "localhost:3000" };
  const within = { headers: copied, socket: { remoteAddress: "127.0.0.1" } } as never as IncomingMessage;
  expect(identifyClient(within, true)).toBe("203.0.113.7");
  expect(within.headers).toMatchObject({ "x-forwarded-proto": "http", [SCHEME_HEADER]: "https" });
});

test("a trusted proxy that says nothing leaves the socket's word", () => {
  const asked = request({});
  expect(identifyClient(asked, true)).toBe("198.51.100.9");
  expect(asked.headers["x-forwarded-host"]).toBe("sen-ho.example");
});

test.each([
  ["203.0.113.7:54321", "203.0.113.7"],
  ["[2001:db8::7]:54321", "2001:db8::7"],
  ["2001:db8::7", "2001:db8::7"],
  ["unknown", "198.51.100.9"],
  ["<script>", "198.51.100.9"],
])("of a proxy that says %s the address is %s", (said, address) => {
  expect(identifyClient(request({ "x-forwarded-for": said }), true)).toBe(address);
});

test("a proxy speaks https or http and nothing else", () => {
  for (const [said, meant] of [
    ["HTTPS", "https"],
    ["javascript", "http"],
    ["", "http"],
  ]) {
    const asked = request({ "x-forwarded-proto": said ?? "" });
    identifyClient(asked, true);
    expect(asked.headers[SCHEME_HEADER]).toBe(meant);
  }
});

/** How a request is called that comes in so. */
function named(said: string | undefined, trustProxy: boolean): string {
  const asked = request(said === undefined ? {} : { [REQUEST_ID]: said });
  identifyClient(asked, trustProxy);
  const name = nameRequest(asked);
  expect(asked.headers[REQUEST_ID]).toBe(name);
  return name;
}

test("each request has a name of its own, short enough to be read out", () => {
  const names = Array.from({ length: 100 }, () => named(undefined, false));
  expect(new Set(names).size).toBe(100);
  for (const name of names) expect(name).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}$/);
});

test("the name that a trusted proxy gave it stays, and nobody else's", () => {
  expect(named("01JDQ-a.b:c", true)).toBe("01JDQ-a.b:c");
  expect(named("01JDQ-a.b:c", false)).not.toBe("01JDQ-a.b:c");
  for (const bad of ["a b", "<script>", "ế", "a".repeat(65), ""]) expect(named(bad, true)).not.toBe(bad);
});

test("what Next asks for while it answers somebody goes by their request's name", () => {
  const asked = request({});
  identifyClient(asked, false);
  const name = nameRequest(asked);
  const within = { headers: { ...asked.headers }, socket: { remoteAddress: "127.0.0.1" } } as never as IncomingMessage;
  identifyClient(within, false);
  expect(nameRequest(within)).toBe(name);
});
