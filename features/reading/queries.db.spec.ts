import { expect, test } from "vitest";
import { carryOut } from "#features/moves/commands.ts";
import { anOffice, type Office, published, publishedOld, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { frontPage } from "./front.ts";
import { corrections } from "./lists.ts";
import { goneDocument, liveArticle, sectionPage } from "./queries.ts";

const { rows, office } = oneOffice();

const headlines = (cards: { headline: string }[] | undefined) => cards?.map(({ headline }) => headline);

test("readers meet an article with its section path, and not before it is live", async () => {
  const id = await submitted(office, { headline: "Bài đang chờ" });
  expect(await liveArticle(office.siteId, id)).toBeNull();
  await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
  const article = await liveArticle(office.siteId, id);
  expect(article).toMatchObject({ number: id, views: 0, updatedAt: null, content: { headline: "Bài đang chờ" } });
  expect(article?.sectionPath.map(({ slug }) => slug)).toEqual(["tin-tuc", "dang-doan-the"]);
});

test("an article of another site is not there", async () => {
  const elsewhere = await anOffice();
  const id = await published(office);
  expect(await liveArticle(elsewhere.siteId, id)).toBeNull();
  expect(await sectionPage(elsewhere.siteId, elsewhere.party, 1)).toMatchObject({ cards: [] });
  expect(await frontPage(elsewhere.siteId, null)).toMatchObject({ bands: [] });
});

test("an open update leaves the live words alone, and says when it replaced them", async () => {
  const id = await published(office, { headline: "Bản đầu" });
  await carryOut(office.reporter, "revise", id, {});
  await typeIn(office.reporter, id, { headline: "Bản hai" });
  expect((await liveArticle(office.siteId, id))?.content.headline).toBe("Bản đầu");
  await carryOut(office.reporter, "submit", id, {});
  await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
  const article = await liveArticle(office.siteId, id);
  expect(article?.content.headline).toBe("Bản hai");
  expect(article?.updatedAt?.getTime()).toBeGreaterThan(article?.shownAt?.getTime() ?? Number.POSITIVE_INFINITY);
});

test("a restored article does not claim that it was updated", async () => {
  const id = await published(office);
  await carryOut(office.approver, "withdraw", id, { reason: "error" });
  await carryOut(office.approver, "restore", id, {});
  expect((await liveArticle(office.siteId, id))?.updatedAt).toBeNull();
});

test("what is left of a withdrawn article is its name, a date and a reason", async () => {
  const id = await published(office);
  expect(await goneDocument(office.siteId, id)).toBeNull();
  await carryOut(office.approver, "withdraw", id, { reason: "expired" });
  expect(await liveArticle(office.siteId, id)).toBeNull();
  expect(await goneDocument(office.siteId, id)).toEqual({
    kind: "article",
    headline: "Khai mạc hội thao phường",
    withdrawnAt: expect.any(Date),
    reason: "expired",
    mergedInto: null,
  });
});

test("its name is left out where that may be what must not be read", async () => {
  for (const reason of ["person", "authority"]) {
    const id = await published(office);
    await carryOut(office.approver, "withdraw", id, { reason });
    expect(await goneDocument(office.siteId, id)).toMatchObject({ headline: null, reason });
  }
});

/** Reports a mistake as the reporter and publishes the corrected text. */
async function corrected(own: Office, id: number, note: string): Promise<void> {
  await carryOut(own.reporter, "correct", id, {});
  await typeIn(own.reporter, id, { correction: note });
  await carryOut(own.reporter, "submit", id, {});
  await carryOut(own.approver, ["approve", "publish"], id, await seen(own.approver, id));
}

test("a second correction takes nothing from the first: readers get both notes, an update between adds and takes none", async () => {
  const id = await published(office);
  await corrected(office, id, "Số đội là 12.");
  await carryOut(office.reporter, "revise", id, {});
  await typeIn(office.reporter, id, { headline: "Hội thao phường khai mạc", correction: "" });
  await carryOut(office.reporter, "submit", id, {});
  await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
  const notes = async () => (await liveArticle(office.siteId, id))?.notes.map(({ text }) => text);
  expect(await notes()).toEqual(["Số đội là 12."]);
  await corrected(office, id, "Sân vận động là của phường.");
  expect(await notes()).toEqual(["Sân vận động là của phường.", "Số đội là 12."]);
  const dates = (await liveArticle(office.siteId, id))?.notes.map(({ at }) => at?.getTime() ?? 0) ?? [];
  expect(dates[0]).toBeGreaterThan(dates[1] ?? 0);
});

test("an update may say what has joined; it stands among the notes as what it is, and the next one takes it from nobody", async () => {
  const id = await published(office);
  const told = async (move: "revise" | "correct", change: Parameters<typeof typeIn>[2]) => {
    await carryOut(office.reporter, move, id, {});
    await typeIn(office.reporter, id, change);
    await carryOut(office.reporter, "submit", id, {});
    await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
  };
  await told("revise", { update: "Thêm ý kiến của phường." });
  await told("correct", { correction: "Số đội là 12.", update: "" });
  await told("revise", { update: "", correction: "" });
  await told("revise", { update: "Thêm ảnh.", correction: "" });
  const notes = (await liveArticle(office.siteId, id))?.notes ?? [];
  expect(notes.map(({ kind, text }) => [kind, text])).toEqual([
    ["update", "Thêm ảnh."],
    ["correction", "Số đội là 12."],
    ["update", "Thêm ý kiến của phường."],
  ]);
  const listed = (await corrections(office.siteId, 1))?.notes.filter(({ number }) => number === id);
  expect(listed?.map(({ note }) => note)).toEqual(["Số đội là 12."]);
});

test("a merged article leads to the one that took it in, as long as that is live", async () => {
  const into = await published(office, { headline: "Bài gộp" });
  const id = await published(office);
  await carryOut(office.approver, "withdraw", id, { reason: "merged", mergedIntoId: into });
  expect((await goneDocument(office.siteId, id))?.mergedInto).toEqual({
    headline: "Bài gộp",
    path: `/dang-doan-the/bai-gop-${into}`,
  });
  await carryOut(office.approver, "withdraw", into, { reason: "expired" });
  expect((await goneDocument(office.siteId, id))?.mergedInto).toBeNull();
});

test("a section shows its own articles, those below it and those that stand in it besides, 20 on a page", async () => {
  const own = await anOffice();
  for (let number = 1; number <= 20; number += 1) await published(own, { headline: `Bài ${number}` });
  const second = await published(own, { headline: "Bài 21", secondSectionIds: [own.elsewhere] });
  const first = await sectionPage(own.siteId, own.news, 1);
  expect(first).toMatchObject({ page: 1, pages: 2 });
  expect(headlines(first?.cards)?.[0]).toBe("Bài 21");
  expect(headlines((await sectionPage(own.siteId, own.news, 2))?.cards)).toEqual(["Bài 1"]);
  expect(await sectionPage(own.siteId, own.news, 3)).toBeNull();
  expect(await sectionPage(own.siteId, office.news, 1)).toBeNull();
  const elsewhere = await sectionPage(own.siteId, own.elsewhere, 1);
  expect(elsewhere?.cards).toMatchObject([{ number: second, path: `/dang-doan-the/bai-21-${second}` }]);
});

test("views are those that were counted and those that were brought along", async () => {
  const id = await published(office);
  await rows("update documents set imported_views = 1200 where id = $1", [id]);
  await rows("insert into article_views (article_id, hour, count) values ($1, now(), 65)", [id]);
  expect((await liveArticle(office.siteId, id))?.views).toBe(1265);
});

test("an article from an older system stands at its old place in time", async () => {
  const own = await anOffice();
  await published(own, { headline: "Bài mới" });
  await publishedOld(own, { headline: "Bài cũ", datedAt: "2021-06-23T03:27:00.000Z" });
  expect(headlines((await sectionPage(own.siteId, own.news, 1))?.cards)).toEqual(["Bài mới", "Bài cũ"]);
});
