import type { IncomingMessage } from "node:http";
import { expect, test, vi } from "vitest";
import type { Site } from "#features/reading/types.ts";
import { log } from "#lib/log.ts";
import { identifyClient } from "./client.ts";
import { makeSites } from "./sites.ts";

const site = (id: number, host: string | null) => ({ id, key: `site-${id}`, host }) as Site;

test("the sites that were read last are those that hosts stand for", async () => {
  const known = [site(1, "sen-ho.example")];
  const sites = makeSites(async () => known, "http://localhost:3000");
  expect(sites.of("sen-ho.example")).toBeNull();
  await sites.reload();
  expect([sites.of("SEN-HO.example."), sites.of("tan-lap.example")].map((found) => found?.id)).toEqual([1, 1]);
  known.push(site(2, "tan-lap.example"));
  await sites.reload();
  expect(sites.of("tan-lap.example")?.id).toBe(2);
});

test("which site is asked is what the client typed; what it claims counts only behind a proxy that is trusted", async () => {
  const sites = makeSites(async () => [site(1, "sen-ho.example"), site(2, "tan-lap.example")], "http://localhost:3000");
  await sites.reload();
  const asked = (trustProxy: boolean) => {
    const headers = { host: "sen-ho.example", "x-forwarded-host": "tan-lap.example" };
    const request = { headers, socket: { remoteAddress: "198.51.100.9" } } as never as IncomingMessage;
    identifyClient(request, trustProxy);
    return sites.of(request.headers.host)?.id;
  };
  expect([asked(false), asked(true)]).toEqual([1, 2]);
});

test("an answer that was overtaken by a newer one is dropped", async () => {
  const slow = Promise.withResolvers<Site[]>();
  const answers = [slow.promise, Promise.resolve([site(2, null)])];
  const sites = makeSites(() => answers.shift() ?? Promise.resolve([]), "http://localhost:3000");
  const first = sites.reload();
  await sites.reload();
  slow.resolve([site(1, null)]);
  await first;
  expect(sites.of("x")?.id).toBe(2);
});

test("whoever waited for sites when they were read anew has them then", async () => {
  const [first, second] = [Promise.withResolvers<Site[]>(), Promise.withResolvers<Site[]>()];
  const answers = [first.promise, second.promise];
  const sites = makeSites(() => answers.shift() ?? Promise.resolve([]), "http://localhost:3000");
  const found = sites.reload().then(() => sites.of("x")?.id);
  const overtaking = sites.reload();
  first.resolve([site(1, null)]);
  await first.promise;
  second.resolve([site(2, null)]);
  expect(await found).toBe(2);
  await overtaking;
});

test("a database that does not answer is asked again until it does", async () => {
  const logged = vi.spyOn(log, "error").mockImplementation(() => undefined);
  let away = 3;
  const load = async () => {
    away -= 1;
    if (away >= 0) throw new Error("no database");
    return [site(1, null)];
  };
  const sites = makeSites(load, "http://localhost:3000", 1);
  await sites.reload();
  expect(sites.of("x")?.id).toBe(1);
  expect(logged).toHaveBeenCalledOnce();
});
