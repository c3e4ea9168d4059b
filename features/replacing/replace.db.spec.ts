import { describe, expect, test } from "vitest";
import { figureOf, readyCut, readyFile } from "#features/files/testing.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aText, drafted, type Office, published, seen, storyOf, submitted, typeIn } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import type { Role } from "#features/roles/roles.ts";
import { replaceFile } from "./commands.ts";
import { replacement } from "./queries.ts";

const { office, rows, bend } = oneOffice();
const elsewhere = anotherOffice();

type Anyone = { siteId: number; personId: number };
const as = (role: Role, person: Anyone = office[role === "administrator" ? "admin" : role]) => ({
  ...person,
  grants: [{ role, sectionId: office.news }],
});
const aFile = (change = {}) => readyFile(office.reporter, undefined, change).then(({ sha256 }) => sha256);
const showing = (...hashes: string[]) => ({
  body: { type: "doc" as const, content: [...aText(0).body.content, ...hashes.map((hash) => figureOf(hash))] },
});
const filesIn = async (id: number) => {
  const { buffer } = await storyOf(office.reporter, id);
  return [...JSON.stringify(buffer?.content).matchAll(/"file":"([0-9a-f]{64})"/g)].map(([, hash]) => hash);
};
const live = async (id: number) =>
  rows("select n.sha256 from documents d join revision_files n on n.revision_id = d.live_revision_id where d.id = $1", [
    id,
  ]).then((found) => found.map(({ sha256 }) => sha256));
const does = async (sha256: string, staff = as("editor")) =>
  (await replacement(staff, sha256, "")).places.map(({ line, does: what }) => [line.id, what]);

async function scheduled(by: Office, change: Parameters<typeof submitted>[1]): Promise<number> {
  const id = await submitted(by, change);
  await carryOut(by.approver, "approve", id, await seen(by.approver, id));
  return id;
}

