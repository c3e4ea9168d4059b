import { beforeEach, describe, expect, test, vi } from "vitest";
import { pinned, unpinned } from "#features/fronts/pins.ts";
import { newBand } from "#features/kinds/front.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import { published, rootOf, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { officeForEach } from "#features/moves/testing-office.ts";
import { aBanner, aSentence, hoursAhead, publishedBanner, typeAtRoot } from "#features/moves/testing-root.ts";
import { frontPage } from "#features/reading/front.ts";
import { shownOn } from "#features/reading/testing-front.ts";
import { choose as chooseInTopic } from "#features/topics/commands.ts";
import { frontAt, pageAt } from "./ahead.ts";
import { cancelChoice, choose, chooseAgain, pin, undoChoice } from "./commands.ts";
import { findForFront, frontDesk, placesFor } from "./queries.ts";

const { office, rows } = officeForEach();

const HOUR_MS = 3_600_000;
let articles: number[];
beforeEach(async () => {
  articles = [];
  for (let number = 1; number <= 6; number += 1) articles.push(await published(office, { headline: `Bài ${number}` }));
});

const news = (base: number, over = base) => ({ sectionId: office.news, base, over });
const put =
  (slot: number, article: number, until: string | null = null) =>
  (pins: readonly Parameters<typeof pinned>[0][number][]) =>
    pinned(pins, { band: "lead", slot, article, until });
const lead = async () => shownOn(await frontPage(office.siteId, office.news)).lead?.[0]?.headlines;
const facts = async () => (await rows("select facts from announcements order by id desc limit 1"))[0]?.facts;

