import { beforeEach, describe, expect, test } from "vitest";
import { NOT_MADE, readyFile } from "#features/files/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import type { Role } from "#features/roles/roles.ts";
import { letMacrosIn } from "./commands.ts";
import { fileDetails } from "./queries.ts";

const { office, rows, bend } = oneOffice();
const elsewhere = anotherOffice();

type Anyone = { siteId: number; personId: number };
const as = (role: Role, person: Anyone = office[role === "administrator" ? "admin" : role]) => ({
  ...person,
  grants: [{ role, sectionId: office.news }],
});
const stopped = (failure = "macros") =>
  readyFile(office.reporter, undefined, {
    ...NOT_MADE,
    ...{ mediaType: "application/vnd.ms-excel.sheet.macroenabled.12", state: "failed", failure },
  });
const jobs = () => rows("select data from jobs.job where name = 'make_renditions'");
const noted = () => rows("select by_id, payload from office_events where kind = 'macros_let_in'");

beforeEach(() => bend("delete from jobs.job where name = 'make_renditions'"));

describe("a document that was stopped for its macros", () => {
  test("is let in by an editor: it is looked into once more, and their name stays with it", async () => {
    const { id, sha256 } = await stopped();
    expect(await fileDetails(as("editor"), sha256)).toMatchObject({ mayLetIn: true, macrosBy: null });
    await letMacrosIn(as("editor"), { sha256 });
    expect(await fileDetails(as("reporter"), sha256)).toMatchObject({
      ...{ state: "waiting", failure: null, macrosBy: "Editor", mayLetIn: false },
    });
    expect(await jobs()).toEqual([{ data: { fileId: id } }]);
    expect(await noted()).toEqual([{ by_id: office.editor.personId, payload: { sha256 } }]);
  });

  test("is let in once, and by two at once: the second one is told", async () => {
    const { sha256 } = await stopped();
    const both = await Promise.allSettled([
      letMacrosIn(as("editor"), { sha256 }),
      letMacrosIn(as("approver"), { sha256 }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(letMacrosIn(as("editor"), { sha256 })).rejects.toMatchObject({ code: "wrong_state" });
    expect(await jobs()).toHaveLength(1);
  });

  test("stays out for reporters, for administrators and for editors of another site", async () => {
    const { sha256 } = await stopped();
    await expect(letMacrosIn(as("reporter"), { sha256 })).rejects.toMatchObject({
      ...{ code: "not_allowed", sentence: expect.stringContaining("hãy nhờ họ") },
    });
    await expect(letMacrosIn(as("administrator"), { sha256 })).rejects.toThrow("not_allowed");
    await expect(letMacrosIn(as("editor", elsewhere.editor), { sha256 })).rejects.toThrow("not_found");
    expect(await jobs()).toEqual([]);
  });

  test("is the only one that can be let in: whatever else is amiss stays amiss", async () => {
    for (const failure of ["scripts", "infected", "secret", "encrypted"]) {
      const { sha256 } = await stopped(failure);
      await expect(letMacrosIn(as("editor"), { sha256 })).rejects.toMatchObject({ code: "wrong_state" });
    }
    const { sha256 } = await readyFile(office.reporter);
    await expect(letMacrosIn(as("editor"), { sha256 })).rejects.toMatchObject({ code: "wrong_state" });
  });

  test("stays let in by that person: nobody else has done it afterwards", async () => {
    const { id, sha256 } = await stopped();
    await letMacrosIn(as("editor"), { sha256 });
    for (const by of [null, office.approver.personId])
      await expect(rows("update files set macros_by = $1 where id = $2", [by, id])).rejects.toMatchObject({
        constraint: "a_file_is_what_it_was",
      });
  });
});
