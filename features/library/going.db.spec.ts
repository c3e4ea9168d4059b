import { describe, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { picturesForStaff } from "#features/desk/pictures.ts";
import { statesOf } from "#features/files/store.ts";
import { figureOf, readyCut, readyFile } from "#features/files/testing.ts";
import { article } from "#features/kinds/article.ts";
import { NO_LEAD } from "#features/kinds/lead.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aText, published, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import { cardsOn, frontPage } from "#features/reading/front.ts";
import { livePicture } from "#features/reading/pictures.ts";
import { liveArticle } from "#features/reading/queries.ts";
import { sitemap } from "#features/reading/sitemap.ts";
import type { Role } from "#features/roles/roles.ts";
import { askToErase, eraseFile, hideFile, showFileAgain, withdrawErasure } from "./going.ts";
import { erasedFile, erasuresFor, fileDetails, fileUses, keptFrom, offeredFiles } from "./queries.ts";

const { office, rows } = oneOffice();
const elsewhere = anotherOffice();

type Anyone = { siteId: number; personId: number };
const as = (role: Role, person: Anyone = office[role === "administrator" ? "admin" : role]) => ({
  ...person,
  grants: [{ role, sectionId: null }],
});
const second = () => as("approver", office.approver2);
const aFile = () => readyFile(office.reporter);
const showing = (sha256: string) => ({
  body: { type: "doc" as const, content: [...aText(0).body.content, figureOf(sha256)] },
});
const LEAD = { ...NO_LEAD, alt: "Sân đình", credit: "Lê Thử" };
const REASON = { reason: "Gia đình yêu cầu" };
const told = async () => (await rows("select facts from announcements order by id desc limit 1"))[0].facts as string[];
const ofFile = (id: number) => [`file:${id}`, `picture:${id}`, `list:sitemap:${office.siteId}`];

describe("a file that is hidden", () => {
  test("is nobody's among readers at once, stays in the texts that were signed, and comes back", async () => {
    const { id: fileId, sha256 } = await aFile();
    const id = await published(office, { body: showing(sha256).body });
    const signed = async () =>
      (await rows("select canonical from revisions where document_id = $1", [id]))[0].canonical;
    const before = await signed();
    expect((await liveArticle(office.siteId, id))?.pictures.has(sha256)).toBe(true);
    await hideFile(as("editor"), { sha256, ...REASON });
    expect(await told()).toEqual(ofFile(fileId));
    expect(await livePicture(office.siteId, sha256)).toBeNull();
    expect((await liveArticle(office.siteId, id))?.pictures.has(sha256)).toBe(false);
    expect(await signed()).toBe(before);
    await showFileAgain(as("approver"), { sha256 });
    expect(await told()).toEqual(ofFile(fileId));
    expect(await livePicture(office.siteId, sha256)).not.toBeNull();
    expect((await liveArticle(office.siteId, id))?.pictures.has(sha256)).toBe(true);
  });
  test("stands in the sitemap no more, and comes back there", async () => {
    const { sha256 } = await aFile();
    await published(office, { lead: { ...LEAD, file: sha256 } });
    const named = async () => (await sitemap(office.siteId, "https://thu.example")).includes(sha256);
    expect(await named()).toBe(true);
    await hideFile(as("editor"), { sha256, ...REASON });
    expect(await named()).toBe(false);
    await showFileAgain(as("approver"), { sha256 });
    expect(await named()).toBe(true);
    await askToErase(as("editor"), { sha256, ...REASON });
    await eraseFile(second(), { sha256 });
    expect(await named()).toBe(false);
  });
  test("is hidden with each part of it", async () => {
    const { id: fileId, sha256 } = await aFile();
    const cut = "0-0-0-5000-5000";
    await readyCut(fileId, cut);
    await published(office, { body: { type: "doc", content: [figureOf(sha256, { cut })] } });
    expect(await livePicture(office.siteId, `${sha256}/${cut}`)).not.toBeNull();
    await hideFile(as("editor"), { sha256, ...REASON });
    expect(await livePicture(office.siteId, `${sha256}/${cut}`)).toBeNull();
  });
  test("keeps a text with it from going live, says so to the desk, and lets what was live come back without it", async () => {
    const { editor, approver } = office;
    const { sha256 } = await aFile();
    const live = await published(office, { body: showing(sha256).body });
    const waiting = await submitted(office, { body: showing(sha256).body });
    await hideFile(as("editor"), { sha256, ...REASON });
    await carryOut(approver, "approve", waiting, await seen(approver, waiting));
    await expect(carryOut(approver, "publish", waiting, await seen(approver, waiting))).rejects.toMatchObject({
      code: "not_ready",
      sentence: expect.stringContaining("đang bị ẩn với bạn đọc"),
    });
    for (const id of [live, waiting])
      expect(await keptFrom(id)).toMatchObject([
        { sha256, kind: "hidden", reason: REASON.reason, by: expect.any(String) },
      ]);
    // Which is often why it was hidden.
    await rows("update files set licence_end = '2020-01-01' where sha256 = $1", [sha256]);
    await carryOut(editor, "hide", live, { reason: "Chờ kiểm tra" });
    await carryOut(approver, "restore", live, {});
    expect((await liveArticle(office.siteId, live))?.pictures.size).toBe(0);
  });
  test("is offered to no text, and said of in a text that has it", async () => {
    const { sha256 } = await aFile();
    await hideFile(as("editor"), { sha256, ...REASON });
    const offered = await offeredFiles(as("reporter"), {});
    expect(offered.files.map((one) => one.sha256)).not.toContain(sha256);
    const content = { ...aText(office.news), body: showing(sha256).body };
    const shown = await picturesForStaff(office.siteId, article, content);
    expect(shown.get(sha256)).toEqual({ why: expect.stringContaining("đang bị ẩn với bạn đọc") });
    expect(await transaction((tx) => statesOf(tx, office.siteId, [sha256]))).toEqual(
      new Map([[sha256, expect.objectContaining({ state: "hidden" })]]),
    );
  });
  test("is hidden by whoever may hide an article, shown by whoever may bring one back, each once", async () => {
    const { sha256 } = await aFile();
    for (const who of [as("reporter"), as("administrator"), as("reporter", office.editor)])
      await expect(hideFile(who, { sha256, ...REASON })).rejects.toMatchObject({ code: "not_allowed" });
    await expect(hideFile(as("editor", elsewhere.editor), { sha256, ...REASON })).rejects.toMatchObject({
      code: "not_found",
    });
    const twice = await Promise.allSettled([1, 2].map(() => hideFile(as("editor"), { sha256, ...REASON })));
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(showFileAgain(as("editor"), { sha256 })).rejects.toMatchObject({ code: "not_allowed" });
    await showFileAgain(second(), { sha256 });
    await expect(showFileAgain(second(), { sha256 })).rejects.toMatchObject({ code: "wrong_state" });
  });
});

test("lists are drawn without the picture of a line that is hidden, and with it again", async () => {
  const { sha256 } = await aFile();
  const id = await published(office, { lead: { ...LEAD, file: sha256 } });
  const card = async () => {
    return cardsOn(await frontPage(office.siteId, null)).find(({ number }) => number === id);
  };
  expect((await card())?.picture).not.toBeNull();
  await hideFile(as("editor"), { sha256, ...REASON });
  expect((await card())?.picture).toBeNull();
  await showFileAgain(second(), { sha256 });
  expect((await card())?.picture).not.toBeNull();
});

describe("a file that shall be erased", () => {
  const waiting = async (sha256: string, who = second()) =>
    (await erasuresFor(who)).filter((one) => one.sha256 === sha256);

  test("is hidden while it waits, on the homes of those who decide, and stays hidden when nothing comes of it", async () => {
    const { sha256 } = await aFile();
    await published(office, { body: showing(sha256).body });
    await askToErase(as("editor"), { sha256, ...REASON });
    expect(await livePicture(office.siteId, sha256)).toBeNull();
    expect(await waiting(sha256)).toMatchObject([{ mayErase: true, isMine: false, reason: REASON.reason }]);
    expect(await waiting(sha256, as("editor"))).toMatchObject([{ mayErase: false, isMine: true }]);
    expect(await waiting(sha256, as("reporter"))).toEqual([]);
    const [job] = await rows("select data from jobs.job where name = 'tell_asked' order by created_on desc limit 1");
    expect(job.data).toMatchObject({ about: "erasure" });
    await expect(askToErase(second(), { sha256, ...REASON })).rejects.toMatchObject({ code: "wrong_state" });
    await expect(showFileAgain(second(), { sha256 })).rejects.toMatchObject({ code: "wrong_state" });
    await withdrawErasure(as("editor"), { sha256 });
    expect(await waiting(sha256)).toEqual([]);
    expect(await livePicture(office.siteId, sha256)).toBeNull();
    await expect(eraseFile(second(), { sha256 })).rejects.toMatchObject({ code: "out_of_date" });
  });
  test("is erased by another one than who asked, who is an approver; never by one alone", async () => {
    const { sha256 } = await aFile();
    await askToErase(as("approver"), { sha256, ...REASON });
    for (const who of [as("approver"), as("editor"), as("reporter"), as("administrator")])
      await expect(eraseFile(who, { sha256 })).rejects.toMatchObject({ code: "not_allowed" });
    const twice = await Promise.allSettled([1, 2].map(() => eraseFile(second(), { sha256 })));
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
  test("leaves its hash, who wanted it so and why; texts that name it keep their chain", async () => {
    const { id: fileId, sha256 } = await aFile();
    await rows("update files set caption = 'Cháu A', alt = 'Cháu A' where id = $1", [fileId]);
    const id = await published(office, { body: showing(sha256).body });
    await askToErase(as("editor"), { sha256, ...REASON });
    const { number } = await eraseFile(second(), { sha256 });
    expect(await told()).toEqual([...ofFile(fileId), `bytes:${sha256}`]);
    expect((await rows("select caption, alt, name, bare_words from files where id = $1", [fileId]))[0]).toMatchObject({
      ...{ caption: "", alt: "", name: "" },
      bare_words: expect.not.stringContaining("chau"),
    });
    await expect(fileDetails(as("editor"), sha256)).rejects.toMatchObject({ code: "not_found" });
    const left = await erasedFile(as("editor"), sha256);
    expect(left).toMatchObject({ number, isSwept: false });
    expect(left?.deeds.map(({ kind }) => kind)).toEqual(["hidden", "erase_asked", "erased"]);
    expect((await fileUses(as("editor"), sha256, null)).uses.map(({ line }) => line.id)).toEqual([id]);
    expect((await liveArticle(office.siteId, id))?.pictures.size).toBe(0);
    const content = { ...aText(office.news), body: showing(sha256).body };
    const why = `Tệp ở chỗ này đã bị xóa vĩnh viễn theo số ${number}.`;
    expect((await picturesForStaff(office.siteId, article, content)).get(sha256)).toEqual({ why });
    expect(await keptFrom(id)).toMatchObject([{ kind: "erased", id: number }]);
    expect(
      await rows("select state from jobs.job where name = 'clear_bytes' and data ->> 'sha256' = $1", [sha256]),
    ).toEqual([{ state: "created" }]);
    await carryOut(office.reporter, "revise", id, {});
    await typeIn(office.reporter, id, { body: aText(0).body });
    await carryOut(office.reporter, "submit", id, {});
    await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
    expect(await keptFrom(id)).toEqual([]);
  });
});
