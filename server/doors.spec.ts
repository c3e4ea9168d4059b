import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DOORS, doorAt } from "./doors.ts";

/** The methods that a route file answers. */
function methodsIn(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const said = [...source.matchAll(/\bexport (?:async )?(?:const|function) ([A-Z]+)\b/g)].map(([, name = ""]) => name);
  return said.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])).sort();
}

const ROUTES = globSync("app/api/**/route.ts").map((file) => ({
  file,
  address: file
    .replace(/^app/, "")
    .replace(/\/route\.ts$/, "")
    .replace(/\[\w+\]/g, "12"),
}));

test.each(ROUTES)("the front knows $address and what it answers", ({ file, address }) => {
  expect([...(doorAt(address)?.methods ?? [])].sort()).toEqual(methodsIn(file));
});

test("no door leads to what is not there", () => {
  const led = new Set(ROUTES.map(({ address }) => doorAt(address)));
  expect(DOORS.filter((door) => !door.isPage && !led.has(door))).toEqual([]);
});

test("what is not named is not served", () => {
  for (const path of [
    "/api",
    "/api/",
    "/api/auth",
    "/api/auth/_log",
    "/api/auth/session",
    "/api/auth/signin",
    "/api/x",
  ])
    expect([path, doorAt(path)]).toEqual([path, undefined]);
  for (const path of ["/api/auth/csrf/", "/api/auth/callback/email", "/api/drafts", "/api/drafts/1/2", "/api//views"])
    expect([path, doorAt(path)]).toEqual([path, undefined]);
});
