import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { documentFact, type Fact, fromNothing, onHome } from "#features/facts/facts.ts";
import type { FactsOf } from "./reads.ts";

/** What a page asks past the queries that say what it was drawn from, nobody would forget it for. */
test("readers' pages ask the database through their queries, and these through what records them", () => {
  const root = join(import.meta.dirname, "..", "..");
  const files = globSync(["features/reading/**/*.ts", "app/{(site),(english)}/**/*.{ts,tsx}"], { cwd: root }).filter(
    (file) => !/\.spec\.ts$/.test(file),
  );
  expect(files.length).toBeGreaterThan(20);
  const importing = (what: RegExp) => files.filter((file) => what.test(readFileSync(join(root, file), "utf8")));
  expect(importing(/["']#db\/(?:client|transaction)\.ts["']/)).toEqual([
    "features/reading/banners-store.ts",
    "features/reading/beside-store.ts",
    "features/reading/english-store.ts",
    "features/reading/front-store.ts",
    "features/reading/lines-store.ts",
    "features/reading/lists-store.ts",
    "features/reading/papers-store.ts",
    "features/reading/pictures-store.ts",
    "features/reading/sitemap-store.ts",
    "features/reading/store.ts",
    "features/reading/topics-store.ts",
    "features/reading/views-store.ts",
    "features/reading/weeks-store.ts",
  ]);
  expect(
    importing(
      /["'](?:\.\/|#features\/reading\/)(?:banners-|beside-|english-|lines-|lists-|pictures-|shares-|sitemap-|views-)?store\.ts["']/,
    ),
  ).toEqual(["features/reading/reads.ts"]);
  expect(importing(/["'](?:\.\/|#(?:db|features)\/)[\w/-]*store\.ts["']/)).toEqual([
    "features/reading/beside-store.ts",
    "features/reading/english-store.ts",
    "features/reading/front-store.ts",
    "features/reading/lines-store.ts",
    "features/reading/lists-store.ts",
    "features/reading/papers-store.ts",
    "features/reading/pictures-store.ts",
    "features/reading/reads.ts",
    "features/reading/shares-store.ts",
    "features/reading/sitemap-store.ts",
    "features/reading/store.ts",
    "features/reading/topics-store.ts",
    "features/reading/views-store.ts",
  ]);
});

test("a query that does not say from what a page is drawn, or why from nothing, does not compile", () => {
  type Queries = { findSome: (siteId: number) => Promise<{ number: number }[]> };
  const rows = (found: { number: number }[]): Fact[] => found.map(({ number }) => documentFact(number));
  const says: FactsOf<Queries>[] = [
    { findSome: (found, siteId) => [onHome(siteId), ...rows(found)] },
    { findSome: () => fromNothing("it never changes") },
    // @ts-expect-error it forgot
    { findSome: () => [] },
    // @ts-expect-error of an empty answer it says nothing
    { findSome: (found) => rows(found) },
    // @ts-expect-error nothing is no reason
    { findSome: () => undefined },
    // @ts-expect-error no address is a fact
    { findSome: () => ["/dang-doan-the"] },
    // @ts-expect-error it is not there
    {},
  ];
  expect(says).toHaveLength(7);
});
