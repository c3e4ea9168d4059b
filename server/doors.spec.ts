import { expect, test } from "vitest";
import { filledIn, PAGES, ROUTES } from "#features/edge/testing-ways-in.ts";
import { DOORS, doorAt } from "./doors.ts";

/** What the front hands on to Next for whoever asks; the others it asks for itself, in the names of readers. */
const OURS = ROUTES.filter(([address]) => address.startsWith("/api/"));
const ADDRESSES = [...new Set(OURS.map(([address]) => address))];

test.each(ADDRESSES)("the front knows %s and what it answers", (address) => {
  const methods = OURS.filter(([one]) => one === address).flatMap(([, method]) => answeredAs(method));
  expect([...(doorAt(filledIn(address))?.methods ?? [])].sort()).toEqual(methods.sort());
});

/** Next answers HEAD by what answers GET. */
const answeredAs = (method: string): string[] => (method === "GET" ? ["GET", "HEAD"] : [method]);

test("the front knows the pages of staff, and of whoever wants to become it", () => {
  const pages = Object.entries(PAGES).filter(([, guard]) => guard !== "readers");
  const unknown = pages.filter(([address]) => !doorAt(filledIn(address))?.isPage);
  expect(unknown).toEqual([]);
});

test("no door leads to what is not there", () => {
  const led = new Set(ADDRESSES.map((address) => doorAt(filledIn(address))));
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
