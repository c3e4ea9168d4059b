import { describe, expect, test } from "vitest";
import type { ArticleContent } from "#features/kinds/article.ts";
import { carryOut } from "#features/moves/commands.ts";
import {
  anOffice,
  aText,
  drafted,
  type Person,
  published,
  publishedOld,
  seen,
  storyOf,
  submitted,
  typeIn,
} from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";

import { restoreVersion, type Saved, saveDraft } from "./commands.ts";

const { rows, bend, office, lastEvent } = oneOffice();

/** Who is named as the writer of each revision, oldest first, and why it was cut. */
const cuts = async (id: number) =>
  (await rows("select writers, cut_because from revisions where document_id = $1 order by id", [id])).map((row) => [
    row.writers[0],
    row.cut_because,
  ]);

/** An editor's tab that counts its saves. */
function aTab(by: Person, documentId: number) {
  const tab = crypto.randomUUID();
  let counter = 0;
  const save = (content: ArticleContent, base: number, count = ++counter, replaces = false): Promise<Saved> =>
    saveDraft(by, { documentId, tab, counter: count, base, replaces, content });
  return {
    save,
    choose: (content: ArticleContent, base: number) => save(content, base, undefined, true),
    repeat: (content: ArticleContent, base: number, count: number) => save(content, base, count),
  };
}

async function aDraft(): Promise<{ id: number; text: ArticleContent }> {
  const text = aText(office.party);
  return { id: await drafted(office, text), text };
}

const buffer = async (by: Person, id: number) => (await storyOf(by, id)).buffer;

