import { expect, test } from "vitest";
import { type Count, makeTally } from "./tally.ts";

const at = (time: string) => new Date(`2021-06-23T${time}Z`);
const seen = (articleId: number, siteId = 1) => ({ siteId, articleId });
const hour = at("10:00:00").getTime();

async function flushed(tally: ReturnType<typeof makeTally>): Promise<Count[]> {
  let seen: Count[] = [];
  await tally.flush(async (counts) => {
    seen = counts;
  });
  return seen;
}

test("views of an article in one hour are one number", async () => {
  const tally = makeTally();
  for (const time of ["10:00:00", "10:59:59", "11:00:00"]) tally.add(seen(7), at(time));
  expect(await flushed(tally)).toEqual([
    { siteId: 1, articleId: 7, hour, views: 2 },
    { siteId: 1, articleId: 7, hour: hour + 3_600_000, views: 1 },
  ]);
});

test("a number that two sites' pages name is counted apart", async () => {
  const tally = makeTally();
  for (const site of [1, 2, 1]) tally.add(seen(7, site), at("10:00:00"));
  expect(await flushed(tally)).toEqual([
    { siteId: 1, articleId: 7, hour, views: 2 },
    { siteId: 2, articleId: 7, hour, views: 1 },
  ]);
});

test("what was handed over is not handed over again", async () => {
  const tally = makeTally();
  tally.add(seen(7), at("10:00:00"));
  await flushed(tally);
  expect(await flushed(tally)).toEqual([]);
});

test("a flush that failed keeps its views, and those that came meanwhile", async () => {
  const tally = makeTally();
  tally.add(seen(7), at("10:00:00"));
  const failing = tally.flush(async () => {
    tally.add(seen(7), at("10:00:01"));
    throw new Error("no database");
  });
  await expect(failing).rejects.toThrow("no database");
  expect(await flushed(tally)).toEqual([{ siteId: 1, articleId: 7, hour, views: 2 }]);
});

test("made-up numbers cannot fill the memory", async () => {
  const tally = makeTally(2);
  for (const number of [1, 2, 3, 1]) tally.add(seen(number), at("10:00:00"));
  expect(await flushed(tally)).toEqual([
    { siteId: 1, articleId: 1, hour, views: 2 },
    { siteId: 1, articleId: 2, hour, views: 1 },
  ]);
});
