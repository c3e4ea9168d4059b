import { expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { startFrom } from "#features/demo/start-from.ts";
import { carryOut } from "#features/moves/commands.ts";
import { anOffice, aText, type Office, published, seen } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { addViews } from "#features/views/store.ts";
import { HOUR_MS } from "#lib/dates.ts";
import { statistics } from "./statistics.ts";

const { rows } = oneOffice();

const NOW = new Date("2026-11-28T10:20:00Z");
const read = (office: Office, articleId: number, when: Date, views: number) =>
  addViews([{ siteId: office.siteId, articleId, hour: Math.floor(when.getTime() / HOUR_MS) * HOUR_MS, views }]);

test("views are counted by the days and months of the site's own clock, empty ones as well, and all in all", async () => {
  const office = await anOffice();
  const id = await published(office);
  // 17:00 by UTC is midnight here.
  await read(office, id, new Date("2026-11-27T16:59:00Z"), 3);
  await read(office, id, new Date("2026-11-27T17:00:00Z"), 5);
  await read(office, id, new Date("2026-11-28T09:00:00Z"), 2);
  await read(office, id, new Date("2026-10-01T09:00:00Z"), 10);
  await read(office, id, new Date("2020-01-01T09:00:00Z"), 100);
  const found = await statistics(office.siteId, NOW);
  expect(found.days).toHaveLength(30);
  expect(found.days.slice(0, 3)).toEqual([
    { date: "2026-11-28", views: 7 },
    { date: "2026-11-27", views: 3 },
    { date: "2026-11-26", views: 0 },
  ]);
  expect(found.days.at(-1)?.date).toBe("2026-10-30");
  expect(found.months).toHaveLength(12);
  expect(found.months.slice(0, 3)).toEqual([
    { date: "2026-11", views: 10 },
    { date: "2026-10", views: 10 },
    { date: "2026-09", views: 0 },
  ]);
  expect([found.all, found.imported]).toEqual([120, 0]);
  expect(found.until).toEqual(new Date("2026-11-28T11:00:00Z"));
});

test("views that an article brought along are said apart, from the day on which readers get it, and stay when it goes", async () => {
  const office = await anOffice();
  const imported = { views: 1_265, batchId: null, migrated: true };
  const content = aText(office.party, { slug: "bai-cu", datedAt: "2019-06-23T03:27:00.000Z" });
  const id = await transaction((tx) => startFrom(tx, office.reporter, "article", { content, imported }));
  expect(await statistics(office.siteId, NOW)).toMatchObject({ all: 0, imported: 0 });
  await carryOut(office.reporter, "submit", id, {});
  await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
  expect(await statistics(office.siteId, NOW)).toMatchObject({ all: 0, imported: 1_265 });
  await carryOut(office.approver, "withdraw", id, { reason: "error" });
  await carryOut(office.approver, "restore", id, {});
  expect(await statistics(office.siteId, NOW)).toMatchObject({ all: 0, imported: 1_265 });
});

test("the most read are those of the last hours that readers still get, by what was counted here alone", async () => {
  const office = await anOffice();
  const [one, two, gone] = [await published(office), await published(office), await published(office)];
  const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS);
  await read(office, one, ago(2), 3);
  await read(office, two, ago(2), 5);
  await read(office, one, ago(50), 9);
  await read(office, gone, ago(1), 99);
  await read(office, two, ago(24 * 8), 999);
  await carryOut(office.approver, "withdraw", gone, { reason: "error" });
  const other = await anOffice();
  await read(other, await published(other), ago(1), 50);
  const [day, week] = (await statistics(office.siteId, new Date())).mostRead;
  const views = (of: typeof day) => of?.cards.map((card) => [card.number, card.views]);
  expect(views(day)).toEqual([
    [two, 5],
    [one, 3],
  ]);
  expect(views(week)).toEqual([
    [one, 12],
    [two, 5],
  ]);
});

test("who adds views at once waits for nobody, and none is lost", async () => {
  const office = await anOffice();
  const ids = [await published(office), await published(office)];
  await Promise.all(Array.from({ length: 40 }, (_, at) => read(office, ids[at % 2] ?? 0, NOW, 1)));
  expect(await statistics(office.siteId, NOW)).toMatchObject({ all: 40 });
  const [{ sum }] = await rows(
    "select sum(v.count)::integer from article_views v join documents d on d.id = v.article_id where d.site_id = $1",
    [office.siteId],
  );
  expect(sum).toBe(40);
});
