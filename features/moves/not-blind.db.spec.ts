import { describe, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { knownBy } from "#features/drafts/known.ts";
import { carryOut } from "./commands.ts";
import { hashSeen, type Person, published, seen, seenLive, storyOf, submitted, typeIn } from "./testing.ts";
import { oneOffice } from "./testing-office.ts";

const { office, lastEvent } = oneOffice();

const known = async (by: Person, id: number) => {
  const story = await storyOf(by, id);
  return transaction((tx) => knownBy(tx, by.personId, story));
};
const OLD_BASE = { code: "out_of_date", sentence: expect.stringContaining("xem lại thay đổi") };

describe("what somebody knows of a text under review", () => {
  test("is what they wrote last, while others have mended it; of a first text others know nothing", async () => {
    const { reporter, approver, approver2 } = office;
    const id = await submitted(office);
    const sent = await hashSeen(reporter, id);
    await typeIn(approver, id, { standfirst: "Do người duyệt sửa." });
    expect(await known(reporter, id)).toMatchObject({ hash: sent, because: "wrote" });
    expect(await known(approver, id)).toEqual({
      ...{ revisionId: null, hash: await hashSeen(approver, id), because: "wrote" },
    });
    expect(await known(approver2, id)).toBeNull();
  });

  test("is what they signed or sent back, when that came after what they wrote", async () => {
    const { reporter, editor, approver } = office;
    const id = await submitted(office);
    await typeIn(editor, id, { standfirst: "Do biên tập sửa." });
    await carryOut(reporter, "confirm", id, await seen(reporter, id));
    const mended = await hashSeen(editor, id);
    await typeIn(editor, id, { standfirst: "Do biên tập sửa lần nữa." });
    expect(await known(reporter, id)).toMatchObject({ hash: mended, because: "confirmed" });
    await carryOut(approver, "return", id, { reason: "quality", words: "Chưa rõ." });
    const returned = await hashSeen(approver, id);
    await typeIn(reporter, id, { standfirst: "Người viết sửa." });
    await carryOut(reporter, "submit", id, {});
    expect(await known(approver, id)).toMatchObject({ hash: returned, because: "returned" });
  });

  test("is what readers have, for who had no hand in the article", async () => {
    const { editor, approver, approver2 } = office;
    const id = await published(office);
    const live = (await storyOf(approver, id)).document.liveRevisionId;
    await carryOut(editor, "revise", id, {});
    await typeIn(editor, id, { standfirst: "Cập nhật." });
    await carryOut(editor, "submit", id, {});
    expect(await known(approver2, id)).toMatchObject({ revisionId: live, because: "live" });
    expect(await known(approver, id)).toMatchObject({ revisionId: live, because: "confirmed" });
  });
});

describe("whoever signs was shown what changed since", () => {
  test.each(["confirm", "approve"] as const)("to %s without saying since when is refused", async (move) => {
    const { approver } = office;
    const id = await submitted(office);
    const { hash } = await seen(approver, id);
    await expect(carryOut(approver, move, id, { hash })).rejects.toMatchObject({ code: "bad_input" });
    await expect(carryOut(approver, move, id, { hash, since: hash })).rejects.toMatchObject(OLD_BASE);
    expect((await storyOf(approver, id)).open?.state).toBe("in_review");
  });

  test("a writer does not confirm a mend as if it were compared with something else than their own text", async () => {
    const { reporter, approver } = office;
    const id = await submitted(office);
    const sent = await hashSeen(reporter, id);
    await typeIn(approver, id, { standfirst: "Do người duyệt sửa." });
    const hash = await hashSeen(reporter, id);
    for (const since of ["nothing", hash, "0".repeat(64)])
      await expect(carryOut(reporter, "confirm", id, { hash, since })).rejects.toMatchObject(OLD_BASE);
    await carryOut(reporter, "confirm", id, { hash, since: sent });
    expect(await lastEvent(id)).toMatchObject({ move: "confirm", hash, since: sent });
  });

  test("nor does a page count that was opened before they wrote or confirmed elsewhere", async () => {
    const { approver, approver2, editor } = office;
    const id = await submitted(office);
    const older = await seen(approver, id);
    await carryOut(approver, "confirm", id, older);
    await expect(carryOut(approver, "approve", id, older)).rejects.toMatchObject(OLD_BASE);
    // The same confirmation again adds nothing and is no error.
    await carryOut(approver, "confirm", id, older);
    await typeIn(editor, id, { standfirst: "Sửa lúc đang duyệt." });
    const { hash } = await seen(approver2, id);
    await expect(carryOut(approver2, "approve", id, { hash, since: older.hash })).rejects.toMatchObject(OLD_BASE);
    await carryOut(approver2, "confirm", id, await seen(approver2, id));
    expect(await lastEvent(id)).not.toHaveProperty("since");
  });

  test("also who answers for an emergency: since what they know, else since what readers had before", async () => {
    const { approver, approver2, editor } = office;
    const id = await published(office);
    const before = await seenLive(approver, id);
    await carryOut(editor, "revise", id, {});
    await typeIn(editor, id, { standfirst: "Bão đã vào." });
    await carryOut(approver, "emergency_publish", id, { ...(await seen(approver, id)), reason: "Bão" });
    const live = await seenLive(approver2, id);
    expect(live.since).toBe(before.hash);
    await expect(carryOut(approver2, "countersign", id, { ...live, since: "nothing" })).rejects.toMatchObject(OLD_BASE);
    await carryOut(approver2, "countersign", id, live);
    expect(await lastEvent(id)).toMatchObject({ move: "countersign", since: before.hash });
  });
});

describe("whoever sent somebody else's text", () => {
  test("waits for its writer, or for a colleague, before they approve it", async () => {
    const { reporter, approver } = office;
    const id = await submitted(office);
    await carryOut(reporter, "take_back", id, {});
    await carryOut(approver, "submit", id, {});
    await expect(carryOut(approver, "approve", id, await seen(approver, id))).rejects.toMatchObject({
      code: "not_allowed",
      sentence: expect.stringContaining("Người đã bấm “Gửi duyệt”"),
    });
    await carryOut(reporter, "confirm", id, await seen(reporter, id));
    await carryOut(approver, ["approve", "publish"], id, await seen(approver, id));
    expect((await storyOf(approver, id)).document.visibility).toBe("live");
  });
});

test("what a writer answers to a return goes with sending again, in one line, and stands in the history", async () => {
  const { reporter, approver } = office;
  const id = await submitted(office);
  await carryOut(approver, "return", id, { reason: "quality", words: "Ghi rõ nơi họp." });
  await carryOut(reporter, "submit", id, { answer: "Họp tại nhà văn hóa, đã ghi." });
  expect(await lastEvent(id)).toMatchObject({ move: "submit", words: "Họp tại nhà văn hóa, đã ghi." });
});
