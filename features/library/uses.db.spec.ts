import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { figureOf, readyCut, readyFile } from "#features/files/testing.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import { aText, drafted, published, seen, submitted, typeIn } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import type { Role } from "#features/roles/roles.ts";
import { type FileFilter, fileFilterOf } from "./filter.ts";
import { fileList, fileUses } from "./queries.ts";
import { USES_ON_A_PAGE } from "./uses.ts";

const { office, rows, bend } = oneOffice();
const elsewhere = anotherOffice();

type Anyone = { siteId: number; personId: number };
const as = (role: Role, person: Anyone = office[role === "administrator" ? "admin" : role]) => ({
  ...person,
  grants: [{ role, sectionId: office.news }],
});
const aFile = () => readyFile(office.reporter);
const showing = (...hashes: string[]) => ({
  body: { type: "doc" as const, content: [...aText(0).body.content, ...hashes.map((hash) => figureOf(hash))] },
});

const flags = async (sha256: string, { siteId } = office) =>
  (await rows("select used, live from files where sha256 = $1 and site_id = $2", [sha256, siteId]))[0];
const [UNUSED, USED, LIVE] = [
  { used: false, live: false },
  { used: true, live: false },
  { used: true, live: true },
];

/** Where a file is used, as an approver sees it: what is said of each document beside its line. */
async function said(sha256: string, staff = as("approver")) {
  const { uses } = await fileUses(staff, sha256, null);
  return uses.map(({ line, kept, ...dates }) => [
    line.id,
    ...Object.entries(dates).flatMap(([name, date]) => (date === null ? [] : [name])),
    kept?.count ?? 0,
  ]);
}

describe("a file is used", () => {
  test("from the moment that a draft names it, and no longer once the draft does not", async () => {
    const { sha256 } = await aFile();
    expect(await flags(sha256)).toEqual(UNUSED);
    const id = await drafted(office, showing(sha256));
    expect(await flags(sha256)).toEqual(USED);
    expect(await said(sha256)).toEqual([[id, "draftSince", 0]]);
    await typeIn(office.reporter, id, showing());
    expect(await flags(sha256)).toEqual(UNUSED);
    expect(await said(sha256)).toEqual([]);
  });

  test("also as one of a gallery, while it is written and while readers have it", async () => {
    const [one, two] = [await aFile(), await aFile()];
    const gallery = {
      ...{ type: "gallery" as const, attrs: { id: "gallery", caption: "Ngày hội" } },
      content: [one, two].map(({ sha256 }) => figureOf(sha256)),
    };
    const body = { type: "doc" as const, content: [...aText(0).body.content, gallery] };
    await drafted(office, { body });
    for (const { sha256 } of [one, two]) expect(await flags(sha256)).toEqual(USED);
    await published(office, { body });
    for (const { sha256 } of [one, two]) expect(await flags(sha256)).toEqual(LIVE);
  });

  test("not by a text that only speaks of it", async () => {
    const { sha256 } = await aFile();
    const words = JSON.stringify({ file: sha256 }).replace(":", ": ");
    await drafted(office, { standfirst: `${words} ${sha256}` });
    expect(await flags(sha256)).toEqual(UNUSED);
  });

  test("in what waits for its approvers, in what readers have, and in what is kept of what they had", async () => {
    const { reporter, approver } = office;
    const { sha256 } = await aFile();
    const id = await submitted(office, showing(sha256));
    expect(await said(sha256)).toEqual([[id, "sentAt", "draftSince", 1]]);
    await carryOut(approver, "approve", id, await seen(approver, id));
    await carryOut(approver, "publish", id, await seen(approver, id));
    expect(await flags(sha256)).toEqual(LIVE);
    expect(await said(sha256)).toEqual([[id, "liveSince", "outSince", 1]]);
    await carryOut(reporter, "revise", id, {});
    expect(await said(sha256)).toEqual([[id, "liveSince", "outSince", "draftSince", 1]]);
    await typeIn(reporter, id, showing());
    expect(await said(sha256)).toEqual([[id, "liveSince", "outSince", 1]]);
    await carryOut(reporter, "submit", id, {});
    await carryOut(approver, "approve", id, await seen(approver, id));
    await carryOut(approver, "publish", id, await seen(approver, id));
    expect(await flags(sha256)).toEqual(USED);
    expect(await said(sha256)).toEqual([[id, "outSince", 1]]);
  });

  test("for readers while any text of theirs names it: withdrawn and hidden ones do not, and restored ones do", async () => {
    const { editor, approver } = office;
    const { sha256 } = await aFile();
    const [one, two] = [await published(office, showing(sha256)), await published(office, showing(sha256))];
    await carryOut(approver, "withdraw", one, { reason: "error" });
    expect(await flags(sha256)).toEqual(LIVE);
    await carryOut(editor, "hide", two, { reason: "Chờ kiểm tra" });
    expect(await flags(sha256)).toEqual(USED);
    await carryOut(approver, "restore", two, {});
    expect(await flags(sha256)).toEqual(LIVE);
  });

  test("once by a text that shows several parts of it, and no longer once none of them is there", async () => {
    const { reporter, approver } = office;
    const { id: fileId, sha256 } = await aFile();
    const cuts = ["", "90-0-0-5000-10000", "180-0-0-10000-10000"];
    for (const cut of cuts.slice(1)) await readyCut(fileId, cut);
    const parts = (...shown: string[]) => ({
      body: {
        type: "doc" as const,
        content: [...aText(0).body.content, ...shown.map((cut) => figureOf(sha256, { cut }))],
      },
    });
    const id = await submitted(office, parts(...cuts));
    expect(await said(sha256)).toEqual([[id, "sentAt", "draftSince", 1]]);
    await carryOut(approver, "approve", id, await seen(approver, id));
    await carryOut(approver, "publish", id, await seen(approver, id));
    expect([await flags(sha256), await said(sha256)]).toEqual([LIVE, [[id, "liveSince", "outSince", 1]]]);
    await carryOut(reporter, "revise", id, {});
    await typeIn(reporter, id, parts(...cuts.slice(2)));
    await carryOut(reporter, "submit", id, {});
    await carryOut(approver, "approve", id, await seen(approver, id));
    await carryOut(approver, "publish", id, await seen(approver, id));
    expect([await flags(sha256), await said(sha256)]).toEqual([LIVE, [[id, "liveSince", "outSince", 2]]]);
    await carryOut(approver, "withdraw", id, { reason: "error" });
    expect([await flags(sha256), (await said(sha256)).length]).toEqual([USED, 1]);
  });

  test("also where the text came before the file", async () => {
    const hash = (await aFile()).sha256;
    await bend("delete from files where sha256 = $1", [hash]);
    await drafted(office, showing(hash));
    await rows(
      "insert into files (site_id, sha256, media_type, size, uploaded_by) values ($1, $2, 'image/jpeg', 1, $3)",
      [office.siteId, hash, office.reporter.personId],
    );
    expect(await flags(hash)).toEqual(USED);
  });

  test("by texts of its own site alone, though the bytes are the same", async () => {
    const words = crypto.randomUUID();
    const { sha256 } = await readyFile(office.reporter, words);
    await readyFile(elsewhere.reporter, words);
    const id = await published(elsewhere, showing(sha256));
    expect([await flags(sha256), await flags(sha256, elsewhere)]).toEqual([UNUSED, LIVE]);
    expect(await said(sha256)).toEqual([]);
    expect(await said(sha256, as("approver", elsewhere.approver))).toMatchObject([[id, "liveSince", "outSince", 1]]);
  });

  test("after two who came at once: one took it out of a text, the other put it into one", async () => {
    const { sha256 } = await aFile();
    for (let round = 0; round < 5; round += 1) {
      const [from, into] = [await drafted(office, showing(sha256)), await drafted(office)];
      await Promise.all([typeIn(office.reporter, from, showing()), typeIn(office.reporter, into, showing(sha256))]);
      expect(await flags(sha256)).toEqual(USED);
      await typeIn(office.reporter, into, showing());
      expect(await flags(sha256)).toEqual(UNUSED);
    }
  });
});

