import { beforeAll, expect, test } from "vitest";
import { type Root, rootOf } from "#features/moves/testing.ts";
import { publishedWeek } from "#features/moves/testing-root.ts";
import { oneHouse } from "./house.ts";
import { asleep, verdict } from "./testing.ts";

const { house, sql, owner } = oneHouse();
const root = {} as Root;
let live = 0;
beforeAll(async () => {
  Object.assign(root, await rootOf(house.office));
  live = await publishedWeek(root, "2026-11-30");
});

const made = (slug: string, monday: string | null, kind = "week") => {
  const { siteId, reporter } = house.office;
  const card = monday === null ? "{}" : JSON.stringify({ monday });
  return `insert into documents (site_id, kind, created_by, slug, card)
    values (${siteId}, '${kind}', ${reporter.personId}, '${slug}', '${card}')`;
};
const asleepOf = (...statements: string[]) => asleep(owner, "documents", ...statements);

test("of a week readers know one calendar, and another kind may have such an address", async () => {
  const again = made("2026-w50", "2026-12-07");
  expect(await asleepOf(again)).toBe("allowed");
  expect(await asleepOf(again, again)).toBe("one_calendar_for_a_week");
  expect(await asleepOf(made("2026-w49", "2026-11-30"))).toBe("one_calendar_for_a_week");
  expect(await asleepOf(made("2026-w49", null, "topic"))).toBe("allowed");
});

test("a calendar stands under the week whose Monday it names, and under nothing else", async () => {
  for (const [slug, monday] of [
    ["2026-w50", "2026-12-08"],
    ["2026-w50", "2026-12-14"],
    ["2026-w50", "07/12/2026"],
    ["2026-w50", ""],
    ["2026-w50", null],
    ["tuan-nay", "2026-12-07"],
    ["2026-W50", "2026-12-07"],
    ["2027-w00", "2026-12-28"],
  ] as const)
    expect([slug, monday, await asleepOf(made(slug, monday))]).toEqual([
      ...[slug, monday, "a_calendar_stands_under_its_week"],
    ]);
  for (const [slug, monday] of [
    ["2026-w53", "2026-12-28"],
    ["2025-w01", "2024-12-30"],
    ["2027-w09", "2027-03-01"],
  ] as const)
    expect([slug, await asleepOf(made(slug, monday))]).toEqual([slug, "allowed"]);
});

test("a calendar that readers know keeps its week", async () => {
  expect(await verdict(sql, `update documents set slug = '2026-w50' where id = ${live}`)).not.toBe("allowed");
  expect(await verdict(sql, `update documents set card = '{"monday":"2026-12-07"}' where id = ${live}`)).not.toBe(
    "allowed",
  );
});