describe("a save", () => {
  test("that is repeated gets the same answer and changes nothing", async () => {
    const { id, text } = await aDraft();
    const tab = aTab(office.reporter, id);
    const first = await tab.save({ ...text, headline: "Một" }, 2);
    expect(first).toMatchObject({ saved: true, version: 3 });
    expect(await tab.repeat({ ...text, headline: "Một" }, 2, 1)).toEqual(first);
    await tab.save({ ...text, headline: "Hai" }, 3);
    expect(await tab.repeat({ ...text, headline: "Một" }, 2, 1)).toMatchObject({ saved: true, version: 4 });
    expect((await buffer(office.reporter, id))?.content.headline).toBe("Hai");
  });
  test("is not looked at before it is known that its writer may type there", async () => {
    const { id } = await aDraft();
    const content = { toString: "no text of ours" };
    const save = (by: Person, documentId: number) =>
      saveDraft(by, { documentId, tab: crypto.randomUUID(), counter: 1, base: 2, content });
    await expect(save(office.stranger, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(save(office.reporter, 2_000_000_000)).rejects.toMatchObject({ code: "not_found" });
    await expect(save(office.reporter, id)).rejects.toMatchObject({ code: "bad_text" });
  });
  test("whose reply was lost is answered again though the text was frozen or published since", async () => {
    const { id, text } = await aDraft();
    const tab = aTab(office.reporter, id);
    const first = await tab.save({ ...text, headline: "Câu cuối" }, 2);
    await carryOut(office.reporter, "submit", id, {});
    expect(await tab.repeat({ ...text, headline: "Câu cuối" }, 2, 1)).toEqual(first);
    await expect(tab.save({ ...text, headline: "Sau khi gửi" }, 3)).rejects.toMatchObject({ code: "not_allowed" });
    await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
    expect(await tab.repeat({ ...text, headline: "Câu cuối" }, 2, 1)).toEqual(first);
    await expect(tab.save({ ...text, headline: "Sau khi đăng" }, 3)).rejects.toMatchObject({ code: "frozen" });
  });
  test("from somebody else's tab does not get a colleague's answer", async () => {
    const { id, text } = await aDraft();
    const tab = crypto.randomUUID();
    await saveDraft(office.reporter, {
      documentId: id,
      tab,
      counter: 5,
      base: 2,
      content: { ...text, headline: "Của tôi" },
    });
    const other = await saveDraft(office.editor, {
      documentId: id,
      tab,
      counter: 1,
      base: 3,
      content: { ...text, headline: "Của biên tập" },
    });
    expect(other).toMatchObject({ saved: true, version: 4 });
  });
  test("on a stale base gets the other text, and changes nothing", async () => {
    const { id, text } = await aDraft();
    await aTab(office.editor, id).save({ ...text, headline: "Biên tập sửa" }, 2);
    const stale = await aTab(office.reporter, id).save({ ...text, headline: "Người viết sửa" }, 2);
    expect(stale).toMatchObject({
      saved: false,
      theirs: { version: 3, savedBy: "Editor", content: { headline: "Biên tập sửa" } },
    });
    expect((await buffer(office.reporter, id))?.content.headline).toBe("Biên tập sửa");
  });
  test("that was meant for an earlier edition is stale, however often the next one was saved", async () => {
    const id = await published(office);
    const phone = aTab(office.reporter, id);
    const before = await buffer(office.reporter, id);
    await carryOut(office.reporter, "revise", id, {});
    for (const headline of ["Một", "Hai", "Ba"]) {
      await typeIn(office.reporter, id, { headline });
      const late = await phone.save(aText(office.party, { headline: "Từ điện thoại" }), before?.version ?? 0);
      expect(late).toMatchObject({ saved: false, theirs: { content: { headline } } });
    }
  });
  test("of the very text that is there is saved, whatever its base", async () => {
    const { id, text } = await aDraft();
    expect(await aTab(office.editor, id).save(text, 0)).toMatchObject({ saved: true, version: 2 });
    expect((await buffer(office.reporter, id))?.unkeptBy).toEqual([office.reporter.personId]);
  });
  test("keeps another writer's words as a version in that writer's name first", async () => {
    const { id, text } = await aDraft();
    await aTab(office.editor, id).save({ ...text, headline: "Biên tập sửa" }, 2);
    await aTab(office.reporter, id).save({ ...text, headline: "Lại sửa" }, 3);
    await carryOut(office.reporter, "submit", id, {});
    expect(await cuts(id)).toEqual([
      [office.reporter.personId, "another_writer"],
      [office.editor.personId, "another_writer"],
      [office.reporter.personId, "move"],
    ]);
  });
  test("that was chosen over the text that is there keeps that one as a version, also between two tabs of one person", async () => {
    const { id, text } = await aDraft();
    const here = aTab(office.reporter, id);
    await aTab(office.reporter, id).save({ ...text, headline: "Ở thẻ kia" }, 2);
    expect(await here.save({ ...text, headline: "Ở thẻ này" }, 2)).toMatchObject({ saved: false });
    expect(await here.choose({ ...text, headline: "Ở thẻ này" }, 3)).toMatchObject({ saved: true, version: 4 });
    expect(await here.save({ ...text, headline: "Ở thẻ này, gõ tiếp" }, 4)).toMatchObject({ saved: true });
    expect(await cuts(id)).toEqual([[office.reporter.personId, "replaced"]]);
    expect(await rows("select content->>'headline' as kept from revisions where document_id = $1", [id])).toEqual([
      { kept: "Ở thẻ kia" },
    ]);
  });
  test("that undoes all leaves no writer behind", async () => {
    const id = await submitted(office);
    const before = await buffer(office.editor, id);
    await typeIn(office.editor, id, { headline: "Sửa nhầm" });
    expect((await buffer(office.editor, id))?.unkeptBy).toEqual([office.editor.personId]);
    await typeIn(office.editor, id, { headline: String(before?.content.headline) });
    expect(await buffer(office.editor, id)).toMatchObject({ unkeptBy: [], digest: before?.digest });
    await carryOut(office.approver, "approve", id, await seen(office.approver, id));
    expect(await cuts(id)).toEqual([[office.reporter.personId, "move"]]);
  });
  test("after ten quiet minutes begins a new version", async () => {
    const { id, text } = await aDraft();
    await bend("update draft_buffers set saved_at = now() - interval '9 minutes' where document_id = $1", [id]);
    await aTab(office.reporter, id).save({ ...text, headline: "Sớm" }, 2);
    expect(await cuts(id)).toEqual([]);
    await bend("update draft_buffers set saved_at = now() - interval '11 minutes' where document_id = $1", [id]);
    await aTab(office.reporter, id).save({ ...text, headline: "Muộn" }, 3);
    expect(await cuts(id)).toEqual([[office.reporter.personId, "quiet"]]);
  });
  test("keeps the address that readers know, and the date of an older system", async () => {
    const id = await published(office);
    await carryOut(office.reporter, "revise", id, {});
    await expect(typeIn(office.reporter, id, { slug: "dia-chi-khac" })).rejects.toMatchObject({ code: "bad_text" });
    await typeIn(office.reporter, id, { slug: "", datedAt: "2001-01-01T00:00:00.000Z", headline: "Mới" });
    expect((await buffer(office.reporter, id))?.content).toMatchObject({
      slug: "khai-mac-hoi-thao-phuong",
      datedAt: null,
    });
    const old = await publishedOld(office, { datedAt: "2014-05-06T00:00:00.000Z" });
    await carryOut(office.reporter, "revise", old, {});
    await typeIn(office.reporter, old, { datedAt: null, headline: "Mới" });
    expect((await buffer(office.reporter, old))?.content.datedAt).toBe("2014-05-06T00:00:00.000Z");
  });
  test("in a section of another site, or of none, is kept, cut and shown as a gap", async () => {
    const other = await anOffice();
    for (const sectionId of [other.party, 1_000_000]) {
      const { id, text } = await aDraft();
      await typeIn(office.reporter, id, { ...text, sectionId });
      await expect(carryOut(office.reporter, "submit", id, {})).rejects.toMatchObject({ code: "not_ready" });
      await bend("update draft_buffers set saved_at = now() - interval '1 hour' where document_id = $1", [id]);
      await typeIn(office.reporter, id, { headline: "Vẫn lưu được" });
      expect(await cuts(id)).toEqual([[office.reporter.personId, "quiet"]]);
      const known = await rows("select section_id from revisions where document_id = $1", [id]);
      expect(known).toEqual([{ section_id: null }]);
    }
  });
  test("by somebody who may not type is refused: a stranger, an administrator, a reporter who was not given the text", async () => {
    const { id, text } = await aDraft();
    for (const by of [office.stranger, office.admin]) {
      await expect(aTab(by, id).save(text, 2)).rejects.toMatchObject({ code: "not_found" });
    }
    const review = await submitted(office);
    await expect(typeIn(office.reporter, review, { headline: "x" })).rejects.toMatchObject({ code: "not_allowed" });
    await expect(aTab(office.reporter, 999_999).save(text, 0)).rejects.toMatchObject({ code: "not_found" });
    const elsewhere = await anOffice();
    await expect(aTab(elsewhere.approver, id).save(text, 2)).rejects.toMatchObject({ code: "not_found" });
  });
  test("by a writer whose role has ended is refused, and again allowed with a role", async () => {
    const { id } = await aDraft();
    await bend("update grants set ended_at = now() where person_id = $1", [office.reporter.personId]);
    await expect(typeIn(office.reporter, id, { headline: "x" })).rejects.toMatchObject({ code: "not_found" });
    await bend("update grants set ended_at = null where person_id = $1", [office.reporter.personId]);
    await typeIn(office.reporter, id, { headline: "x" });
  });
});

describe("an earlier version", () => {
  test("comes back in the name of whoever restores it, beside a line of history", async () => {
    const { id, text } = await aDraft();
    await typeIn(office.editor, id, { headline: "Biên tập sửa" });
    const first = (await rows("select min(id) as id from revisions where document_id = $1", [id]))[0]?.id;
    await restoreVersion(office.editor, id, first);
    expect(await buffer(office.editor, id)).toMatchObject({ content: { headline: text.headline }, unkeptBy: [] });
    expect((await cuts(id)).at(-1)).toEqual([office.editor.personId, "restore"]);
    expect(await lastEvent(id)).toEqual({ kind: "version_restored", revision: first });
  });
  test("keeps what stood there as a version of its writer's, and every version has a salt of its own", async () => {
    const { id } = await aDraft();
    await typeIn(office.editor, id, { headline: "Biên tập sửa" });
    const first = (await rows("select min(id) as id from revisions where document_id = $1", [id]))[0]?.id;
    await restoreVersion(office.editor, id, first);
    expect(await cuts(id)).toEqual([
      [office.reporter.personId, "another_writer"],
      [office.editor.personId, "replaced"],
      [office.editor.personId, "restore"],
    ]);
    const [found] = await rows(
      "select count(distinct salt)::integer as salts, count(distinct content_hash)::integer as hashes from revisions where document_id = $1",
      [id],
    );
    expect(found).toEqual({ salts: 3, hashes: 3 });
  });
  test("from before the article was live keeps the address that readers know", async () => {
    const id = await drafted(office, { slug: "dia-chi-cu" });
    await typeIn(office.editor, id, { slug: "dia-chi-moi" });
    await carryOut(office.reporter, "submit", id, {});
    await carryOut(office.editor, "confirm", id, await seen(office.editor, id));
    await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
    const first = (await rows("select min(id) as id from revisions where document_id = $1", [id]))[0]?.id;
    await carryOut(office.reporter, "revise", id, {});
    await restoreVersion(office.reporter, id, first);
    expect((await buffer(office.reporter, id))?.content.slug).toBe("dia-chi-moi");
  });
  test("leaves the note on the correction that is being written, unless it has one of its own", async () => {
    const id = await published(office);
    const noteNow = async () => (await buffer(office.reporter, id))?.content.correction;
    const cutIn = async (change: Partial<ArticleContent>) => {
      await typeIn(office.reporter, id, change);
      await restoreVersion(office.reporter, id, (await storyOf(office.reporter, id)).document.liveRevisionId ?? 0);
      return (
        await rows("select id from revisions where document_id = $1 and cut_because = 'replaced' order by id", [id])
      ).at(-1)?.id;
    };
    await carryOut(office.reporter, "correct", id, {});
    const without = await cutIn({ headline: "Chưa có đính chính" });
    const withOwn = await cutIn({ correction: "Sửa giờ khai mạc." });
    await typeIn(office.reporter, id, { correction: "Sửa giờ và nơi khai mạc." });
    await restoreVersion(office.reporter, id, without);
    expect(await noteNow()).toBe("Sửa giờ và nơi khai mạc.");
    await restoreVersion(office.reporter, id, withOwn);
    expect(await noteNow()).toBe("Sửa giờ khai mạc.");

    await carryOut(office.reporter, "submit", id, {});
    await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
    await carryOut(office.reporter, "correct", id, {});
    const carried = await cutIn({ headline: "Mang theo đính chính cũ" });
    await typeIn(office.reporter, id, { correction: "Sửa số đội." });
    await restoreVersion(office.reporter, id, carried);
    expect(await noteNow()).toBe("Sửa số đội.");
  });
  test("of another article is not found", async () => {
    const { id } = await aDraft();
    const other = await submitted(office);
    const foreign = (await rows("select id from revisions where document_id = $1", [other]))[0]?.id;
    await expect(restoreVersion(office.reporter, id, foreign)).rejects.toMatchObject({ code: "not_found" });
  });
});