describe("an editor of a section", () => {
  test("puts an article into a slot of its front with one press, and all pages of it are forgotten", async () => {
    expect(await lead()).toEqual(["Bài 6", "Bài 5", "Bài 4"]);
    expect(await choose(office.editor, news(0), put(1, articles[0] ?? 0))).toBe(1);
    expect(await facts()).toEqual([`front:section:${office.news}`]);
    expect(await lead()).toEqual(["Bài 6", "Bài 1", "Bài 5"]);
    await choose(office.editor, news(1), (pins) => unpinned(pins, { band: "lead", slot: 1 }));
    expect(await lead()).toEqual(["Bài 6", "Bài 5", "Bài 4"]);
  });

  test("does so from an hour on; until then it can be taken back, and afterwards undone", async () => {
    const soon = new Date(Date.now() + HOUR_MS);
    await choose(office.editor, news(0), put(0, articles[1] ?? 0), soon);
    expect(await lead()).toEqual(["Bài 6", "Bài 5", "Bài 4"]);
    expect((await frontPage(office.siteId, office.news)).until).toEqual(soon);
    const then = await frontAt(office.editor, office.news, soon);
    expect(shownOn(then.page).lead).toEqual([{ of: null, headlines: ["Bài 2", "Bài 6", "Bài 5"] }]);
    await cancelChoice(office.editor, news(1), 1);
    expect(shownOn((await frontAt(office.editor, office.news, soon)).page).lead?.[0]?.headlines[0]).toBe("Bài 6");
    await expect(cancelChoice(office.editor, news(2), 1)).rejects.toMatchObject({ code: "not_found" });
  });

  test("takes back the last choice, and what took it back, and takes an earlier one again", async () => {
    await choose(office.editor, news(0), put(0, articles[0] ?? 0));
    await choose(office.editor, news(1), put(0, articles[1] ?? 0));
    await undoChoice(office.editor, news(2));
    expect((await lead())?.[0]).toBe("Bài 1");
    await undoChoice(office.editor, news(3));
    expect((await lead())?.[0]).toBe("Bài 2");
    await chooseAgain(office.editor, news(4), 1);
    expect((await lead())?.[0]).toBe("Bài 1");
    await expect(cancelChoice(office.editor, news(5), 4)).rejects.toMatchObject({ code: "wrong_state" });
    await expect(chooseAgain(office.editor, news(5), 9)).rejects.toMatchObject({ code: "not_found" });
  });

  test("does not choose over what they have not seen: of two who press at once one is told who came first", async () => {
    const both = await Promise.allSettled([
      choose(office.editor, news(0), put(0, articles[0] ?? 0)),
      choose(office.approver, news(0), put(0, articles[1] ?? 0)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "out_of_date" } });
  });

  test("changes nothing by a screen on which another choice was in force: one has come by the clock since", async () => {
    await choose(office.editor, news(0), put(0, articles[0] ?? 0));
    await choose(office.editor, news(1), put(0, articles[1] ?? 0), new Date(Date.now() + HOUR_MS));
    // On a screen that shows the second one as it will be.
    const stale = { code: "out_of_date", message: expect.stringContaining("hẹn giờ") };
    await expect(undoChoice(office.editor, news(2, 2))).rejects.toMatchObject(stale);
    await expect(choose(office.editor, news(2, 2), put(1, articles[2] ?? 0))).rejects.toMatchObject(stale);
    const later = new Date(Date.now() + 2 * HOUR_MS);
    await expect(choose(office.editor, news(2, 1), put(1, articles[2] ?? 0), later)).rejects.toMatchObject(stale);
    expect((await frontDesk(office.editor, office.news, later)) ?? {}).toMatchObject({ base: 2, over: 2, overNow: 1 });
    expect(await choose(office.editor, news(2, 2), put(1, articles[2] ?? 0), later)).toBe(3);
    expect(await undoChoice(office.editor, news(3, 1))).toBe(4);
    expect(await lead()).toEqual(["Bài 6", "Bài 5", "Bài 4"]);
  });

  test("pins nothing until an hour that comes before it stands there", async () => {
    const ends = (at: number) => ({
      ...{ band: "lead", slot: 0, article: articles[0] ?? 0 },
      until: new Date(Date.now() + at * HOUR_MS).toISOString(),
    });
    await expect(pin(office.editor, news(0), ends(-1))).rejects.toMatchObject({ code: "bad_input" });
    const from = new Date(Date.now() + 2 * HOUR_MS);
    await expect(pin(office.editor, news(0), ends(1), from)).rejects.toMatchObject({ code: "bad_input" });
    expect(await pin(office.editor, news(0), ends(1))).toBe(1);
  });

  test("has nothing to undo where nobody has chosen", async () => {
    await expect(undoChoice(office.editor, news(0))).rejects.toMatchObject({ code: "wrong_state" });
  });

  test("chooses nothing for an hour that has passed, for what is not there, nor for the whole site", async () => {
    const one = put(0, articles[0] ?? 0);
    const past = new Date(Date.now() - HOUR_MS);
    await expect(choose(office.editor, news(0), one, past)).rejects.toMatchObject({ code: "bad_input" });
    await expect(choose(office.editor, news(0), put(0, 999_999))).rejects.toMatchObject({ code: "not_found" });
    await expect(choose(office.editor, { sectionId: 999_999, base: 0, over: 0 }, one)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(choose(office.editor, { sectionId: null, base: 0, over: 0 }, one)).rejects.toMatchObject({
      code: "not_allowed",
    });
  });
});

test("reporters, administrators and strangers choose nothing, and are told who does", async () => {
  for (const by of [office.reporter, office.admin, office.stranger]) {
    await expect(choose(by, news(0), put(0, articles[0] ?? 0))).rejects.toMatchObject({
      code: "not_allowed",
      message: expect.stringContaining("biên tập viên"),
    });
    await expect(undoChoice(by, news(0))).rejects.toMatchObject({
      code: "not_allowed",
    });
  }
  expect(await rows("select * from front_choices where site_id = $1", [office.siteId])).toEqual([]);
});

test("a slot empties and is filled again when its article is hidden, and has it back when it is restored", async () => {
  const first = articles[0] ?? 0;
  await choose(office.editor, news(0), put(0, first));
  await carryOut(office.editor, "hide", first, { reason: "Kiểm tra" });
  expect(await facts()).toContain(`document:${first}`);
  expect(await lead()).toEqual(["Bài 6", "Bài 5", "Bài 4"]);
  await carryOut(office.approver, "restore", first, {});
  expect((await lead())?.[0]).toBe("Bài 1");
});

test("a front is looked at as it will be: with what goes live by the clock, and what ends until then", async () => {
  const due = new Date(Date.now() + HOUR_MS);
  const id = await submitted(office, { headline: "Bài hẹn giờ", slug: "hen-gio" });
  await carryOut(office.approver, ["approve", "schedule"], id, { ...(await seen(office.approver, id)), at: due });
  const ends = new Date(due.getTime() + HOUR_MS).toISOString();
  await choose(office.editor, news(0), put(0, articles[0] ?? 0, ends));
  const at = async (hours: number) =>
    shownOn((await frontAt(office.editor, office.news, new Date(due.getTime() + hours * HOUR_MS))).page).lead?.[0]
      ?.headlines;
  expect(await at(-0.5)).toEqual(["Bài 1", "Bài 6", "Bài 5"]);
  expect(await at(0)).toEqual(["Bài 1", "Bài hẹn giờ", "Bài 6"]);
  expect(await at(1)).toEqual(["Bài hẹn giờ", "Bài 6", "Bài 5"]);
  // Who does not edit there is not told what is to come.
  expect(shownOn((await frontAt(office.reporter, office.news, due)).page).lead?.[0]?.headlines).not.toContain(
    "Bài hẹn giờ",
  );
});

test("what stands above and below a front is looked at as it will be, too", async () => {
  const root = await rootOf(office);
  const due = new Date(Date.now() + HOUR_MS);
  const id = await submitted(office, { headline: "Bài hẹn giờ", slug: "hen-gio" });
  await carryOut(office.approver, ["approve", "schedule"], id, { ...(await seen(office.approver, id)), at: due });
  const blanks = ["bộ phận một cửa", "22:00 ngày 30/11/2031", "23:00 ngày 30/11/2031"];
  const outage = aSentence("service", blanks, { begins: due.toISOString(), ends: hoursAhead(3) });
  const planned = await publishedBanner(root, outage);
  const waiting = await start(root.editor, "banner");
  await typeAtRoot(root.editor, waiting, aBanner({ ends: hoursAhead(4) }));
  await carryOut(root.editor, "submit", waiting, {});
  const at = new Date(due.getTime() + HOUR_MS / 2);
  await carryOut(root.approver, ["approve", "schedule"], waiting, { ...(await seen(root.approver, waiting)), at });
  const page = async (by: typeof office.editor, hours: number) => {
    const { banners, section } = await pageAt(by, office.news, new Date(Date.now() + hours * HOUR_MS));
    return [banners.shown.map(({ number }) => number), section?.cards.some((card) => card.number === id)];
  };
  expect(await page(root.editor, 0.5)).toEqual([[], false]);
  expect(await page(root.editor, 1.2)).toEqual([[planned], true]);
  expect(await page(root.editor, 2)).toEqual([[waiting, planned], true]);
  expect(await page(root.editor, 3.5)).toEqual([[waiting], true]);
  expect(await page(office.reporter, 2)).toEqual([[planned], false]);
});

test("a band of a topic is looked at with what comes back to it by the clock, and a topic that comes with its name", async () => {
  const root = await rootOf(office);
  const topicId = await start(root.editor, "topic");
  await typeAtRoot(root.editor, topicId, { title: "Vòng hồ", slug: "vong-ho", standfirst: "Đường đã thông." });
  const [first = 0, second = 0] = articles;
  const putIn = (articleId: number, choice: "added" | "pinned") =>
    chooseInTopic(root.editor, { topicId, articleId, choice });
  for (const id of [first, second]) await putIn(id, "added");
  await putIn(second, "pinned");
  await carryOut(office.editor, "hide", second, { reason: "Kiểm tra" });
  const due = new Date(Date.now() + HOUR_MS);
  const scheduled = async (by: typeof office, id: number, at: Date) => {
    await carryOut(by.approver, ["approve", "schedule"], id, { ...(await seen(by.approver, id)), at });
  };
  await carryOut(root.editor, "submit", topicId, {});
  await scheduled({ ...office, ...root }, topicId, due);
  await carryOut(office.reporter, "revise", second, {});
  await typeIn(office.reporter, second, { headline: "Bài 2 trở lại" });
  await carryOut(office.reporter, "submit", second, {});
  await scheduled(office, second, new Date(due.getTime() + HOUR_MS));
  const band = { ...newBand("articles", "ho"), rule: { by: "topic" as const, id: topicId } };
  const at = async (hours: number) => {
    const hour = new Date(Date.now() + hours * HOUR_MS);
    const { page } = await frontAt(root.editor, null, hour, { bands: [band], newDays: null });
    return page.bands.map(({ of, lists }) => [
      of?.name,
      ...lists.flatMap(({ slots }) => slots.map(({ card }) => card.headline)),
    ]);
  };
  expect(await at(0.5)).toEqual([]);
  expect(await at(1.5)).toEqual([["Vòng hồ", "Bài 1"]]);
  expect(await at(2.5)).toEqual([["Vòng hồ", "Bài 2 trở lại", "Bài 1"]]);
});

test("of choices for one hour the later one is in force, of one that was cancelled nothing, and of two clocks the later", async () => {
  const at = new Date(Date.now() + HOUR_MS);
  for (let number = 0; number < 3; number += 1) {
    await choose(office.editor, news(number), put(0, articles[number] ?? 0), at);
  }
  await cancelChoice(office.editor, news(3), 3);
  const first = async (hour: Date) =>
    shownOn((await frontAt(office.editor, office.news, hour)).page).lead?.[0]?.headlines[0];
  expect(await first(at)).toBe("Bài 2");
  expect(await first(new Date(at.getTime() - 1))).toBe("Bài 6");
  await choose(office.editor, news(4, 0), put(0, articles[3] ?? 0));
  // A replica whose clock is behind that of the database.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 5_000 });
  try {
    expect((await lead())?.[0]).toBe("Bài 4");
  } finally {
    vi.useRealTimers();
  }
});

test("how a page will be arranged is shown ahead to whoever edits there, and to nobody else", async () => {
  const root = await rootOf(office);
  const id = await start(root.editor, "front");
  await typeAtRoot(root.editor, id, { sectionId: office.news, bands: [newBand("newest", "moi")] });
  await carryOut(root.editor, "submit", id, {});
  const due = new Date(Date.now() + HOUR_MS);
  await carryOut(root.approver, ["approve", "schedule"], id, { ...(await seen(root.approver, id)), at: due });
  const bands = async (by: typeof office.editor) => Object.keys(shownOn((await frontAt(by, office.news, due)).page));
  expect(await bands(root.editor)).toEqual(["newest"]);
  expect(await bands(office.editor)).toEqual(["newest"]);
  expect(await bands(office.reporter)).toEqual(["lead"]);
});

test("the desk shows each slot with what stands there and why, who chose what, and who may", async () => {
  const first = articles[0] ?? 0;
  await choose(office.editor, news(0), put(1, first));
  const desk = await frontDesk(office.editor, office.news, new Date());
  expect(desk).toMatchObject({ name: "Tin tức", mayChoose: true, base: 1 });
  expect(desk?.bands[0]?.slots).toMatchObject([
    { slot: 0, article: { headline: "Bài 6" }, isPinned: false },
    { slot: 1, article: { number: first, headline: "Bài 1" }, isPinned: true, isWaiting: false },
    { slot: 2, article: { headline: "Bài 5" }, isPinned: false },
  ]);
  expect(desk?.choices).toMatchObject([{ number: 1, state: "in_force", added: ["Bài 1"], removed: [] }]);
  await carryOut(office.approver, "withdraw", first, { reason: "error" });
  const waiting = await frontDesk(office.reporter, office.news, new Date());
  expect(waiting?.mayChoose).toBe(false);
  expect(waiting?.bands[0]?.slots?.[1]).toMatchObject({
    isPinned: true,
    isWaiting: true,
    article: { headline: "Bài 1" },
  });
  expect(await frontDesk(office.editor, 999_999, new Date())).toBeNull();
});

test("a slot whose pin has ended is its rule's again, on the desk too", async () => {
  const ends = new Date(Date.now() + HOUR_MS);
  await choose(office.editor, news(0), put(0, articles[0] ?? 0, ends.toISOString()));
  const desk = await frontDesk(office.editor, office.news, ends);
  expect(desk?.bands[0]?.slots?.[0]).toMatchObject({ article: { headline: "Bài 6" }, isPinned: false, until: null });
});

test("the title of an article that readers never had is told to nobody by its place in front", async () => {
  const draft = await submitted(office, { headline: "Chưa ai biết", slug: "chua-ai-biet" });
  await choose(office.editor, news(0), put(0, draft));
  const desk = JSON.stringify(await frontDesk(office.reporter, office.news, new Date()));
  expect(desk).toContain(`#${draft}`);
  expect(desk).not.toContain("Chưa ai biết");
});

test("the places that somebody may choose for are those of their roles", async () => {
  const may = async (by: typeof office.editor) =>
    (await placesFor(by)).filter(({ mayChoose }) => mayChoose).map(({ name }) => name);
  expect(await may(office.editor)).toEqual(["Tin tức", "Đảng - đoàn thể"]);
  expect(await may(office.reporter)).toEqual([]);
  const root = await rootOf(office);
  expect(await may(root.editor)).toEqual(["", "Tin tức", "Đảng - đoàn thể"]);
});

test("an article is found by its number or its address, and one that is to come by its words", async () => {
  const first = articles[0] ?? 0;
  expect(await findForFront(office.editor, String(first))).toMatchObject([{ number: first, headline: "Bài 1" }]);
  expect(await findForFront(office.editor, `/dang-doan-the/bai-1-${first}`)).toMatchObject([{ number: first }]);
  expect(await findForFront(office.editor, "   ")).toEqual([]);
  const id = await submitted(office, { headline: "Bài hẹn giờ", slug: "hen-gio" });
  const at = new Date(Date.now() + HOUR_MS);
  await carryOut(office.approver, ["approve", "schedule"], id, { ...(await seen(office.approver, id)), at });
  expect(await findForFront(office.editor, "hẹn giờ")).toMatchObject([{ number: id, headline: "Bài hẹn giờ" }]);
  expect(await findForFront(office.editor, String(id))).toMatchObject([{ number: id, about: "Đảng - đoàn thể" }]);
  expect(await findForFront(office.reporter, "hẹn giờ")).toEqual([]);
  expect(await findForFront(office.reporter, String(id))).toEqual([]);
});

test("words that end in a number are words, and no number", async () => {
  const id = await submitted(office, { headline: `Phòng dịch Covid-${articles[0]}`, slug: "phong-dich" });
  const at = new Date(Date.now() + HOUR_MS);
  await carryOut(office.approver, ["approve", "schedule"], id, { ...(await seen(office.approver, id)), at });
  expect(await findForFront(office.editor, `covid-${articles[0]}`)).toMatchObject([{ number: id }]);
});
