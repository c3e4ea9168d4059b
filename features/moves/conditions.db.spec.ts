import { describe, expect, test } from "vitest";
import { saveDraft } from "#features/drafts/commands.ts";
import type { ArticleContent } from "#features/kinds/article.ts";
import { carryOut } from "./commands.ts";
import { aText, type Person, published, publishedOld, seen, storyOf, submitted, typeIn } from "./testing.ts";
import { anotherOffice, oneOffice } from "./testing-office.ts";

const { rows, office, lends, lastEvent } = oneOffice();
const other = anotherOffice();

const tomorrow = () => new Date(Date.now() + 86_400_000);
const ANOTHER_HASH = { hash: "0".repeat(64) };

describe("a signature is of the text on the person's screen", () => {
  test.each(["confirm", "approve", "emergency_publish"] as const)("to %s an older one is refused", async (move) => {
    const { approver, editor } = office;
    const id = await submitted(office);
    const older = await seen(approver, id);
    await typeIn(editor, id, { standfirst: "Sửa sau lúc người duyệt mở bài." });
    for (const hash of [older, ANOTHER_HASH]) {
      await expect(carryOut(approver, move, id, { ...older, ...hash, reason: "Bão" })).rejects.toMatchObject({
        code: "out_of_date",
      });
    }
    expect(await rows("select kind from approvals where document_id = $1", [id])).toEqual([]);
  });

  test.each(["publish", "schedule"] as const)("to %s another than the approved one is refused", async (move) => {
    const { approver } = office;
    const id = await submitted(office);
    const hash = await seen(approver, id);
    await carryOut(approver, "approve", id, hash);
    const said = { at: tomorrow() };
    await expect(carryOut(approver, move, id, { ...said, ...ANOTHER_HASH })).rejects.toMatchObject({
      code: "out_of_date",
    });
    expect((await storyOf(approver, id)).open?.state).toBe("approved");
    await carryOut(approver, move, id, { ...said, ...hash });
  });
});

describe("gaps", () => {
  const picture = { file: "a".repeat(64), alt: "", decorative: false, credit: "Ảnh: Lê Thử" };
  const withPicture = { type: "doc", content: [...aText(0).body.content, { type: "figure", attrs: picture }] };

  test("that block publishing alone do not block an approval, and block every way out", async () => {
    const { approver, reporter } = office;
    const id = await submitted(office, { body: withPicture as ArticleContent["body"] });
    const said = { ...(await seen(approver, id)), at: tomorrow(), reason: "Bão" };
    await carryOut(reporter, "confirm", id, await seen(reporter, id));
    await expect(carryOut(approver, "emergency_publish", id, said)).rejects.toMatchObject({ code: "not_ready" });
    await carryOut(approver, "approve", id, said);
    for (const move of ["publish", "schedule"] as const)
      await expect(carryOut(approver, move, id, said)).rejects.toMatchObject({ code: "not_ready" });
  });

  test("of a picture that readers could not get say which one, until it is made ready", async () => {
    const { approver, reporter } = office;
    const attrs = { ...picture, file: "b".repeat(64), alt: "Kè sông lúc sáng" };
    const body = { type: "doc", content: [...aText(0).body.content, { type: "figure", attrs }] };
    const id = await submitted(office, { body: body as ArticleContent["body"] });
    await carryOut(reporter, "confirm", id, await seen(reporter, id));
    const said = await seen(approver, id);
    await carryOut(approver, "approve", id, said);
    const refused = (sentence: RegExp) =>
      expect(carryOut(approver, "publish", id, said)).rejects.toMatchObject({
        code: "not_ready",
        sentence: expect.stringMatching(sentence),
      });
    await refused(/^Ảnh thứ 1 không còn tệp trên trang này/);
    await rows(
      `insert into files (site_id, sha256, media_type, size, uploaded_by) select site_id, $2, 'image/jpeg', 9, $3
       from documents where id = $1`,
      [id, attrs.file, reporter.personId],
    );
    await refused(/^Ảnh thứ 1 đang được chuẩn bị/);
    await rows("update files set state = 'failed', failure = 'unreadable' where sha256 = $1", [attrs.file]);
    await refused(/^Ảnh thứ 1 không dùng được/);
    await rows(
      `update files set state = 'ready', failure = null, width = 9, height = 9, made_with = 1,
       renditions = '[{"format":"jpeg","width":9,"height":9,"bytes":9}]' where sha256 = $1`,
      [attrs.file],
    );
    await refused(/^Ảnh thứ 1 chưa ghi quyền sử dụng và người trong ảnh\.$/);
    await rows("update files set licence = 'own', people_shown = 'no_child' where sha256 = $1", [attrs.file]);
    await carryOut(approver, "publish", id, said);
  });

  test("that block submitting block an approval, too", async () => {
    const { approver, editor } = office;
    const id = await submitted(office);
    await typeIn(editor, id, { headline: "" });
    await expect(carryOut(approver, "approve", id, await seen(approver, id))).rejects.toMatchObject({
      code: "not_ready",
    });
  });
});

