import { expect, onTestFinished, test, vi } from "vitest";
import { transaction } from "#db/transaction.ts";
import { type Band, newBand } from "#features/kinds/front.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import { anOffice, type Office, published, publishedOld, rootOf } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { publishAtRoot, typeAtRoot } from "#features/moves/testing-root.ts";
import { makeSection } from "#features/sites/make-section.ts";
import { frontPage } from "./front.ts";
import { sectionTree } from "./queries.ts";
import { headlinesOn, shownOn } from "./testing-front.ts";

const { rows } = oneOffice();

test("the home page shows nothing twice and no empty section", async () => {
  const own = await anOffice();
  for (let number = 1; number <= 7; number += 1) await published(own, { headline: `Bài ${number}` });
  expect(shownOn(await frontPage(own.siteId, null))).toEqual({
    lead: [{ of: null, headlines: ["Bài 7", "Bài 6", "Bài 5", "Bài 4", "Bài 3"] }],
    sections: [{ of: "Đảng - đoàn thể", headlines: ["Bài 2", "Bài 1"] }],
  });
  const opened = (await sectionTree(own.siteId)).filter((section) => section.opened);
  expect(opened.map(({ slug }) => slug)).toEqual(["tin-tuc", "dang-doan-the"]);
});

test("of many sections the home page shows the twelve with the newest, in the order of the tree", async () => {
  const own = await anOffice();
  const where = { siteId: own.siteId, personId: null, because: "demo" } as const;
  for (let number = 1; number <= 14; number += 1) {
    const name = `Tổ ${number}`;
    const sectionId = await transaction((tx) => makeSection(tx, where, { name, parentId: own.news }));
    const day = String(number % 2 === 0 ? number : 28 - number).padStart(2, "0");
    await publishedOld(own, { sectionId, slug: `tin-${number}`, datedAt: `2019-06-${day}T03:27:00.000Z` });
  }
  const { sections } = shownOn(await frontPage(own.siteId, null));
  const oldest = ["Tổ 2", "Tổ 4"];
  const others = Array.from({ length: 14 }, (_, at) => `Tổ ${at + 1}`).filter((name) => !oldest.includes(name));
  expect(sections?.map(({ of }) => of)).toEqual(others);
});

test("an old article is never among the newest, even alone: it stands in its section under its date", async () => {
  const own = await anOffice();
  await publishedOld(own, { headline: "Bài cũ", datedAt: "2019-06-23T03:27:00.000Z" });
  expect(shownOn(await frontPage(own.siteId, null))).toEqual({
    sections: [{ of: expect.any(String), headlines: ["Bài cũ"] }],
  });
  const yesterday = new Date(Date.now() - 86_400_000).toISOString();
  await publishedOld(own, { headline: "Bài hôm qua", datedAt: yesterday, slug: "bai-hom-qua" });
  expect(shownOn(await frontPage(own.siteId, null)).lead).toBeUndefined();
  await published(own, { headline: "Bài hôm nay" });
  expect(shownOn(await frontPage(own.siteId, null)).lead).toEqual([{ of: null, headlines: ["Bài hôm nay"] }]);
});

/** Arranges a front and publishes that. */
async function arranged(own: Office, change: object): Promise<number> {
  const root = await rootOf(own);
  const id = await start(root.editor, "front");
  await typeAtRoot(root.editor, id, change);
  return publishAtRoot(root, id);
}

test("readers get a front as it was arranged and signed, and before that as usual", async () => {
  const own = await anOffice();
  for (let number = 1; number <= 3; number += 1) await published(own, { headline: `Bài ${number}` });
  const bands: Band[] = [
    { ...newBand("tiles", "tien-ich"), title: "Dịch vụ", tiles: [{ words: "Nộp hồ sơ", address: "/nop-ho-so" }] },
    { ...newBand("articles", "doan-the"), title: "Đoàn thể", rule: { by: "section", id: own.party } },
  ];
  const root = await rootOf(own);
  const id = await start(root.editor, "front");
  await typeAtRoot(root.editor, id, { bands });
  expect(Object.keys(shownOn(await frontPage(own.siteId, null)))).toEqual(["lead"]);
  await publishAtRoot(root, id);
  const front = await frontPage(own.siteId, null);
  expect(front.bands).toMatchObject([
    { template: "tiles", title: "Dịch vụ", tiles: [{ words: "Nộp hồ sơ" }] },
    { template: "articles", title: "Đoàn thể", of: { name: "Đảng - đoàn thể", path: "/dang-doan-the" } },
  ]);
  expect(headlinesOn(front)).toEqual(["Bài 3", "Bài 2", "Bài 1"]);
});

