import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import type { Fact } from "#features/facts/facts.ts";
import { makeReply } from "./reply.ts";
import { makeToCaches, surrogateKey, surrogateKeys } from "./surrogate.ts";

const NOW = Date.parse("2026-11-30T03:00:00Z");
const A_CACHE = { "surrogate-capability": 'varnish="Surrogate/1.0"' };
const asked = (url = "/tin-tuc", headers: Record<string, string> = A_CACHE) =>
  ({ url, headers }) as unknown as IncomingMessage;

const same = Buffer.from("trang");
const BYTES = { type: "text/html", etag: '"a"', encoded: { br: same, gzip: same, identity: same }, isTight: true };
function kept({ keep = true, until = null as number | null, facts = ["document:12"] as Fact[] } = {}) {
  return { ...makeReply(200, BYTES, {}, keep, until), keys: surrogateKeys(facts) };
}

function toCaches({ canForget = true, keepForMs = 10_000 } = {}) {
  return makeToCaches({ keepForMs, canForget: () => canForget, now: () => NOW });
}

test("a cache hears how long it may keep a page, and by which keys it is to be forgotten", () => {
  const said = toCaches()(asked(), kept({ facts: ["document:12", "site:1"] }));
  expect(said).toEqual([
    "X-Accel-Expires",
    "10",
    "Surrogate-Key",
    `${surrogateKey("document:12")} ${surrogateKey("site:1")}`,
  ]);
});

test("what an hour ends is kept until then at most, and not at all in its last second", () => {
  const ofSeconds = (seconds: number) => toCaches()(asked(), kept({ until: NOW + seconds * 1_000 }))[1];
  expect([ofSeconds(60), ofSeconds(7.9), ofSeconds(0.9), ofSeconds(-1)]).toEqual(["10", "7", undefined, undefined]);
});

test.each<[string, Parameters<ReturnType<typeof toCaches>>, Parameters<typeof toCaches>[0]]>([
  ["a browser", [asked("/tin-tuc", {}), kept()], {}],
  ["whoever adds a query", [asked("/tin-tuc?x=1"), kept()], {}],
  ["who gets what is made anew each time", [asked(), kept({ keep: false })], {}],
  ["a cache that we could not have forget it", [asked(), kept()], { canForget: false }],
  ["a cache where nothing may outlast us", [asked(), kept()], { keepForMs: 0 }],
  ["who gets what we have not kept", [asked(), { ...kept(), keys: undefined } as never], {}],
])("%s hears nothing of it", (_, parts, how) => {
  expect(toCaches(how)(...parts)).toEqual([]);
});

test("a key says nothing of what it stands for, and sixty of them are short", () => {
  const facts = Array.from({ length: 60 }, (_, at): Fact => `list:section:${at}:2026-11-28`);
  const keys = surrogateKeys(facts) ?? "";
  expect(keys).toMatch(/^[0-9a-f]{8}( [0-9a-f]{8}){59}$/);
  expect(new Set(keys.split(" ")).size).toBe(60);
  expect(keys.length).toBeLessThan(600);
});

test("a page of more facts than a head can hold is kept by no cache", () => {
  const facts = Array.from({ length: 301 }, (_, at): Fact => `document:${at}`);
  expect(surrogateKeys(facts)).toBeNull();
  expect(toCaches()(asked(), kept({ facts }))).toEqual([]);
});