describe("a reason", () => {
  test("is owed by whoever hides, objects, or publishes in an emergency", async () => {
    const { approver, approver2, editor } = office;
    const live = await published(office);
    const review = await submitted(office);
    const hash = await seen(approver, review);
    await expect(carryOut(editor, "hide", live, {})).rejects.toMatchObject({ code: "bad_input" });
    await expect(carryOut(approver, "withdraw", live, {})).rejects.toMatchObject({ code: "bad_input" });
    await expect(carryOut(approver, "emergency_publish", review, hash)).rejects.toMatchObject({ code: "bad_input" });
    await carryOut(approver, "emergency_publish", review, { ...hash, reason: "Bão vào đất liền" });
    expect(await lastEvent(review)).toMatchObject({
      kind: "moved",
      move: "emergency_publish",
      reason: "Bão vào đất liền",
    });
    await expect(carryOut(approver2, "object", review, {})).rejects.toMatchObject({ code: "bad_input" });
  });
});

describe("what leaves readers", () => {
  test.each([
    ["hide", "hidden"],
    ["withdraw", "withdrawn"],
  ] as const)("by %s takes its scheduled update off the clock, which waits approved", async (move, visibility) => {
    const { approver, reporter } = office;
    const id = await published(office);
    await carryOut(reporter, "revise", id, {});
    await typeIn(reporter, id, { headline: "Bản mới" });
    await carryOut(reporter, "submit", id, {});
    await carryOut(approver, ["approve", "schedule"], id, { ...(await seen(approver, id)), at: tomorrow() });
    await carryOut(approver, move, id, { reason: "error" });
    expect(await storyOf(approver, id)).toMatchObject({ document: { visibility }, open: { state: "approved" } });
    expect(await rows("select outcome from schedules where document_id = $1", [id])).toEqual([
      { outcome: "cancelled" },
    ]);
  });
});

describe("a copy", () => {
  test("has no address, date or note of its own yet, and is its maker's writing", async () => {
    const { editor, reporter } = office;
    const id = await publishedOld(office, {
      datedAt: "2014-05-06T00:00:00.000Z",
      correction: "Sửa số liệu.",
      update: "Thêm ảnh.",
    });
    const { madeDocumentId = 0 } = await carryOut(editor, "duplicate", id, {});
    const copy = await storyOf(editor, madeDocumentId);
    expect(copy).toMatchObject({ open: { purpose: "first", openedBy: editor.personId }, writers: [editor.personId] });
    expect(copy.buffer?.content).toMatchObject({ slug: "", datedAt: null, correction: "", update: "" });
    expect(copy.lastRevision?.writers[0]).toBe(editor.personId);
    const { buffer } = await storyOf(reporter, id);
    expect(copy.buffer?.content.headline).toBe(buffer?.content.headline);
  });
});

describe("a deputy", () => {
  test("signs in an approver's name and does nothing else in it", async () => {
    const { approver, editor } = office;
    await lends(approver, editor);
    const forPersonId = approver.personId;
    const [live, review] = [await published(office), await submitted(office)];
    const hash = await seen(editor, review);
    const tries = [
      carryOut(editor, "withdraw", live, { reason: "error", forPersonId }),
      carryOut(editor, "emergency_publish", review, { ...hash, reason: "Bão", forPersonId }),
      carryOut(editor, "refuse", review, { reason: "Trùng", forPersonId }),
    ];
    for (const one of await Promise.allSettled(tries))
      expect(one).toMatchObject({ status: "rejected", reason: { code: "not_allowed" } });
  });

  test("has signed nothing any more once the one they stand for takes it back", async () => {
    const { approver, approver2, editor } = office;
    await lends(approver, editor);
    const id = await submitted(office);
    await typeIn(approver2, id, { standfirst: "Do người duyệt viết lại." });
    await carryOut(editor, "approve", id, { ...(await seen(editor, id)), forPersonId: approver.personId });
    await carryOut(approver, "cancel_approval", id, {});
    await expect(carryOut(approver2, "approve", id, await seen(approver2, id))).rejects.toMatchObject({
      code: "not_allowed",
    });
  });

  test("does not approve what the one they stand for has started", async () => {
    const { approver, editor } = office;
    await lends(approver, editor);
    const id = await submitted({ ...office, reporter: approver });
    const said = { ...(await seen(editor, id)), forPersonId: approver.personId };
    await expect(carryOut(editor, "approve", id, said)).rejects.toMatchObject({
      code: "not_allowed",
      sentence: expect.stringContaining("đã mở lần đăng này"),
    });
  });
});

test("at one site an article of another does not exist, not even for somebody with a role at both", async () => {
  const theirs = await published(other);
  const both: Person = { siteId: office.siteId, personId: office.approver.personId };
  await rows("insert into grants (person_id, site_id, role) values ($1, $2, 'approver')", [
    both.personId,
    other.siteId,
  ]);
  for (const move of ["hide", "withdraw", "revise"] as const)
    await expect(carryOut(both, move, theirs, { reason: "error" })).rejects.toMatchObject({ code: "not_found" });
  const save = { documentId: theirs, tab: crypto.randomUUID(), counter: 1, base: 1, content: aText(other.party) };
  await expect(saveDraft(both, save)).rejects.toMatchObject({ code: "not_found" });
  await carryOut({ ...both, siteId: other.siteId }, "hide", theirs, { reason: "error" });
});