test("a section has a front of its own, of what stands in it and below it", async () => {
  const own = await anOffice();
  for (let number = 1; number <= 4; number += 1) await published(own, { headline: `Bài ${number}` });
  expect(headlinesOn(await frontPage(own.siteId, own.news))).toEqual(["Bài 4", "Bài 3", "Bài 2"]);
  await arranged(own, { title: "Tin tức", sectionId: own.news, bands: [newBand("newest", "newest")] });
  expect(Object.keys(shownOn(await frontPage(own.siteId, own.news)))).toEqual(["newest"]);
  expect(shownOn(await frontPage(own.siteId, own.elsewhere))).toEqual({});
  expect(Object.keys(shownOn(await frontPage(own.siteId, own.party)))).toEqual(["lead"]);
});

test("what is read most and what is of a kind is of its section, on the front of that and of one above it", async () => {
  const own = await anOffice();
  const { reporter, approver } = await rootOf(own);
  const of = (sectionId: number, headline: string) =>
    published({ ...own, reporter, approver }, { headline, sectionId, kind: "interview" });
  const read = [await of(own.news, "Tin"), await of(own.party, "Đảng"), await of(own.elsewhere, "Nơi khác")];
  for (const [at, id] of read.entries()) {
    await rows("insert into article_views (article_id, hour, count) values ($1, now(), $2)", [id, at + 1]);
  }
  const bands: Band[] = [
    { ...newBand("articles", "doc"), rule: { by: "most_read", hours: 24 } },
    { ...newBand("most_read", "doc-nhieu"), slots: 3 },
  ];
  const shown = async (sectionId: number | null, change: object) => {
    await arranged(own, { title: "Trang", sectionId, ...change });
    return headlinesOn(await frontPage(own.siteId, sectionId));
  };
  expect(await shown(null, { bands })).toEqual(["Nơi khác", "Đảng", "Tin"]);
  expect(await shown(own.news, { bands: bands.slice(1) })).toEqual(["Đảng", "Tin"]);
  expect(await shown(own.party, { bands: bands.slice(0, 1) })).toEqual(["Đảng"]);
  const ofForm: Band[] = [{ ...newBand("articles", "a"), rule: { by: "form", form: "interview" } }];
  expect(await shown(own.elsewhere, { bands: ofForm })).toEqual(["Nơi khác"]);
  const [band] = (await frontPage(own.siteId, own.party)).bands;
  expect(band?.of).toEqual({ name: "Đọc nhiều trong 24 giờ", path: null });
});

test("what is older than a front says stands in no band of news, and is not called new elsewhere", async () => {
  const own = await anOffice();
  await published(own, { headline: "Bài một" });
  const ofParty: Band = { ...newBand("articles", "doan-the"), rule: { by: "section", id: own.party } };
  await arranged(own, { newDays: 7, bands: [newBand("articles", "moi"), ofParty] });
  const bands = async () => {
    const front = await frontPage(own.siteId, null);
    return front.bands.map(({ id, lists }) => [id, ...lists.flatMap(({ slots }) => slots.map(({ isNew }) => isNew))]);
  };
  expect(await bands()).toEqual([["moi", true]]);
  const until = (await frontPage(own.siteId, null)).until?.getTime() ?? 0;
  vi.useFakeTimers({ toFake: ["Date"], now: until });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  expect(await bands()).toEqual([["doan-the", false]]);
});

test("a second front for the same page is not sent, and the law keeps it from readers", async () => {
  const own = await anOffice();
  const root = await rootOf(own);
  await arranged(own, {});
  const second = await start(root.editor, "front");
  await expect(carryOut(root.editor, "submit", second, {})).rejects.toMatchObject({ code: "not_ready" });
});

test("a notice stands among the notices until it holds no more, and a photo story in the strip", async () => {
  const own = await anOffice();
  for (let number = 1; number <= 6; number += 1) await published(own, { headline: `Bài ${number}` });
  const until = new Date(Date.now() + 3_600_000);
  await publishedOld(own, {
    headline: "Cúp nước",
    kind: "notice",
    slug: "cup-nuoc",
    validUntil: until.toISOString(),
    datedAt: "2026-01-05T01:00:00.000Z",
  });
  await publishedOld(own, {
    headline: "Đã qua",
    kind: "notice",
    slug: "da-qua",
    validUntil: "2026-01-07T01:00:00.000Z",
    datedAt: "2026-01-06T01:00:00.000Z",
  });
  await publishedOld(own, {
    headline: "Ảnh hồ",
    kind: "photo_story",
    slug: "anh-ho",
    datedAt: "2026-01-05T01:00:00.000Z",
  });
  const front = await frontPage(own.siteId, null);
  expect(shownOn(front)).toMatchObject({ notices: [{ headlines: ["Cúp nước"] }] });
  expect(headlinesOn(front)).not.toContain("Đã qua");
  expect(front.until?.getTime()).toBeLessThanOrEqual(until.getTime());
});
