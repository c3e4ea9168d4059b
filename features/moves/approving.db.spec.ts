import { describe, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { startFrom } from "#features/demo/start-from.ts";
import { askerOf } from "#features/workflow/asker.ts";
import { movesOpenTo } from "#features/workflow/policy.ts";
import { carryOut } from "./commands.ts";
import { aText, hashSeen, type Person, published, seen, seenLive, storyOf, submitted, typeIn } from "./testing.ts";
import { oneOffice } from "./testing-office.ts";

const { rows, office, lastEvent, lends } = oneOffice();

const article = async (id: number) => (await storyOf(office.approver, id)).document;

describe("what an authority ordered down", () => {
  test("comes back over two people, and an update does not go around them", async () => {
    const { approver, approver2, reporter } = office;
    const id = await published(office);
    await carryOut(approver, "withdraw", id, { reason: "authority" });
    await carryOut(reporter, "revise", id, {});
    await typeIn(reporter, id, { headline: "Bản khác" });
    await carryOut(reporter, "submit", id, {});
    await expect(carryOut(approver, ["approve", "publish"], id, await seen(approver, id))).rejects.toMatchObject({
      code: "wrong_state",
    });
    const at = new Date(Date.now() + 3_600_000);
    await expect(
      carryOut(approver, ["approve", "schedule"], id, { ...(await seen(approver, id)), at }),
    ).rejects.toMatchObject({ code: "wrong_state" });
    await expect(
      carryOut(approver, "emergency_publish", id, { ...(await seen(approver, id)), reason: "Bão" }),
    ).rejects.toMatchObject({ code: "wrong_state" });
    await carryOut(approver, "restore", id, {});
    await carryOut(approver, "restore", id, {});
    expect((await article(id)).visibility).toBe("withdrawn");
    await carryOut(approver2, "restore", id, {});
    expect((await article(id)).visibility).toBe("live");
    await carryOut(approver, "withdraw", id, { reason: "authority" });
    await carryOut(approver2, "restore", id, {});
    expect((await article(id)).visibility).toBe("withdrawn");
  });
});

describe("an emergency", () => {
  test("is owed until another approver countersigns the very text that is live", async () => {
    const { approver, approver2 } = office;
    const id = await submitted(office);
    await carryOut(approver, "emergency_publish", id, { ...(await seen(approver, id)), reason: "Bão" });
    const live = await seenLive(approver2, id);
    await expect(carryOut(approver2, "countersign", id, { ...live, hash: "0".repeat(64) })).rejects.toMatchObject({
      code: "out_of_date",
    });
    await expect(carryOut(approver, "countersign", id, live)).rejects.toMatchObject({ code: "not_allowed" });
    await carryOut(approver2, "countersign", id, live);
    expect(await article(id)).toMatchObject({ owedSince: null, owedBy: null });
    await expect(carryOut(approver2, "countersign", id, live)).rejects.toMatchObject({ code: "wrong_state" });
  });
  test("that is objected to opens a draft and stays live and owed, and a regular update pays", async () => {
    const { approver, approver2, reporter } = office;
    const id = await submitted(office);
    await carryOut(approver, "emergency_publish", id, { ...(await seen(approver, id)), reason: "Bão" });
    await carryOut(approver2, "object", id, { reason: "Sai số liệu" });
    expect(await lastEvent(id)).toMatchObject({ move: "object", to: "draft", reason: "Sai số liệu" });
    expect(await storyOf(approver2, id)).toMatchObject({
      open: { state: "draft", purpose: "objection" },
      document: { visibility: "live" },
    });
    expect((await article(id)).owedSince).not.toBeNull();
    await typeIn(reporter, id, { headline: "Đã sửa số liệu" });
    await carryOut(reporter, "submit", id, {});
    await expect(carryOut(approver2, "approve", id, await seen(approver2, id))).rejects.toMatchObject({
      code: "not_allowed",
    });
    await carryOut(approver, ["approve", "publish"], id, await seen(approver, id));
    expect((await article(id)).owedSince).toBeNull();
  });
});

describe("a deputy", () => {
  test("approves and publishes in an approver's name, with that one's rank and no more", async () => {
    const { approver, editor, reporter, stranger } = office;
    const id = await submitted(office);
    const said = { ...(await seen(editor, id)), forPersonId: approver.personId };
    await expect(carryOut(editor, ["approve", "publish"], id, said)).rejects.toMatchObject({ code: "not_allowed" });
    await lends(approver, editor);
    await carryOut(editor, ["approve", "publish"], id, said);
    const [approval] = await rows("select person_id, for_person_id from approvals where document_id = $1", [id]);
    expect(approval).toEqual({ person_id: editor.personId, for_person_id: approver.personId });
    const events = await rows(
      "select payload from events where document_id = $1 and payload->>'move' in ('approve', 'publish')",
      [id],
    );
    for (const { payload } of events) expect(payload).toMatchObject({ forPerson: approver.personId });
    await lends(reporter, approver);
    await lends(stranger, approver);
    const other = await submitted(office);
    for (const giver of [reporter, stranger]) {
      const lent = { ...(await seen(approver, other)), forPersonId: giver.personId };
      await expect(carryOut(approver, "approve", other, lent)).rejects.toMatchObject({ code: "not_allowed" });
    }
  });
});

describe("the one who started it", () => {
  test("does not approve, even after another approver has confirmed; the other one does", async () => {
    const { approver, approver2 } = office;
    const id = await submitted({ ...office, reporter: approver });
    await carryOut(approver2, "confirm", id, await seen(approver2, id));
    await expect(carryOut(approver, "approve", id, await seen(approver, id))).rejects.toMatchObject({
      code: "not_allowed",
      sentence: expect.stringContaining("đã mở lần đăng này"),
    });
    const open = (who: Person) =>
      transaction(async (tx) => {
        const story = await storyOf(who, id);
        return movesOpenTo(await askerOf(tx, who, story), story);
      });
    expect(await open(approver)).not.toContain("approve");
    expect(await open(approver2)).toContain("approve");
    await carryOut(approver2, "approve", id, await seen(approver2, id));
    await carryOut(approver, "publish", id, await seen(approver, id));
  });

  test("does not approve by a deputy either, who approves in the name of somebody else", async () => {
    const { approver, approver2, editor } = office;
    await lends(approver, editor);
    await lends(approver2, editor);
    const id = await submitted({ ...office, reporter: approver });
    const shown = await seen(editor, id);
    const inNameOf = (giver: Person) => carryOut(editor, "approve", id, { ...shown, forPersonId: giver.personId });
    await expect(inNameOf(approver)).rejects.toMatchObject({
      code: "not_allowed",
      sentence: expect.stringContaining("đã mở lần đăng này"),
    });
    await inNameOf(approver2);
    expect((await storyOf(approver, id)).open?.state).toBe("approved");
  });
});

describe("a confirmation that was taken back", () => {
  const rewritten = async () => {
    const id = await submitted(office);
    await typeIn(office.approver2, id, { standfirst: "Do người duyệt viết lại." });
    return id;
  };
  const holds = async (id: number) =>
    (await rows("select four_eyes_hold(last_live_revision_id) as holds from documents where id = $1", [id]))[0]?.holds;

  test.each([
    ["cancelling the approval", false],
    ["sending the text back", true],
  ])("by %s no longer covers anybody's words, until it is given again", async (_, sentBack) => {
    const { reporter, approver, approver2 } = office;
    const id = await rewritten();
    const hash = await seen(approver, id);
    await carryOut(approver, "approve", id, hash);
    if (sentBack) {
      await carryOut(approver, "return", id, { reason: "quality", words: "Câu thứ hai tối nghĩa." });
      await carryOut(reporter, "submit", id, {});
    } else await carryOut(approver, "cancel_approval", id, {});
    expect(await hashSeen(approver, id)).toBe(hash.hash);
    await expect(carryOut(approver2, ["approve", "publish"], id, await seen(approver2, id))).rejects.toMatchObject({
      code: "not_allowed",
    });
    await carryOut(approver, "approve", id, await seen(approver, id));
    await carryOut(approver2, "publish", id, hash);
    expect(await holds(id)).toBe(true);
  });

  test("is one of the same text: sending back a later update leaves the live text signed", async () => {
    const { reporter, approver } = office;
    const id = await published(office);
    await carryOut(reporter, "revise", id, {});
    await typeIn(reporter, id, { standfirst: "Cập nhật." });
    await carryOut(reporter, "submit", id, {});
    await carryOut(approver, "return", id, { reason: "quality", words: "Chưa rõ." });
    expect(await holds(id)).toBe(true);
  });
});

describe("the hash on the screen", () => {
  test("is the one that is signed, also when the address was typed, cleared and made again from the headline", async () => {
    const { approver, editor } = office;
    const id = await submitted(office);
    await typeIn(editor, id, { slug: "dia-chi-khac" });
    await carryOut(editor, "confirm", id, await seen(editor, id));
    await typeIn(editor, id, { slug: "" });
    const hash = await seen(approver, id);
    await carryOut(approver, "confirm", id, hash);
    const [signed] = await rows(
      "select content_hash as hash from approvals where document_id = $1 order by id desc limit 1",
      [id],
    );
    expect(signed?.hash).toBe(hash.hash);
    expect(await hashSeen(approver, id)).toBe(hash.hash);
  });
  test("stays what it is when nothing changes for readers", async () => {
    const id = await submitted(office);
    const before = await seen(office.approver, id);
    const { buffer } = await storyOf(office.approver, id);
    await typeIn(office.editor, id, {
      body: JSON.parse(JSON.stringify(buffer?.content.body).replace(/"id":"[^"]+"/g, '"id":"zzzzzzzz"')),
    });
    expect(await seen(office.approver, id)).toEqual(before);
  });
});

test("two people who import and approve one text each are two people, and the importer alone is not", async () => {
  const { approver, approver2, party } = office;
  const content = aText(party, { slug: "bai-nhap", datedAt: "2014-05-06T00:00:00.000Z" });
  const imported = { views: 12, batchId: null, migrated: true };
  const id = await transaction((tx) => startFrom(tx, approver, "article", { content, imported }));
  await carryOut(approver, "submit", id, {});
  await expect(carryOut(approver, ["approve", "publish"], id, await seen(approver, id))).rejects.toMatchObject({
    code: "not_allowed",
  });
  await carryOut(approver2, ["approve", "publish"], id, await seen(approver2, id));
  expect((await article(id)).shownAt?.toISOString()).toBe("2014-05-06T00:00:00.000Z");
});
