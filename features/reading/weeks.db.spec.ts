import { beforeEach, expect, test } from "vitest";
import { calledWeek } from "#features/kinds/week.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import { anOffice, published, type Root, rootOf, seen, storyOf } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { aWeek, publishAtRoot, publishedWeek, typeAtRoot } from "#features/moves/testing-root.ts";
import { daysAfter, isoDayOf, mondayOf } from "#lib/dates.ts";
import { find } from "./find.ts";
import { goneDocument } from "./queries.ts";
import { sitemap } from "./sitemap.ts";
import { liveWeek, weekFrom, weeksBeside } from "./weeks.ts";

const { rows, office } = oneOffice();
const MONDAY = "2026-11-30";
const PATH = "/lich-cong-tac/2026-w49";
let siteId = 0;
let root: Root;
// Each test has a site of its own: a week has one calendar.
beforeEach(async () => {
  const other = await anOffice();
  siteId = other.siteId;
  root = await rootOf(other);
});

const at = (path: string, site = siteId) => find(site, path, "");
const updated = async (id: number, change: Parameters<typeof typeAtRoot>[2]) => {
  await carryOut(root.editor, "revise", id, {});
  await typeAtRoot(root.editor, id, change);
  await publishAtRoot(root, id);
};

test("a calendar has its address and its place in the sitemap once two people have confirmed it, and not before", async () => {
  const id = await start(root.editor, "week");
  await typeAtRoot(root.editor, id, aWeek(MONDAY));
  expect(await at(PATH)).toEqual({ kind: "unknown" });
  expect(await sitemap(siteId, "https://thu.example")).not.toContain("lich-cong-tac");
  await publishAtRoot(root, id);
  expect(await at(PATH)).toEqual({ kind: "week", path: PATH, number: id });
  const listed = await sitemap(siteId, "https://thu.example");
  for (const path of ["/lich-cong-tac", PATH]) expect(listed).toContain(`<loc>https://thu.example${path}</loc>`);
  expect((await liveWeek(siteId, id))?.content.entries).toHaveLength(1);
});

test("an address is one in all its spellings, and none of a week that nobody has, or that no year has", async () => {
  const id = await publishedWeek(root, MONDAY);
  for (const path of ["/lich-cong-tac/2026-W49", "/LICH-CONG-TAC/2026-w49", "/lich-cong-tac/2026w49", `/x/y-${id}`])
    expect([path, await at(path)]).toEqual([path, { kind: "week", path: PATH, number: id }]);
  for (const path of ["2026-w50", "2026-w54", "2026-w00", "2026-w", "2026-w49/trang/2", "hom-nay", "20260-w49"])
    expect([path, await at(`/lich-cong-tac/${path}`)]).toEqual([path, { kind: "unknown" }]);
  expect(await at("/lich-cong-tac")).toEqual({ kind: "weeks", path: "/lich-cong-tac" });
  expect(await at(PATH, office.siteId)).toEqual({ kind: "unknown" });
});

test("the number in an address of a week is none of an article", async () => {
  const article = await published(office);
  for (const path of [`/lich-cong-tac/${article}-w49`, `/lich-cong-tac/2026-w${article}`])
    expect([path, (await find(office.siteId, path, "")).kind]).toEqual([path, "unknown"]);
});

test("a week without a calendar leads to those beside it, and each to the nearest, over gaps and years", async () => {
  expect(await weekFrom(siteId, MONDAY)).toEqual({ monday: MONDAY, live: null, taken: null });
  for (const monday of ["2025-12-22", "2026-11-16", "2026-11-23", "2027-01-04"]) await publishedWeek(root, monday);
  const beside = await weeksBeside(siteId, "2026-w49");
  expect(beside).toMatchObject({
    year: 2026,
    before: { path: "/lich-cong-tac/2026-w48", number: 48, monday: "2026-11-23" },
    after: { path: "/lich-cong-tac/2027-w01" },
    yearBefore: { slug: "2025-w52", year: 2025 },
    yearAfter: { slug: "2027-w01", year: 2027 },
  });
  expect(beside.ofYear.map(({ slug }) => slug)).toEqual(["2026-w47", "2026-w48"]);
  expect(await weeksBeside(office.siteId, "2026-w49")).toMatchObject({ before: null, after: null, ofYear: [] });
});

