import { describe, expect, test } from "vitest";
import { carryOut, start } from "./commands.ts";
import { anOffice, drafted, type Person, published, seen, storyOf, submitted, typeIn } from "./testing.ts";
import { oneOffice } from "./testing-office.ts";

const { rows, bend, office, lastEvent } = oneOffice();

const grant = ({ personId, siteId }: Person, section: number | null) =>
  rows("insert into grants (person_id, site_id, section_id, role) values ($1, $2, $3, 'approver')", [
    personId,
    siteId,
    section,
  ]);
const tomorrow = () => new Date(Date.now() + 86_400_000);

describe("starting", () => {
  test("is for people who write on the site: not for an administrator, a stranger to it, or somebody switched off", async () => {
    await start(office.reporter, "article");
    const elsewhere = await anOffice();
    for (const personId of [office.admin.personId, elsewhere.approver.personId]) {
      await expect(start({ siteId: office.siteId, personId }, "article")).rejects.toMatchObject({
        code: "not_allowed",
      });
    }
    await bend("update people set switched_off_at = now() where id = $1", [elsewhere.editor.personId]);
    await expect(start(elsewhere.editor, "article")).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("what has to be said", () => {
  test("a return has a reason of the list and words, a refusal a reason, a schedule an hour to come", async () => {
    const id = await submitted(office);
    const { editor, approver } = office;
    for (const said of [{}, { reason: "other" }, { words: "x" }, { reason: "because", words: "x" }]) {
      await expect(carryOut(editor, "return", id, said)).rejects.toMatchObject({ code: "bad_input" });
    }
    await expect(carryOut(approver, "refuse", id, {})).rejects.toMatchObject({ code: "bad_input" });
    await expect(carryOut(approver, "approve", id, {})).rejects.toMatchObject({ code: "bad_input" });
    const hash = await seen(approver, id);
    for (const at of [undefined, new Date(Date.now() - 1_000)]) {
      await expect(carryOut(approver, ["approve", "schedule"], id, { ...hash, at })).rejects.toMatchObject({
        code: "bad_input",
      });
    }
    expect((await storyOf(approver, id)).open?.state).toBe("in_review");
    await carryOut(editor, "return", id, { reason: "quality", words: "Câu thứ hai tối nghĩa." });
    expect(await lastEvent(id)).toMatchObject({ move: "return", reason: "quality", words: "Câu thứ hai tối nghĩa." });
  });
  test("nothing is sent or published with gaps, and all of them are named", async () => {
    const id = await start(office.reporter, "article");
    const refused = carryOut(office.reporter, "submit", id, {});
    await expect(refused).rejects.toMatchObject({
      code: "not_ready",
      sentence: expect.stringMatching(/tiêu đề.*chuyên mục.*nội dung/),
    });
    await expect(
      carryOut(office.approver, "emergency_publish", id, { ...(await seen(office.approver, id)), reason: "Bão" }),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/not_found|not_ready/),
    });
  });
  test("a text in review whose section was taken out is not confirmed either", async () => {
    const id = await submitted(office);
    await typeIn(office.editor, id, { sectionId: null });
    await grant(office.stranger, null);
    for (const one of [office.reporter, office.stranger]) {
      await expect(carryOut(one, "confirm", id, await seen(one, id))).rejects.toMatchObject({ code: "not_ready" });
    }
    await rows("delete from grants where person_id = $1 and section_id is null", [office.stranger.personId]);
  });
  test("a correction owes readers a note that says something new", async () => {
    const id = await published(office);
    await carryOut(office.editor, "correct", id, {});
    await typeIn(office.editor, id, { headline: "Khai mạc hội thao phường lần II" });
    await expect(carryOut(office.editor, "submit", id, {})).rejects.toMatchObject({ code: "not_ready" });
    await typeIn(office.editor, id, { correction: "Tiêu đề ghi thiếu số lần tổ chức." });
    await carryOut(office.editor, "submit", id, {});
    await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
    await carryOut(office.editor, "correct", id, {});
    await typeIn(office.editor, id, { standfirst: "Chiều nay, hội thao khai mạc." });
    await expect(carryOut(office.editor, "submit", id, {})).rejects.toMatchObject({ code: "not_ready" });
    await typeIn(office.editor, id, { correction: "Bản trước ghi sai buổi khai mạc." });
    await carryOut(office.editor, "submit", id, {});
  });
});

describe("who decides about a live article", () => {
  test("are the people of the section where readers find it, wherever an open text would move it", async () => {
    const { reporter, approver, stranger, elsewhere } = office;
    const id = await published(office);
    await carryOut(reporter, "revise", id, {});
    await typeIn(reporter, id, { sectionId: elsewhere });
    for (const move of ["hide", "withdraw"] as const) {
      await expect(carryOut(stranger, move, id, { reason: "error" })).rejects.toMatchObject({ code: "not_allowed" });
    }
    await typeIn(reporter, id, { sectionId: null });
    await carryOut(approver, "hide", id, { reason: "error" });
    await carryOut(approver, "restore", id, {});
    await typeIn(reporter, id, { sectionId: elsewhere });
    await carryOut(approver, "withdraw", id, { reason: "error" });
    await expect(carryOut(stranger, "restore", id, {})).rejects.toMatchObject({ code: "not_allowed" });
    await carryOut(approver, "restore", id, {});
  });

  test("are not the people of a second section, who do not even meet it at the desk", async () => {
    const { reporter, stranger, elsewhere } = office;
    const id = await published(office, { secondSectionIds: [elsewhere] });
    for (const move of ["revise", "hide", "withdraw"] as const) {
      await expect(carryOut(stranger, move, id, { reason: "error" })).rejects.toMatchObject({ code: "not_found" });
    }
    await carryOut(reporter, "revise", id, {});
    await carryOut(reporter, "submit", id, {});
    const hash = await seen(reporter, id);
    await expect(carryOut(stranger, "confirm", id, hash)).rejects.toMatchObject({ code: "not_found" });
    const asked = "select may_decide($1, last_live_revision_id) as may from documents where id = $2";
    expect(await rows(asked, [stranger.personId, id])).toEqual([{ may: false }]);
  });

  test("are the people of both sections, when an update moves it from one to the other", async () => {
    const { reporter, approver, approver2, stranger, elsewhere, siteId } = office;
    const id = await published(office);
    await carryOut(reporter, "revise", id, {});
    await typeIn(reporter, id, { sectionId: elsewhere });
    await carryOut(reporter, "submit", id, {});
    const hash = await seen(stranger, id);
    for (const one of [stranger, approver]) {
      for (const move of ["approve", "emergency_publish"] as const) {
        await expect(carryOut(one, move, id, { ...hash, reason: "Bão vào đất liền" })).rejects.toMatchObject({
          code: "not_allowed",
          sentence: expect.stringContaining("cả chuyên mục cũ và mới"),
        });
      }
    }
    await carryOut(stranger, "confirm", id, hash);
    await grant(approver2, elsewhere);
    await carryOut(approver2, "approve", id, await seen(approver2, id));
    for (const move of ["publish", "schedule"] as const) {
      await expect(carryOut(stranger, move, id, { ...hash, at: tomorrow() })).rejects.toMatchObject({
        code: "not_allowed",
      });
    }
    await carryOut(approver2, "publish", id, hash);
    expect((await storyOf(approver2, id)).document.sectionId).toBe(elsewhere);
    await rows("delete from grants where person_id = $1 and site_id = $2 and section_id = $3", [
      ...[approver2.personId, siteId, elsewhere],
    ]);
  });
});

describe("a first draft that is gone", () => {
  test("is recovered within thirty days, and copied at any time", async () => {
    const { reporter, editor } = office;
    const id = await drafted(office);
    await carryOut(reporter, "discard", id, {});
    await carryOut(editor, "recover", id, {});
    expect((await storyOf(reporter, id)).buffer?.content.headline).toBe("Khai mạc hội thao phường");
    await carryOut(reporter, "discard", id, {});
    await bend("update editions set closed_at = now() - interval '31 days' where document_id = $1", [id]);
    await expect(carryOut(reporter, "recover", id, {})).rejects.toMatchObject({ code: "wrong_state" });
    const { madeDocumentId = 0 } = await carryOut(reporter, "duplicate", id, {});
    expect(await storyOf(reporter, madeDocumentId)).toMatchObject({
      open: { state: "draft" },
      buffer: { content: { headline: "Khai mạc hội thao phường" } },
    });
  });
  test("that was refused is seen by who refused it", async () => {
    const id = await submitted(office);
    await carryOut(office.approver, "refuse", id, { reason: "Trùng bài hôm qua" });
    await expect(carryOut(office.approver, "recover", id, {})).rejects.toMatchObject({ code: "wrong_state" });
  });
});

describe("handing over", () => {
  test("goes to somebody who writes on the site, and takes the giver off", async () => {
    const { reporter, editor, admin } = office;
    const id = await start(reporter, "article");
    await expect(carryOut(reporter, "hand_over", id, { toPersonId: admin.personId })).rejects.toMatchObject({
      code: "bad_input",
    });
    await expect(carryOut(reporter, "hand_over", id, { toPersonId: 999_999 })).rejects.toMatchObject({
      code: "bad_input",
    });
    await expect(carryOut(reporter, "hand_over", id, { toPersonId: reporter.personId })).rejects.toMatchObject({
      code: "bad_input",
    });
    await carryOut(reporter, "hand_over", id, { toPersonId: editor.personId });
    expect((await storyOf(editor, id)).writers).toEqual([editor.personId]);
    await expect(typeIn(reporter, id, { headline: "x" })).rejects.toMatchObject({ code: "not_found" });
  });
  test("does not go to somebody who has never set a password and so cannot come in", async () => {
    const { reporter, approver2 } = office;
    const id = await start(reporter, "article");
    const given = () => carryOut(reporter, "hand_over", id, { toPersonId: approver2.personId });
    await expect(given()).rejects.toMatchObject({
      code: "bad_input",
      sentence: expect.stringContaining("chưa từng đặt mật khẩu"),
    });
    expect((await storyOf(reporter, id)).writers).toEqual([reporter.personId]);
  });
});
