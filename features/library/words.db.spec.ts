import { describe, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { NOT_KEPT } from "#features/files/failures.ts";
import { findFile, keepMade } from "#features/files/store.ts";
import { madeOf, NOT_MADE, readyCut, readyFile } from "#features/files/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import type { Role } from "#features/roles/roles.ts";
import { changeWords, tryAgain, tryCutAgain } from "./commands.ts";
import { fileDetails } from "./queries.ts";
import { FileWordsForm } from "./words.ts";

const { office, rows } = oneOffice();
const elsewhere = anotherOffice();

type Anyone = { siteId: number; personId: number };
const as = (
  role: Role | null,
  person: Anyone = office[role === "administrator" || role === null ? "admin" : role],
) => ({
  ...person,
  grants: role === null ? [] : [{ role, sectionId: office.news }],
});

const SAID = { caption: "Đầm sen", credit: "An", alt: "Sen hồng", creator: "An", copyright: "", keywords: ["sen"] };
const aFile = (change: Parameters<typeof readyFile>[2] = {}, by: Anyone = office.reporter) =>
  readyFile(by, crypto.randomUUID(), change);
const say = (who: Parameters<typeof changeWords>[0], sha256: string, version = 0, words: Partial<typeof SAID> = {}) =>
  changeWords(who, { sha256, version, words: { ...SAID, ...words } });

describe("the words of a file", () => {
  test("are changed by whoever brought it, and by editors and approvers of the site, who are named", async () => {
    const { sha256 } = await aFile();
    await say(as("reporter"), sha256);
    expect(await fileDetails(as("reporter"), sha256)).toMatchObject({
      ...{ ...SAID, version: 1, mayChange: true },
      changed: { by: expect.any(String), at: expect.any(Date) },
    });
    await say(as("editor"), sha256, 1, { caption: "Hồ sen" });
    await say(as("approver"), sha256, 2, { caption: "Hồ sen lúc sáng" });
    const { version, caption, changed } = await fileDetails(as("reporter"), sha256);
    expect([version, caption]).toEqual([3, "Hồ sen lúc sáng"]);
    const [approver] = await rows("select name from people where id = $1", [office.approver.personId]);
    expect(changed?.by).toBe(approver?.name);
  });

  test("are no matter of a reporter who did not bring it, of administrators, of strangers or of another site", async () => {
    const { sha256 } = await aFile({}, office.editor);
    await expect(say(as("reporter"), sha256)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(say(as("administrator"), sha256)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(say(as(null), sha256)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(say(as("approver", elsewhere.approver), sha256)).rejects.toMatchObject({ code: "not_found" });
    await expect(say(as("approver"), "0".repeat(64))).rejects.toMatchObject({ code: "not_found" });
    expect(await fileDetails(as("reporter"), sha256)).toMatchObject({ version: 0, caption: "", mayChange: false });
  });

  test("of two people at once the second one is told who was there, and writes over nothing", async () => {
    const { sha256 } = await aFile();
    const both = await Promise.allSettled([
      say(as("editor"), sha256, 0, { caption: "một" }),
      say(as("approver"), sha256, 0, { caption: "hai" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const { caption, version, changed } = await fileDetails(as("editor"), sha256);
    expect(version).toBe(1);
    expect(caption).toBe(both[0]?.status === "fulfilled" ? "một" : "hai");
    const no = both.find((one) => one.status === "rejected");
    expect(no).toMatchObject({
      reason: { code: "out_of_date", sentence: expect.stringContaining(`${changed?.by} đã sửa`) },
    });
  });

  test("that a camera has said meanwhile are not written over by who had not seen them", async () => {
    const { id, sha256 } = await aFile({ ...NOT_MADE, state: "waiting" });
    const made = madeOf(800, 600);
    await transaction((tx) => keepMade(tx, id, made, { caption: "Máy ảnh nói" }));
    await expect(say(as("reporter"), sha256, 0, { caption: "" })).rejects.toMatchObject({ code: "out_of_date" });
    expect((await findFile(office.siteId, sha256))?.caption).toBe("Máy ảnh nói");
    await say(as("reporter"), sha256, 1, { caption: "Tôi nói" });
    await transaction((tx) => keepMade(tx, id, made, { caption: "Máy ảnh nói" }));
    expect(await fileDetails(as("reporter"), sha256)).toMatchObject({ caption: "Tôi nói", version: 2 });
  });
});

describe("a file that failed", () => {
  test("is tried again by who may change it, once", async () => {
    const { id, sha256 } = await aFile({ ...NOT_MADE, state: "failed", failure: "too_slow" });
    await expect(tryAgain(as("reporter", office.stranger), { sha256 })).rejects.toMatchObject({ code: "not_allowed" });
    await tryAgain(as("reporter"), { sha256 });
    await expect(tryAgain(as("editor"), { sha256 })).rejects.toMatchObject({ code: "wrong_state" });
    expect(await fileDetails(as("reporter"), sha256)).toMatchObject({ state: "waiting", failure: null });
    expect(await rows("select data from jobs.job where name = 'make_renditions'")).toEqual([{ data: { fileId: id } }]);
  });
});

describe("a cut that failed", () => {
  const CUT = "90-0-0-5000-10000";
  async function aFailedCut() {
    const { id, sha256 } = await aFile();
    const [{ id: cutId }] = await rows(
      "insert into file_cuts (file_id, cut, state, failure) values ($1, $2, 'failed', 'too_slow') returning id",
      [id, CUT],
    );
    return { id, sha256, cutId };
  }
  const jobs = () => rows("select data from jobs.job where name = 'make_cut'");

  test("is tried again, once, by whoever writes on the site, whoever has brought the picture", async () => {
    const { sha256, cutId } = await aFailedCut();
    const tries = [office.reporter, office.stranger].map((person) =>
      tryCutAgain(as("reporter", person), { sha256, cut: CUT }),
    );
    const done = await Promise.allSettled(tries);
    expect(done.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(done.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "wrong_state" } });
    expect(await rows("select state, failure from file_cuts where id = $1", [cutId])).toEqual([
      { state: "waiting", failure: null },
    ]);
    expect(await jobs()).toEqual([{ data: { cutId } }]);
  });
  test("is nothing to people without a say, nor to those of other sites; what did not fail stays", async () => {
    await rows("delete from jobs.job where name = 'make_cut'");
    const { id, sha256, cutId } = await aFailedCut();
    for (const who of [as(null), as("administrator")]) {
      await expect(tryCutAgain(who, { sha256, cut: CUT })).rejects.toMatchObject({ code: "not_allowed" });
    }
    const theirs = as("approver", elsewhere.approver);
    await expect(tryCutAgain(theirs, { sha256, cut: CUT })).rejects.toMatchObject({ code: "not_found" });
    expect(await rows("select state from file_cuts where id = $1", [cutId])).toEqual([{ state: "failed" }]);
    await readyCut(id, "180-0-0-10000-10000");
    for (const cut of ["180-0-0-10000-10000", "0-0-0-5000-5000"]) {
      await expect(tryCutAgain(as("editor"), { sha256, cut })).rejects.toMatchObject({ code: "wrong_state" });
    }
    expect(await jobs()).toEqual([]);
  });
});

test("a file of which no byte was kept is not tried again: it could only fail, for as long as it is tried", async () => {
  await rows("delete from jobs.job where name = 'make_renditions'");
  for (const failure of NOT_KEPT) {
    const { sha256 } = await aFile({ ...NOT_MADE, state: "failed", failure });
    await expect(tryAgain(as("reporter"), { sha256 })).rejects.toMatchObject({
      ...{ code: "wrong_state", sentence: expect.stringContaining("không có bản nào được giữ lại") },
    });
    expect(await fileDetails(as("reporter"), sha256)).toMatchObject({ state: "failed", failure });
  }
  expect(await rows("select data from jobs.job where name = 'make_renditions'")).toEqual([]);
});

test("keywords are typed with commas between them, each once, and lines are cleaned", () => {
  const typed = { ...SAID, caption: "  Hồ\tsen ", keywords: "sen, hồ ; sen,, Lễ hội\nhè" };
  expect(FileWordsForm.parse(typed)).toMatchObject({ caption: "Hồ sen", keywords: ["sen", "hồ", "Lễ hội", "hè"] });
  for (const [field, value] of [
    ["credit", "x".repeat(201)],
    ["keywords", "x".repeat(81)],
    ["keywords", Array.from({ length: 41 }, (_, at) => `k${at}`).join(",")],
  ] as const) {
    const { error } = FileWordsForm.safeParse({ ...typed, [field]: value });
    expect(error?.issues.map(({ path }) => path)).toEqual([[field]]);
  }
});
