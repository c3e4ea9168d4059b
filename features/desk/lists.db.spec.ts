import { describe, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import {
  anOffice,
  aText,
  drafted,
  hashSeen,
  type Office,
  type Person,
  published,
  publishedOld,
  seen,
  storyOf,
  submitted,
  typeIn,
} from "#features/moves/testing.ts";
import { officeForEach } from "#features/moves/testing-office.ts";
import { askerOf } from "#features/workflow/asker.ts";
import { maySee } from "#features/workflow/policy.ts";
import { deskDocument } from "./desk-document.ts";
import { filterOf } from "./list-filter.ts";
import { articleList, deskHome, nextWaiting } from "./queries.ts";
import { clockWorkOf } from "./system-store.ts";

const { bend, office } = officeForEach();

const waiting = async (person: Person) => (await deskHome(person)).waiting.map(({ id, why }) => [id, why]);
const all = filterOf({});

test("after a decision comes the most pressing of the others, and how many there are", async () => {
  const [first, second] = [await submitted(office), await submitted(office)];
  expect(await nextWaiting(office.approver, first)).toMatchObject({ next: { id: second, why: "review" }, count: 1 });
  await carryOut(office.approver, "return", second, { reason: "quality", words: "Thiếu số liệu." });
  expect(await nextWaiting(office.approver, first)).toEqual({ next: null, count: 0 });
  expect(await nextWaiting(office.reporter, first)).toMatchObject({ next: { id: second, why: "returned" } });
});

describe("who sees what", () => {
  test("the list of all articles agrees with the policy, for every person and state", async () => {
    const draft = await start(office.editor, "article");
    await typeIn(office.editor, draft, aText(office.elsewhere));
    const review = await submitted(office);
    const strangers = await start(office.stranger, "article");
    await typeIn(office.stranger, strangers, aText(office.elsewhere));
    await carryOut(office.stranger, "submit", strangers, {});
    const live = await published(office);
    const updated = await published(office);
    await carryOut(office.reporter, "revise", updated, {});
    const lost = await start(office.editor, "article");
    await typeIn(office.editor, lost, aText(office.party));
    await carryOut(office.editor, "discard", lost, {});
    const unknownPlace = await start(office.reporter, "article");
    await typeIn(office.reporter, unknownPlace, aText(1_000_000));
    const empty = await start(office.reporter, "article");

    const ids = [empty, draft, review, strangers, live, updated, lost, unknownPlace];
    for (const person of everybody(office)) {
      const seen = new Set((await articleList(person, all)).lines.map(({ id }) => id));
      for (const id of ids) {
        const story = await storyOf(person, id);
        const asker = await transaction((tx) => askerOf(tx, person, story));
        expect({ person, id, seen: seen.has(id) }).toEqual({ person, id, seen: maySee(asker) });
      }
    }
  });

  test("an article of another site is in nobody's list", async () => {
    const id = await submitted(office);
    const elsewhere = await anOffice();
    expect((await articleList(elsewhere.approver, all)).lines.map((line) => line.id)).not.toContain(id);
    expect((await articleList({ ...office.approver, siteId: elsewhere.siteId }, all)).total).toBe(0);
  });

  test("a reporter's home shows no draft of a colleague", async () => {
    await drafted(office);
    const home = await deskHome({ siteId: office.siteId, personId: office.admin.personId });
    expect(home).toEqual({ waiting: [], waitingTotal: 0, writing: [], toCome: [], outToday: [] });
  });

  test("headlines are found without accents, in capitals and by a wildcard's own letter", async () => {
    const id = await submitted(office, { headline: "Đón nước sạch: 100% hộ dân" });
    const found = async (words: string) => (await articleList(office.editor, { ...all, words })).lines.map((l) => l.id);
    expect(await found("don NUOC")).toEqual([id]);
    expect(await found("Đón nước")).toEqual([id]);
    expect(await found("100% hộ")).toEqual([id]);
    expect(await found("%")).toEqual([id]);
    expect(await found("_")).toEqual([]);
  });
});

describe("what waits for whom", () => {
  test("a submitted article waits for editors and approvers of its section", async () => {
    const id = await submitted(office);
    expect(await waiting(office.editor)).toEqual([[id, "review"]]);
    expect(await waiting(office.approver)).toEqual([[id, "review"]]);
    expect(await waiting(office.stranger)).toEqual([]);
    expect(await waiting(office.reporter)).toEqual([]);
  });

  test("a returned article waits for its writer until it is sent again, also after being taken back", async () => {
    const id = await submitted(office);
    await carryOut(office.approver, "return", id, { reason: "quality", words: "Ghi rõ thời gian." });
    expect(await waiting(office.reporter)).toEqual([[id, "returned"]]);
    expect((await deskHome(office.reporter)).writing[0]).toMatchObject({ id, returned: true });
    await carryOut(office.reporter, "submit", id, {});
    await carryOut(office.reporter, "take_back", id, {});
    expect(await waiting(office.reporter)).toEqual([]);
  });

  test("the approver's mend waits for the reporter, and for nobody once confirmed", async () => {
    const id = await submitted(office);
    await typeIn(office.approver, id, { standfirst: "Sáng nay, hội thao đã khai mạc." });
    expect(await waiting(office.reporter)).toEqual([[id, "confirm"]]);
    expect((await deskHome(office.approver)).waiting[0]).toMatchObject({ id, why: "review", ownWords: true });
    await carryOut(office.reporter, "confirm", id, await seen(office.reporter, id));
    expect(await waiting(office.reporter)).toEqual([]);
    expect((await deskHome(office.approver)).waiting[0]).toMatchObject({ id, why: "review", ownWords: false });
  });

  test("what an approver sent for its writer waits for the writer beside them, and not what an editor sent", async () => {
    const { reporter, approver, editor } = office;
    const sentBy = async (sender: Person) => {
      const id = await submitted(office);
      await carryOut(reporter, "take_back", id, {});
      await carryOut(sender, "submit", id, {});
      return id;
    };
    const id = await sentBy(approver);
    expect(await waiting(reporter)).toEqual([[id, "confirm"]]);
    await carryOut(reporter, "confirm", id, await seen(reporter, id));
    expect(await waiting(reporter)).toEqual([]);
    await sentBy(editor);
    expect(await waiting(reporter)).toEqual([]);
  });

  test("an emergency publication waits for another approver than the one who owes", async () => {
    const id = await submitted(office);
    const hash = await hashSeen(office.approver, id);
    await carryOut(office.approver, "emergency_publish", id, { hash, reason: "Bão số 9" });
    expect(await waiting(office.approver)).toEqual([]);
    expect(await waiting(office.approver2)).toEqual([[id, "owed"]]);
  });

  test("an approved article waits for publishing, a missed hour stands before everything", async () => {
    const review = await submitted(office);
    const id = await submitted(office);
    const hash = await hashSeen(office.approver, id);
    await carryOut(office.approver, "approve", id, await seen(office.approver, id));
    expect(await waiting(office.approver)).toEqual([
      [review, "review"],
      [id, "approved"],
    ]);
    await carryOut(office.approver, "schedule", id, { hash, at: new Date(Date.now() + 3_600_000) });
    expect((await deskHome(office.approver)).toCome.map((line) => line.id)).toEqual([id]);
    await bend("update schedules set due_at = now() - interval '5 minutes' where document_id = $1", [id]);
    expect(await waiting(office.approver)).toEqual([
      [id, "overdue"],
      [review, "review"],
    ]);
  });

  test("a missed hour is over when the text is approved anew, or another hour was set and put off", async () => {
    const { approver } = office;
    const id = await submitted(office);
    const misses = async () => {
      const hash = await hashSeen(approver, id);
      await carryOut(approver, "schedule", id, { hash, at: new Date(Date.now() + 3_600_000) });
      await carryOut({ siteId: approver.siteId, clock: true }, "miss", id, { reason: "Thiếu chuyên mục." });
      expect(await waiting(approver)).toEqual([[id, "failed"]]);
    };
    const isForgotten = async () => {
      const [line] = (await deskHome(approver)).waiting;
      expect(line).toMatchObject({ id, why: "approved", trouble: null });
      expect((await clockWorkOf(approver.siteId)).failed).toBe(0);
      expect((await deskDocument(approver, id))?.about.trouble).toBeNull();
    };
    await carryOut(approver, "approve", id, await seen(approver, id));
    await misses();
    await carryOut(approver, "cancel_approval", id, {});
    await carryOut(approver, "approve", id, await seen(approver, id));
    await isForgotten();
    await misses();
    const hash = await hashSeen(approver, id);
    await carryOut(approver, "schedule", id, { hash, at: new Date(Date.now() + 3_600_000) });
    await carryOut(approver, "unschedule", id, {});
    await isForgotten();
  });

  test("what is hidden for now waits for an approver; what authorities had taken down, for the second one", async () => {
    const id = await published(office);
    expect((await deskHome(office.reporter)).outToday.map((line) => line.id)).toEqual([id]);
    await carryOut(office.editor, "hide", id, { reason: "Kiểm tra lại số liệu" });
    expect(await waiting(office.approver)).toEqual([[id, "hidden"]]);
    await carryOut(office.approver, "withdraw", id, { reason: "authority" });
    expect(await waiting(office.approver2)).toEqual([]);
    await carryOut(office.approver, "restore", id, {});
    expect(await waiting(office.approver2)).toEqual([[id, "restoring"]]);
    expect(await waiting(office.approver)).toEqual([]);
  });
});

describe("what is out today", () => {
  test("names the writer also of an update that was published as it had been", async () => {
    const { reporter, approver } = office;
    const id = await published(office);
    await carryOut(reporter, "revise", id, {});
    await carryOut(reporter, "submit", id, {});
    await carryOut(approver, ["approve", "publish"], id, await seen(approver, id));
    await carryOut(approver, "withdraw", id, { reason: "error" });
    await carryOut(approver, "restore", id, {});
    expect((await deskHome(reporter)).outToday).toMatchObject([{ id, by: "Reporter" }]);
  });

  test("bears today's date for readers: what is new, and what was replaced, not what stands at an older date", async () => {
    const out = async () => (await deskHome(office.reporter)).outToday.map(({ id }) => id);
    const fresh = await published(office);
    const old = await published(office);
    await bend(
      "update documents set shown_at = now() - interval '3 days', first_live_at = now() - interval '3 days', live_since = now() - interval '3 days' where id = $1",
      [old],
    );
    const dated = await published(office);
    await bend("update documents set shown_at = now() - interval '2 days' where id = $1", [dated]);
    expect(await out()).toEqual([fresh]);
    await carryOut(office.reporter, "revise", old, {});
    await typeIn(office.reporter, old, { headline: "Bế mạc hội thao phường" });
    await carryOut(office.reporter, "submit", old, {});
    await carryOut(office.approver, ["approve", "publish"], old, await seen(office.approver, old));
    expect(await out()).toEqual([old, fresh]);
  });
  test("an older system's article is out today once a later text of it is, not because it was brought along today", async () => {
    const out = async () => (await deskHome(office.reporter)).outToday.map(({ id }) => id);
    const id = await publishedOld(office, { datedAt: "2019-03-07T09:40:00.000Z" });
    expect(await out()).toEqual([]);
    await carryOut(office.reporter, "revise", id, {});
    await typeIn(office.reporter, id, { headline: "Bế mạc hội thao phường" });
    await carryOut(office.reporter, "submit", id, {});
    await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
    expect(await out()).toEqual([id]);
  });
});

describe("what is said of an article whose update is being written", () => {
  test("is what readers have where the list is about that: out today, or waiting to be answered for", async () => {
    const { reporter, approver, approver2 } = office;
    const id = await drafted(office);
    await carryOut(approver, "emergency_publish", id, { ...(await seen(approver, id)), reason: "Bão" });
    await carryOut(reporter, "revise", id, {});
    await typeIn(reporter, id, { headline: "Bế mạc hội thao phường", sectionId: office.news });
    await typeIn(approver2, id, { standfirst: "Chiều nay, hội thao bế mạc." });

    const { waiting, outToday } = await deskHome(approver2);
    expect(waiting).toMatchObject([{ id, why: "owed", title: "Khai mạc hội thao phường" }]);
    const out = { id, title: "Khai mạc hội thao phường", section: "Đảng - đoàn thể", by: "Reporter" };
    expect(outToday).toMatchObject([out]);
    const [written] = (await deskHome(reporter)).writing;
    expect(written).toMatchObject({ id, title: "Bế mạc hội thao phường", section: "Tin tức" });
  });
});

describe("what somebody is writing", () => {
  const writing = async (person: Person) => (await deskHome(person)).writing.map(({ id }) => id);

  test("is what they were given and what they began, until they hand it over", async () => {
    const { reporter, editor } = office;
    const live = await published(office);
    await carryOut(editor, "revise", live, {});
    expect(await writing(editor)).toEqual([live]);
    expect(await writing(reporter)).toEqual([live]);
    const draft = await start(editor, "article");
    await carryOut(editor, "hand_over", draft, { toPersonId: reporter.personId });
    expect(await writing(editor)).not.toContain(draft);
    expect(await writing(reporter)).toContain(draft);
  });

  test("is also a colleague's text with their words in it, kept or just typed, and no longer once it is out", async () => {
    const { editor, approver, approver2 } = office;
    const id = await submitted(office);
    expect(await writing(editor)).toEqual([]);
    await typeIn(editor, id, { standfirst: "Do biên tập sửa." });
    expect(await writing(editor)).toEqual([id]);
    await typeIn(approver2, id, { headline: "Người duyệt đổi" });
    expect(await writing(editor)).toEqual([id]);
    expect(await writing(approver)).toEqual([]);
    await carryOut(office.reporter, "confirm", id, await seen(office.reporter, id));
    await carryOut(approver, ["approve", "publish"], id, await seen(approver, id));
    expect(await writing(editor)).toEqual([]);
  });
});

function everybody(at: Office): Person[] {
  return [at.reporter, at.editor, at.approver, at.approver2, at.admin, at.stranger];
}
