import { beforeEach, expect, test } from "vitest";
import { drafted, submitted } from "#features/moves/testing.ts";
import { officeForEach } from "#features/moves/testing-office.ts";
import { type Follower, follow } from "./follow.ts";
import { stalledFollowers, whyNotFollowed } from "./queries.ts";

const { office, rows, bend } = officeForEach();
beforeEach(() => rows("delete from followers"));

const follower = (change: Partial<Follower> = {}): Follower => ({
  ...{ name: "tested", from: "now", hear: async () => undefined },
  ...change,
});
const all = async (one: Follower) => {
  while ((await follow(one)) > 0);
};
/** Everything that was done until now was done so long ago. */
async function longAgo(minutes: number): Promise<void> {
  await bend("update events set at = at - make_interval(mins => $1)", [minutes]);
  await bend("update followers set moved_at = moved_at - make_interval(mins => $1)", [minutes]);
}
const since = async () => (await stalledFollowers()).map(({ name, since }) => [name, minutesAgo(since)]);
const minutesAgo = (moment: Date) => Math.round((Date.now() - moment.getTime()) / 60_000);

test("a follower that fails at an event stands still since then, also while others come on", async () => {
  await all(follower());
  await all(follower({ name: "another" }));
  await submitted(office);
  await longAgo(60);
  const broken = follower({ hear: () => Promise.reject(new Error("no")) });
  await expect(follow(broken)).rejects.toThrow("no");
  await all(follower({ name: "another" }));
  expect(await since()).toEqual([["tested", 60]]);
  expect(await whyNotFollowed()).toMatch(/^tested has stood still since \d{4}-\d\d-\d\dT[\d:.]+Z$/);
  await all(follower());
  expect([await since(), await whyNotFollowed()]).toEqual([[], undefined]);
});

test("what was heard before the event that it fails at is no reason: it stands still since it moved last", async () => {
  await all(follower());
  await drafted(office);
  await submitted(office);
  await longAgo(60);
  expect(await follow(follower(), 1)).toBe(1);
  expect(await since()).toEqual([]);
  await longAgo(20);
  expect(await since()).toEqual([["tested", 20]]);
});

test("nights in which nothing happens, and what has just happened, are nobody's fault", async () => {
  await all(follower());
  await submitted(office);
  await all(follower());
  await longAgo(600);
  expect(await since()).toEqual([]);
  await submitted(office);
  expect(await since()).toEqual([]);
  await longAgo(6);
  expect(await since()).toEqual([["tested", 6]]);
});

test("one that goes through the history from its beginning stands still as well", async () => {
  await submitted(office);
  await bend("update events set xact = '0'");
  expect(await follow(follower({ from: "beginning" }), 1)).toBe(1);
  expect(await since()).toEqual([]);
  await longAgo(30);
  expect(await since()).toEqual([["tested", 30]]);
});
