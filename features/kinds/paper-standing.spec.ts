import { expect, test } from "vitest";
import { endOf, standingOn, standsUntil } from "./paper-standing.ts";

const holds = (effectiveOn: string | null, endsOn: string | null) => ({ effectiveOn, endsOn });

test("a paper holds from its first day on, and no more on the day on which it ends", () => {
  const paper = holds("2026-07-01", "2026-12-31");
  expect(standingOn("2026-06-30", paper)).toBe("to_come");
  expect(standingOn("2026-07-01", paper)).toBe("in_force");
  expect(standingOn("2026-12-30", paper)).toBe("in_force");
  expect(standingOn("2026-12-31", paper)).toBe("ended");
});

test("nothing is said of a paper that says nothing, until something ends it", () => {
  expect(standingOn("2026-07-01", holds(null, null))).toBeNull();
  expect(standingOn("2026-07-01", holds(null, "2026-07-02"))).toBeNull();
  expect(standingOn("2026-07-02", holds(null, "2026-07-02"))).toBe("ended");
});

test("a paper that was replaced before it held has ended", () => {
  expect(standingOn("2026-07-01", holds("2026-09-01", "2026-07-01"))).toBe("ended");
});

test("what is said of it changes at midnight here, and after its end never again", () => {
  const paper = holds("2026-07-01", "2026-12-31");
  expect(standsUntil("2026-06-30", paper)?.toISOString()).toBe("2026-06-30T17:00:00.000Z");
  expect(standsUntil("2026-07-01", paper)?.toISOString()).toBe("2026-12-30T17:00:00.000Z");
  expect(standsUntil("2026-12-31", paper)).toBeNull();
  expect(standsUntil("2026-07-01", holds("2026-07-01", null))).toBeNull();
});

test("it ends by its own words, or with the first that holds in its place, whichever comes first", () => {
  const next = (effectiveOn: string | null, issuedOn = "2026-05-01") => ({ effectiveOn, issuedOn });
  expect(endOf({ expiresOn: null }, [])).toBeNull();
  expect(endOf({ expiresOn: "2026-12-31" }, [next("2026-08-01"), next("2026-07-01")])).toBe("2026-07-01");
  expect(endOf({ expiresOn: "2026-06-01" }, [next("2026-07-01")])).toBe("2026-06-01");
  expect(endOf({ expiresOn: null }, [next(null, "2026-05-01")])).toBe("2026-05-01");
});