test("the library is narrowed to what is used, what is not, and what readers have", async () => {
  await bend("delete from files");
  const [unused, used, live] = [await aFile(), await aFile(), await aFile()];
  await drafted(office, showing(used.sha256));
  await published(office, showing(live.sha256));
  const list = async (use: FileFilter["use"]) =>
    (await fileList(as("reporter"), { ...fileFilterOf({}), use })).files.map(({ id }) => id);
  expect(await list("unused")).toEqual([unused.id]);
  expect(await list("used")).toEqual([live.id, used.id]);
  expect(await list("live")).toEqual([live.id]);
});

test("of documents that somebody may not see they are told how many there are, and no more", async () => {
  const { sha256 } = await aFile();
  const mine = await drafted(office, showing(sha256));
  const theirs = await start(office.editor, "article");
  await typeIn(office.editor, theirs, { ...aText(office.news), ...showing(sha256) });
  const asked = await fileUses(as("reporter"), sha256, null);
  expect([asked.uses.map(({ line }) => line.id), asked.unseen]).toEqual([[mine], 1]);
  const all = await fileUses(as("editor"), sha256, null);
  expect([all.uses.map(({ line }) => line.id), all.unseen]).toEqual([[theirs, mine], 0]);
});

test("what is no hash is no file", async () => {
  for (const sha256 of ["", "\u0000", "A".repeat(64), "0".repeat(65)])
    await expect(fileUses(as("editor"), sha256, null)).rejects.toMatchObject({ code: "not_found" });
});

test("many documents follow each other page by page, the newest first", async () => {
  const { sha256 } = await aFile();
  const ids: number[] = [];
  for (let at = 0; at < USES_ON_A_PAGE + 2; at += 1) ids.unshift(await drafted(office, showing(sha256)));
  const first = await fileUses(as("editor"), sha256, null);
  const rest = await fileUses(as("editor"), sha256, first.next);
  expect([...first.uses, ...rest.uses].map(({ line }) => line.id)).toEqual(ids);
  expect([rest.uses.length, rest.next]).toEqual([2, null]);
});

test("what the database says of uses is its own to say", async () => {
  for (const statement of [
    sql`insert into draft_files (edition_id, document_id, sha256) values (1, 1, 'x')`,
    sql`update draft_files set sha256 = 'x'`,
    sql`delete from draft_files`,
  ])
    await expect(database().execute(statement)).rejects.toMatchObject({ cause: { code: "42501" } });
});
