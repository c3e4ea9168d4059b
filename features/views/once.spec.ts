import { expect, test } from "vitest";
import { makeOnce, ONE_READING_MS } from "./once.ts";

function withClock(most?: number) {
  let time = 0;
  const once = makeOnce({ ...(most === undefined ? {} : { most }), now: () => time });
  return { once, at: (ms: number) => (time = ms) };
}

test("a client counts once for each article, and each client for itself", () => {
  const { once } = withClock();
  const seen = [1, 1, 2, 1].map((article) => once.isNew("203.0.113.7", article));
  expect(seen).toEqual([true, false, true, false]);
  expect([once.isNew("203.0.113.8", 1), once.isNew("203.0.113.8", 1)]).toEqual([true, false]);
});

test("half an hour after a view that counted the next one does, whenever the salt is changed meanwhile", () => {
  for (const begins of [0, 1, ONE_READING_MS / 2, ONE_READING_MS - 1, ONE_READING_MS, 7 * ONE_READING_MS + 3]) {
    const { once, at } = withClock();
    at(begins);
    expect(once.isNew("a", 1)).toBe(true);
    for (let later = 1; later < ONE_READING_MS; later += 60_000) {
      at(begins + later);
      expect([begins, later, once.isNew("a", 1)]).toEqual([begins, later, false]);
    }
    at(begins + ONE_READING_MS - 1);
    expect(once.isNew("a", 1)).toBe(false);
    at(begins + ONE_READING_MS);
    expect([once.isNew("a", 1), once.isNew("a", 1)]).toEqual([true, false]);
  }
});

test("made-up numbers and addresses cannot fill the memory", () => {
  const { once } = withClock(100);
  for (let number = 0; number < 1_000; number += 1) expect(once.isNew(`client ${number}`, number)).toBe(true);
  expect(once.isNew("client 999", 999)).toBe(false);
  expect(once.isNew("client 0", 0)).toBe(true);
});
