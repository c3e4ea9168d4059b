import { expect, test } from "vitest";
import { type Followed, follow } from "./follow.ts";

const announced = (id: number, xact: bigint) => ({ id, xact, siteId: 1, facts: [`document:${id}`] });
const idsOf = ({ news }: ReturnType<typeof follow>) => news.map(({ id }) => id);

test("the first look tells nothing, for nothing is kept yet", () => {
  const first = follow(null, { horizon: 100n, announcements: [announced(7, 100n)] });
  expect(idsOf(first)).toEqual([]);
  expect(first.followed).toEqual<Followed>({ horizon: 100n, seen: new Set([7]) });
});

test("an announcement is told once, however often it is seen", () => {
  const start: Followed = { horizon: 100n, seen: new Set() };
  const once = follow(start, { horizon: 100n, announcements: [announced(1, 101n)] });
  const twice = follow(once.followed, { horizon: 100n, announcements: [announced(1, 101n)] });
  expect([idsOf(once), idsOf(twice)]).toEqual([[1], []]);
});

test("a transaction that announced first and commits last is heard", () => {
  const start: Followed = { horizon: 100n, seen: new Set() };
  const quick = follow(start, { horizon: 100n, announcements: [announced(2, 105n)] });
  const late = follow(quick.followed, { horizon: 110n, announcements: [announced(1, 100n), announced(2, 105n)] });
  expect([idsOf(quick), idsOf(late)]).toEqual([[2], [1]]);
});

test("what is decided is let go, so that memory does not grow", () => {
  const start: Followed = { horizon: 100n, seen: new Set([1, 2, 3]) };
  const next = follow(start, {
    horizon: 200n,
    announcements: [announced(3, 100n), announced(4, 199n), announced(5, 200n)],
  });
  expect(next.followed.seen).toEqual(new Set([5]));
});
