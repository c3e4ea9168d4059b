import { describe, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import type { SaidRights } from "#features/files/rights.ts";
import { keepMade } from "#features/files/store.ts";
import { figureOf, madeOf, NOT_MADE, readyFile } from "#features/files/testing.ts";
import { NOTHING_SAID } from "#features/files/testing-rights.ts";
import { published } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import type { Role } from "#features/roles/roles.ts";
import { changeMany } from "./commands.ts";
import { fileFilterOf, type Right } from "./filter.ts";
import type { Many } from "./many.ts";
import { endedFiles, fileDetails, fileList, fileRightsHistory, lastRights } from "./queries.ts";
import { saidRights } from "./rights.ts";
import { changeRights, sayRights } from "./rights-commands.ts";

const { office, rows, bend } = oneOffice();
const elsewhere = anotherOffice();

type Anyone = { siteId: number; personId: number };
const as = (
  role: Role | null,
  person: Anyone = office[role === "administrator" || role === null ? "admin" : role],
) => ({
  ...person,
  grants: role === null ? [] : [{ role, sectionId: office.news }],
});
const UNSAID = { licence: null, peopleShown: null, rightsBy: null };
const aFile = (change: Parameters<typeof readyFile>[2] = {}, by: Anyone = office.reporter) =>
  readyFile(by, crypto.randomUUID(), { ...UNSAID, ...change });
const SAID = {
  ...saidRights(NOTHING_SAID),
  licence: "agency",
  owner: "Hãng tin Sen",
  licenceEnd: "2026-12-31",
} as const;
const say = (who: Parameters<typeof changeRights>[0], sha256: string, version = 0, more: Partial<SaidRights> = {}) =>
  changeRights(who, { sha256, version, said: { ...SAID, ...more } });
const rightsOf = async (sha256: string) => (await fileDetails(as("editor"), sha256)).rights;

describe("the right to a file", () => {
  test("is said by whoever brought it, and by editors and approvers, and each time is kept with who said what", async () => {
    const { sha256 } = await aFile();
    await say(as("reporter"), sha256);
    await say(as("editor"), sha256, 1, { owner: "Hãng tin Súng" });
    await say(as("approver"), sha256, 2, { licenceEnd: null });
    expect(await rightsOf(sha256)).toMatchObject({ owner: "Hãng tin Sen", licenceEnd: null, rightsVersion: 3 });
    const history = await fileRightsHistory(as("reporter"), sha256);
    expect(history.map(({ by, said: { owner, licenceEnd } }) => [by, owner, licenceEnd])).toEqual([
      ["Approver", "Hãng tin Sen", null],
      ["Editor", "Hãng tin Súng", "2026-12-31"],
      ["Reporter", "Hãng tin Sen", "2026-12-31"],
    ]);
  });

  test("said once more as it is, is no change", async () => {
    const { sha256 } = await aFile();
    await say(as("reporter"), sha256);
    expect(await say(as("editor"), sha256, 1)).toEqual({ version: 1 });
    expect(await fileRightsHistory(as("editor"), sha256)).toHaveLength(1);
  });

  test("is no matter of a reporter who did not bring it, of administrators, of strangers or of another site", async () => {
    const { sha256 } = await aFile({}, office.editor);
    for (const who of [as("reporter"), as("administrator"), as(null)])
      await expect(say(who, sha256)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(say(as("approver", elsewhere.approver), sha256)).rejects.toMatchObject({ code: "not_found" });
    expect(await fileRightsHistory(as("approver", elsewhere.approver), sha256)).toEqual([]);
    await expect(fileRightsHistory(as(null), sha256)).rejects.toMatchObject({ code: "not_allowed" });
    expect(await rightsOf(sha256)).toMatchObject({ licence: null, rightsVersion: 0 });
  });

  test("of two people at once the second one is told who was there, and writes over nothing", async () => {
    const { sha256 } = await aFile();
    const both = await Promise.allSettled([
      say(as("editor"), sha256, 0, { owner: "một" }),
      say(as("approver"), sha256, 0, { owner: "hai" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [line] = await fileRightsHistory(as("editor"), sha256);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "out_of_date", sentence: expect.stringContaining(`${line?.by} đã ghi quyền`) },
    });
  });
});

describe("what is answered for pictures that came together", () => {
  const chosen = (...files: { sha256: string }[]) => new Map(files.map(({ sha256 }) => [sha256, 0]));
  test("holds for each of them, and leaves what it does not say", async () => {
    const [one, other] = [await aFile(), await aFile({ owner: "Báo Sen" })];
    const set = new Map([
      [one.sha256, 0],
      [other.sha256, 1],
    ]);
    const said = { licence: "given", peopleShown: "no_child" } as const;
    expect(await sayRights(as("reporter"), { chosen: set, said })).toEqual({ count: 2 });
    expect(await rightsOf(one.sha256)).toMatchObject({ ...said, owner: "", rightsVersion: 1 });
    expect(await rightsOf(other.sha256)).toMatchObject({ ...said, owner: "Báo Sen", rightsVersion: 2 });
  });

  test("is all of it or nothing: one that is theirs no more, or was answered meanwhile, is called by its name", async () => {
    const [mine, theirs] = [await aFile({ name: "cua-toi.jpg" }), await aFile({ name: "la.jpg" }, office.editor)];
    const said = { licence: "own" } as const;
    await expect(sayRights(as("reporter"), { chosen: chosen(mine, theirs), said })).rejects.toMatchObject({
      ...{ code: "not_allowed", sentence: expect.stringContaining("“la.jpg” do người khác đưa lên") },
    });
    await say(as("editor"), theirs.sha256);
    await expect(sayRights(as("editor"), { chosen: chosen(mine, theirs), said })).rejects.toMatchObject({
      ...{ code: "out_of_date", sentence: expect.stringContaining("“la.jpg”") },
    });
    expect(await rightsOf(mine.sha256)).toMatchObject({ licence: null, rightsVersion: 0 });
  });

  test("is said once by two presses at the same time", async () => {
    const files = [await aFile(), await aFile()];
    const press = () => sayRights(as("reporter"), { chosen: chosen(...files), said: { licence: "own" } });
    const both = await Promise.allSettled([press(), press()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    for (const { sha256 } of files) expect(await fileRightsHistory(as("editor"), sha256)).toHaveLength(1);
  });

  test("is nothing without pictures or answers, or where a free licence has no name, and no matter of another site", async () => {
    const file = await aFile();
    const code = (who: Parameters<typeof sayRights>[0], what: Parameters<typeof sayRights>[1]) =>
      sayRights(who, what).then(
        () => "done",
        (no) => no.code,
      );
    const own = { licence: "own" } as const;
    expect(await code(as("editor"), { chosen: new Map(), said: own })).toBe("bad_input");
    expect(await code(as("editor"), { chosen: chosen(file), said: {} })).toBe("bad_input");
    expect(await code(as("editor"), { chosen: chosen(file), said: { licence: "free" } })).toBe("bad_input");
    expect(await code(as("editor", elsewhere.editor), { chosen: chosen(file), said: own })).toBe("not_found");
    expect(await code(as(null), { chosen: chosen(file), said: own })).toBe("not_allowed");
    expect(await rightsOf(file.sha256)).toMatchObject({ rightsVersion: 0 });
  });

  test("begins with what they have said last of the right, on this site, and never of people", async () => {
    expect(await lastRights(as("approver", office.approver2))).toBeNull();
    const [one, other] = [await aFile({}, office.approver2), await aFile({}, office.approver2)];
    await say(as("approver", office.approver2), one.sha256);
    await sayRights(as("approver", office.approver2), {
      chosen: chosen(other),
      said: { peopleShown: "no_child", ai: "made" },
    });
    expect(await lastRights(as("approver", office.approver2))).toEqual({
      ...{ owner: "Hãng tin Sen", licence: "agency", licenceName: "", licenceEnd: "2026-12-31", rightsNote: "" },
    });
  });
});

describe("what a picture says of the right to it", () => {
  const noted = { owner: "Báo Sen", licenceName: "CC BY 4.0", licenceEnd: "2030-12-31", ai: "made" } as const;
  const look = (id: number) => transaction((tx) => keepMade(tx, id, madeOf(800, 600), noted));
  const waiting = () => aFile({ ...NOT_MADE, state: "waiting" });

  test("is a beginning in nobody's name, taken once", async () => {
    const { id, sha256 } = await waiting();
    await look(id);
    expect(await rightsOf(sha256)).toMatchObject({ ...noted, licence: null, rightsVersion: 1 });
    expect((await fileRightsHistory(as("editor"), sha256)).map(({ by }) => by)).toEqual([null]);
    await say(as("editor"), sha256, 1, { owner: "", ai: "none" });
    await look(id);
    expect(await rightsOf(sha256)).toMatchObject({ owner: "", ai: "none", rightsVersion: 2 });
  });

  test("takes the place of nothing that somebody said meanwhile, and is not lost by it", async () => {
    const { id, sha256 } = await waiting();
    await say(as("reporter"), sha256);
    await look(id);
    const after = await rightsOf(sha256);
    expect(after).toMatchObject({ owner: SAID.owner, licence: "agency", licenceName: "", licenceEnd: SAID.licenceEnd });
    expect(after).toMatchObject({ ai: "made", rightsVersion: 2 });
    expect((await fileRightsHistory(as("editor"), sha256)).map(({ by }) => by)).toEqual([null, "Reporter"]);
    await expect(say(as("reporter"), sha256, 1)).rejects.toMatchObject({
      ...{ code: "out_of_date", sentence: expect.stringMatching(/^Máy chủ vừa đọc thêm từ tệp/) },
    });
  });
});

test("the page of several files says rights together with words, of what was on the screen", async () => {
  const file = await aFile();
  const said: Many = { credit: "An", keywords: [], licence: "own", peopleShown: "public_event" };
  const seen = (rightsVersion: number) => new Map([[file.id, { version: 0, rightsVersion }]]);
  await expect(changeMany(as("editor"), { chosen: seen(1), said })).rejects.toMatchObject({
    code: "out_of_date",
  });
  expect(await changeMany(as("editor"), { chosen: seen(0), said })).toEqual({ count: 1 });
  expect(await fileDetails(as("editor"), file.sha256)).toMatchObject({
    ...{ credit: "An", version: 1, rights: { licence: "own", peopleShown: "public_event", rightsVersion: 1 } },
  });
});

test("the library is narrowed to what has ended, ends soon, is unsaid, or comes from a generative program", async () => {
  await bend("delete from files");
  const today = (days: number, id: number) =>
    rows("update files set licence_end = today_here() + $1::integer where id = $2", [days, id]);
  const whole = { licence: "own", peopleShown: "no_child" } as const;
  const [ended, ending, later, unsaid, made] = [
    await aFile(whole),
    await aFile(whole),
    await aFile(whole),
    await aFile({ asksRights: false }),
    await aFile({ ...whole, ai: "made" }),
  ];
  await today(-1, ended.id);
  await today(30, ending.id);
  await today(31, later.id);
  const list = async (right: Right) =>
    (await fileList(as("reporter"), { ...fileFilterOf({}), right })).files.map(({ id }) => id);
  expect(await list("ended")).toEqual([ended.id]);
  expect(await list("ending")).toEqual([ending.id]);
  expect(await list("unsaid")).toEqual([unsaid.id]);
  expect(await list("ai")).toEqual([made.id]);
});

test("what readers have though its licence has ended is shown to editors and approvers, and goes by nobody's hand but theirs", async () => {
  await bend("delete from files");
  const [shown, unused] = [await readyFile(office.reporter), await readyFile(office.reporter)];
  const id = await published(office, { body: { type: "doc", content: [figureOf(shown.sha256)] } });
  await rows("update files set licence_end = today_here() - 1 where id = any($1)", [[shown.id, unused.id]]);
  for (const role of ["editor", "approver"] as const)
    expect(await endedFiles(as(role))).toMatchObject({ files: [{ sha256: shown.sha256 }], total: 1 });
  expect(await endedFiles(as("reporter"))).toEqual({ files: [], total: 0 });
  expect(await endedFiles(as("editor", elsewhere.editor))).toMatchObject({ total: 0 });
  expect(await rows("select visibility from documents where id = $1", [id])).toEqual([{ visibility: "live" }]);
});