test("a change of a live calendar is an update like any other, and its page alone is told", async () => {
  const id = await publishedWeek(root, MONDAY);
  expect((await liveWeek(siteId, id))?.updatedAt).toBeNull();
  const [{ last }] = await rows("select coalesce(max(id), 0) as last from announcements");
  const [entry] = aWeek(MONDAY).entries ?? [];
  await updated(id, { entries: entry ? [{ ...entry, state: "postponed" }] : [] });
  expect((await weekFrom(siteId, MONDAY)).live).toMatchObject({
    content: { entries: [{ state: "postponed" }] },
    updatedAt: expect.any(Date),
  });
  const told = await rows("select facts from announcements where id > $1 and site_id = $2", [last, siteId]);
  const facts = told.flatMap((one) => one.facts as string[]);
  expect(facts).toContain(`document:${id}`);
  expect(facts).not.toContain(`list:weeks:${siteId}`);
});

test("of two drafts of one week the second is pointed out, and refused by a sentence once readers have the first", async () => {
  const first = await start(root.editor, "week");
  await typeAtRoot(root.editor, first, aWeek(MONDAY));
  const second = await start(root.approver, "week");
  await typeAtRoot(root.approver, second, aWeek(MONDAY));
  await publishAtRoot(root, first);
  await expect(carryOut(root.approver, "submit", second, {})).rejects.toThrow("đã có lịch khác");
});

test("of two calendars of one week that are published at the same moment readers get one, and the other is refused by a sentence", async () => {
  const both: number[] = [];
  for (const _ of [1, 2]) {
    const id = await start(root.editor, "week");
    await typeAtRoot(root.editor, id, aWeek(MONDAY));
    await carryOut(root.editor, "submit", id, {});
    both.push(id);
  }
  const shown = await Promise.all(both.map((id) => seen(root.approver, id)));
  const outcomes = await Promise.allSettled(
    both.map((id, at) => carryOut(root.approver, ["approve", "publish"], id, shown[at] ?? {})),
  );
  const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
  expect(refused).toEqual([expect.stringContaining("Tuần này đã có lịch khác")]);
  const live = await rows("select id from documents where site_id = $1 and kind = 'week' and visibility = 'live'", [
    siteId,
  ]);
  expect(live).toHaveLength(1);
});

test("a calendar that readers know stays that of its week, however it is sent", async () => {
  const id = await publishedWeek(root, MONDAY);
  await carryOut(root.editor, "revise", id, {});
  await expect(typeAtRoot(root.editor, id, aWeek("2026-12-07"))).rejects.toThrow("không đổi đường dẫn");
  await expect(typeAtRoot(root.editor, id, { monday: "2026-12-01" })).rejects.toThrow();
});

test("a withdrawn calendar is gone under its week and keeps it; a hidden one is looked over; restored it is there again", async () => {
  const id = await publishedWeek(root, MONDAY);
  await carryOut(root.editor, "hide", id, { reason: "Chờ kiểm tra" });
  expect(await at(PATH)).toEqual({ kind: "hidden", of: "week" });
  expect(await weekFrom(siteId, MONDAY)).toMatchObject({ live: null, taken: "hidden" });
  await carryOut(root.approver, "restore", id, {});
  await carryOut(root.approver, "withdraw", id, { reason: "error" });
  expect(await at(PATH)).toEqual({ kind: "gone", number: id });
  expect(await goneDocument(siteId, id)).toMatchObject({ kind: "week" });
  expect(await weekFrom(siteId, MONDAY)).toMatchObject({ live: null, taken: "withdrawn" });
  expect((await weeksBeside(siteId, "2026-w50")).before).toBeNull();
  const next = await start(root.editor, "week");
  await typeAtRoot(root.editor, next, aWeek(MONDAY));
  await expect(carryOut(root.editor, "submit", next, {})).rejects.toThrow("đã có lịch khác");
  await carryOut(root.approver, "restore", id, {});
  expect(await at(PATH)).toMatchObject({ kind: "week", number: id });
});

test("whoever begins one is offered the first week from this one on that has none, known or being written", async () => {
  const monday = mondayOf(isoDayOf(new Date()));
  const begun = async (by: Root["editor"]) => {
    const id = await start(by, "week");
    return { id, content: (await storyOf(by, id)).buffer?.content };
  };
  await publishedWeek(root, monday);
  const next = daysAfter(monday, 7);
  const first = await begun(root.editor);
  expect(first.content).toMatchObject({ monday: next, ...calledWeek(next), entries: [] });
  expect((await begun(root.approver)).content).toMatchObject({ monday: daysAfter(monday, 14) });
});
