import { expect, test, vi } from "vitest";
import type { Site } from "#features/reading/types.ts";
import { log } from "#lib/log.ts";
import { makeSites } from "./sites.ts";

const site = (id: number, host: string | null) => ({ id, key: `site-${id}`, host }) as Site;

test("a host name stands for its site, however it is written", async () => {
  const sites = makeSites(async () => [site(1, "sen-ho.example"), site(2, "Tan-Lap.example")], "http://localhost:3000");
  await sites.reload();
  expect(sites.of("TAN-LAP.example")?.id).toBe(2);
});

test("an unknown name stands for the site at SITE_URL, else for the first", async () => {
  const both = [site(1, null), site(2, "tan-lap.example")];
  const atSecond = makeSites(async () => both, "https://tan-lap.example");
  const nowhere = makeSites(async () => both, "https://elsewhere.example");
  await Promise.all([atSecond.reload(), nowhere.reload()]);
  expect([atSecond.of("10.0.0.1")?.id, atSecond.of(undefined)?.id, nowhere.of("10.0.0.1")?.id]).toEqual([2, 2, 1]);
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