describe("a file is replaced", () => {
  test("in what readers have by an update that others approve; until then they keep the old one", async () => {
    const { editor, approver } = office;
    const [old, next] = [await aFile(), await aFile()];
    const id = await published(office, showing(old));
    expect(await does(old)).toEqual([[id, "opens"]]);
    expect(await replaceFile(as("editor"), { sha256: old, next, documentIds: [id] })).toEqual([
      { documentId: id, done: "opens" },
    ]);
    expect(await live(id)).toEqual([old]);
    expect(await filesIn(id)).toEqual([next]);
    const { open, buffer } = await storyOf(editor, id);
    expect(open).toMatchObject({ state: "draft", purpose: "revise" });
    expect(buffer?.unkeptBy).toEqual([editor.personId]);
    await carryOut(editor, "submit", id, {});
    await expect(carryOut(editor, "approve", id, await seen(editor, id))).rejects.toThrow("not_allowed");
    await carryOut(approver, "approve", id, await seen(approver, id));
    await carryOut(approver, "publish", id, await seen(approver, id));
    expect(await live(id)).toEqual([next]);
    expect(await does(old)).toEqual([]);
  });

  test("in a text that is being written, lead and figures alike; another writer's words become a version first", async () => {
    const [old, next] = [await aFile(), await aFile({ width: 1200, height: 1600 })];
    const id = await drafted(office, { ...showing(old), lead: { ...NO_LEAD, file: old, focus: { x: 1, y: 1 } } });
    expect(await does(old)).toEqual([[id, "changes"]]);
    const [done] = await replaceFile(as("editor"), { sha256: old, next, documentIds: [id] });
    expect(done).toEqual({ documentId: id, done: "changes" });
    expect(await filesIn(id)).toEqual([next, next]);
    const { buffer } = await storyOf(office.reporter, id);
    expect(buffer?.content.lead).toMatchObject({ file: next, focus: null });
    expect(await rows("select cut_because as because from revisions where document_id = $1", [id])).toEqual([
      { because: "another_writer" },
    ]);
  });

  test("and a note that is carried stays one that nobody has typed again", async () => {
    const [old, next] = [await aFile(), await aFile()];
    const id = await published(office, showing(old));
    await carryOut(office.reporter, "correct", id, {});
    await typeIn(office.reporter, id, { correction: "Số đội là 12." });
    await carryOut(office.reporter, "submit", id, {});
    await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
    await replaceFile(as("editor"), { sha256: old, next, documentIds: [id] });
    expect((await storyOf(office.editor, id)).buffer?.content.correction).toBe("Số đội là 12.");
    await carryOut(office.editor, "submit", id, {});
  });

  test("with its cuts, which are asked for of the new one, where both have one shape", async () => {
    const cut = "0-0-0-5000-5000";
    const { id: fileId, sha256: old } = await readyFile(office.reporter);
    await readyCut(fileId, cut);
    const next = await aFile({ width: 800, height: 600 });
    const body = { type: "doc" as const, content: [...aText(0).body.content, figureOf(old, { cut })] };
    const id = await drafted(office, { body });
    await replaceFile(as("reporter"), { sha256: old, next, documentIds: [id] });
    const cuts = await rows("select c.cut from file_cuts c join files f on f.id = c.file_id where f.sha256 = $1", [
      next,
    ]);
    expect(cuts).toEqual([{ cut }]);
  });

  test("wherever it can be: a text that is frozen, or of which somebody has no say, refuses for itself alone", async () => {
    const [old, next] = [await aFile(), await aFile()];
    const approved = await scheduled(office, showing(old));
    const mine = await drafted(office, showing(old));
    const left = await published(office, showing(old));
    await carryOut(office.reporter, "revise", left, {});
    await typeIn(office.reporter, left, showing());
    expect((await does(old)).toSorted()).toEqual(
      [
        [approved, "waits"],
        [mine, "changes"],
        [left, "gone"],
      ].toSorted(),
    );
    const said = await replaceFile(as("reporter"), {
      ...{ sha256: old, next, documentIds: [approved, mine, left, 2_000_000_000] },
    });
    expect(said).toEqual([
      { documentId: approved, sentence: expect.stringContaining("Đã duyệt, chờ đăng") },
      { documentId: mine, done: "changes" },
      { documentId: left, sentence: "Bản đang viết không còn dùng tệp này." },
      { documentId: 2_000_000_000, sentence: "Không tìm thấy bài viết này." },
    ]);
    expect(await filesIn(approved)).toEqual([old]);
  });

  test("once: pressed again, or by two at once, it is one update", async () => {
    const [old, next] = [await aFile(), await aFile()];
    const id = await published(office, showing(old));
    const press = () => replaceFile(as("editor"), { sha256: old, next, documentIds: [id, id] });
    const both = await Promise.all([press(), press()]);
    expect(both.flat().filter((one) => "done" in one)).toEqual([{ documentId: id, done: "opens" }]);
    expect(both.flat().filter((one) => "sentence" in one)).toHaveLength(1);
    expect(await rows("select number from editions where document_id = $1 order by 1", [id])).toHaveLength(2);
  });

  test("only by a file of its kind, of this site, that can be used, and is another one", async () => {
    const old = await aFile();
    const id = await drafted(office, showing(old));
    const by = (next: string) => replaceFile(as("reporter"), { sha256: old, next, documentIds: [id] });
    await expect(by(old)).rejects.toThrow("chính là tệp đang dùng");
    await expect(by(await aFile({ mediaType: "application/pdf" }))).rejects.toThrow("phải cùng loại");
    await expect(by(await aFile({ state: "failed", failure: "unreadable" }))).rejects.toThrow("không dùng được");
    const hidden = await aFile();
    await bend(`update files set hidden = true where sha256 = '${hidden}'`);
    await expect(by(hidden)).rejects.toThrow("đang bị ẩn với bạn đọc");
    await expect(by((await readyFile(elsewhere.reporter)).sha256)).rejects.toThrow("not_found");
    await expect(replaceFile(as("reporter"), { sha256: old, next: await aFile(), documentIds: [] })).rejects.toThrow(
      "Hãy chọn từ một đến",
    );
    await expect(
      replaceFile(as("administrator"), { sha256: old, next: await aFile(), documentIds: [id] }),
    ).rejects.toThrow("not_allowed");
    expect(await filesIn(id)).toEqual([old]);
  });
});

test("of a document that somebody may not see nothing is said but that there is one", async () => {
  const old = await aFile();
  const other = await readyFile(office.reporter);
  const id = await drafted(office, { ...showing(old), sectionId: office.elsewhere });
  const stranger = { ...office.stranger, grants: [{ role: "reporter" as const, sectionId: office.elsewhere }] };
  expect(await replacement(as("reporter"), old, other.sha256)).toMatchObject({ unseen: 0 });
  const seenBy = await replacement(stranger, old, "");
  expect([seenBy.places.map(({ line }) => line.id), seenBy.unseen]).toEqual([[id], 0]);
});
