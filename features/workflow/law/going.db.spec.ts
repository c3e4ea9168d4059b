import { beforeAll, describe, expect, test } from "vitest";
import { figureOf, readyCut, readyFile } from "#features/files/testing.ts";
import { drafted } from "#features/moves/testing.ts";
import { anotherOffice } from "#features/moves/testing-office.ts";
import { oneHouse } from "./house.ts";
import { NO_HASH, verdict } from "./testing.ts";

const { house, sql, owner } = oneHouse();
const other = anotherOffice();

type Deed = {
  kind: string;
  by?: number | null;
  reason?: string;
  ask?: string;
  hash?: string;
  site?: number;
  at?: string;
};

/** Something that was done with the file of these tests. */
const deed = ({ kind, by = null, reason = "Theo yêu cầu", ask = "null", hash = file.sha256, site, at }: Deed) =>
  `insert into file_events (site_id, sha256, kind, by_id, reason, ask_id${at ? ", at" : ""})
   values (${site ?? house.office.siteId}, '${hash}', '${kind}', ${by}, '${reason}', ${ask}${at ? `, ${at}` : ""})`;
const asked = () => `(select max(id) from file_events where kind = 'erase_asked' and sha256 = '${file.sha256}')`;
const law = (...deeds: Deed[]) => verdict(sql, ...deeds.map(deed));

let file: { id: number; sha256: string };
let reporter: number, editor: number, approver: number, second: number, admin: number, stranger: number;
beforeAll(async () => {
  const { office } = house;
  file = await readyFile(office.editor);
  [reporter, editor, approver] = [office.reporter.personId, office.editor.personId, office.approver.personId];
  [second, admin, stranger] = [office.approver2.personId, office.admin.personId, other.approver.personId];
});

const WHO = "who_may_let_a_file_go";
const ORDER = "a_deed_follows_from_the_last";

describe("what is done that a file goes or comes by", () => {
  test("is of a known kind, names a file by its hash, says why, and answers something where it is an answer", async () => {
    expect(await law({ kind: "sold", by: editor })).not.toBe("allowed");
    await owner("begin");
    await owner("alter table file_events disable trigger file_events_are_checked");
    const shape = async (one: Deed) => {
      await owner("savepoint here");
      const said = await owner(deed(one)).then(
        () => "allowed",
        (error) => error.constraint,
      );
      await owner("rollback to here");
      return said;
    };
    expect(await shape({ kind: "sold" })).toBe("a_deed_is_of_a_known_kind");
    expect(await shape({ kind: "swept", hash: "abc" })).toBe("a_deed_names_a_file_by_its_hash");
    for (const kind of ["hidden", "erase_asked"])
      expect(await shape({ kind, by: editor, reason: "" })).toBe("who_hides_or_asks_to_erase_says_why");
    for (const kind of ["erased", "erase_withdrawn"])
      expect(await shape({ kind, by: editor })).toBe("an_answer_is_to_an_asking");
    await owner("rollback");
  });
  test("is dated now, never changed, and never taken back", async () => {
    expect(await law({ kind: "hidden", by: editor, at: "now() - interval '1 hour'" })).toBe("events_happen_now");
    const hides = deed({ kind: "hidden", by: editor });
    for (const after of ["update file_events set reason = 'x'", "delete from file_events"])
      expect(await verdict(sql, hides, after)).toBe("file_events_are_final");
    expect(await verdict(owner, "truncate file_events cascade")).toBe("file_events_are_final");
  });
  test("is nobody's who may not: of another site, an administrator, a reporter where more is asked", async () => {
    for (const by of [stranger, admin, reporter, null])
      expect([by, await law({ kind: "hidden", by })]).toEqual([by, WHO]);
    for (const by of [editor, approver]) expect([by, await law({ kind: "hidden", by })]).toEqual([by, "allowed"]);
    const hidden = { kind: "hidden", by: editor };
    for (const by of [editor, reporter, null]) expect(await law(hidden, { kind: "shown", by })).toBe(WHO);
    expect(await law(hidden, { kind: "shown", by: approver })).toBe("allowed");
    for (const by of [stranger, admin, reporter]) expect(await law({ kind: "binned", by })).toBe(WHO);
    for (const by of [stranger, admin, reporter]) expect(await law({ kind: "erase_asked", by })).toBe(WHO);
    for (const kind of ["erased_again", "swept"]) expect(await law({ kind, by: approver })).toBe(WHO);
  });
  test("a reporter bins what they brought", async () => {
    const { sha256: hash } = await readyFile(house.office.reporter);
    expect(await law({ kind: "binned", by: reporter, hash })).toBe("allowed");
  });
  test("follows from what was done last", async () => {
    const hidden = { kind: "hidden", by: editor };
    const binned = { kind: "binned", by: editor };
    const ask = { kind: "erase_asked", by: editor };
    const erase = { kind: "erased", by: approver, ask: asked() };
    for (const deeds of [
      [{ kind: "shown", by: approver }],
      [hidden, hidden],
      [binned, binned],
      [{ kind: "restored", by: editor }],
      [ask, ask],
      [hidden, ask, { kind: "shown", by: approver }],
      [erase],
      [ask, { kind: "erase_withdrawn", by: editor, ask: asked() }, erase],
      [ask, erase, hidden],
      [ask, erase, binned],
      [ask, erase, ask],
      [ask, erase, { kind: "erased_again" }],
      [{ kind: "swept" }],
      [{ kind: "hidden", by: editor, hash: NO_HASH }],
    ])
      expect([deeds.map(({ kind }) => kind), await law(...deeds)]).toEqual([deeds.map(({ kind }) => kind), ORDER]);
    for (const deeds of [
      [hidden, { kind: "shown", by: approver }, hidden],
      [binned, { kind: "restored", by: reporter }, binned],
      [ask, { kind: "erase_withdrawn", by: approver, ask: asked() }, ask],
      [ask, erase, { kind: "swept" }],
      [{ kind: "erased_again" }],
      [{ kind: "erased_again", hash: NO_HASH }],
    ])
      expect([deeds.map(({ kind }) => kind), await law(...deeds)]).toEqual([deeds.map(({ kind }) => kind), "allowed"]);
  });
});

describe("a file is erased", () => {
  test("by two people, of whom the second one is an approver; once", async () => {
    const ask = { kind: "erase_asked", by: approver };
    expect(await law(ask, { kind: "erased", by: approver, ask: asked() })).toBe("nobody_erases_a_file_alone");
    for (const by of [editor, reporter, admin, stranger])
      expect(await law(ask, { kind: "erased", by, ask: asked() })).toBe(WHO);
    expect(await law(ask, { kind: "erased", by: second, ask: asked() })).toBe("allowed");
    await owner("begin");
    await owner("alter table file_events disable trigger file_events_are_checked");
    await owner(deed(ask));
    await owner(deed({ kind: "erase_withdrawn", by: approver, ask: asked() }));
    await expect(owner(deed({ kind: "erased", by: second, ask: asked() }))).rejects.toMatchObject({
      constraint: "an_asking_is_answered_once",
    });
    await owner("rollback");
  });
  test("with all that was said and made of it: its hash stays; it is not brought again", async () => {
    await readyCut(file.id, "0-0-0-5000-5000");
    const left = `do $$ declare f files; begin
        select * into f from files where id = ${file.id};
        if not f.erased or f.name <> '' or f.renditions <> '[]' or exists (select from file_cuts where file_id = f.id)
          then raise 'something is left'; end if;
      end $$`;
    const [ask, erase] = [
      deed({ kind: "erase_asked", by: editor }),
      deed({ kind: "erased", by: second, ask: asked() }),
    ];
    expect(await verdict(sql, ask, erase, left)).toBe("allowed");
    const again = `insert into files (site_id, sha256, media_type, size, uploaded_by)
      values (${house.office.siteId}, '${NO_HASH}', 'image/jpeg', 1, ${editor})`;
    expect(await verdict(sql, deed({ kind: "erased_again", hash: NO_HASH }), again)).toBe("an_erased_file_stays_away");
    expect(await verdict(sql, again)).toBe("allowed");
  });
});

test("where a file is says nobody but what was done", async () => {
  for (const what of ["hidden = true", "binned_at = now()", "erased = true"])
    expect(await verdict(sql, `update files set ${what} where id = ${file.id}`)).toBe("a_file_goes_as_its_deeds_say");
  const hides = deed({ kind: "hidden", by: editor });
  expect(await verdict(sql, hides, `update files set hidden = false where id = ${file.id}`)).toBe(
    "a_file_goes_as_its_deeds_say",
  );
});

describe("the bin", () => {
  test("takes no file that a text names", async () => {
    const { sha256: hash } = await readyFile(house.office.editor);
    await drafted(house.office, { body: { type: "doc", content: [figureOf(hash)] } });
    expect(await law({ kind: "binned", by: editor, hash })).toBe("a_file_in_use_stays");
  });
  test("is emptied of what lay in it for thirty days, of nothing that a text names, of nothing that shall be erased, and of nothing that is hidden", async () => {
    const forget = (id: number) =>
      `do $$ begin if forget_binned_file(${id}) is null then raise 'it stays' using errcode = 'TS001'; end if; end $$`;
    const old = (id: number) => `update files set binned_at = now() - interval '31 days' where id = ${id}`;
    expect(await verdict(owner, old(file.id), forget(file.id))).toBe("allowed");
    const young = old(file.id).replace("31", "29");
    expect(await verdict(owner, young, forget(file.id))).toBe("TS001");
    const one = await readyFile(house.office.editor);
    await drafted(house.office, { body: { type: "doc", content: [figureOf(one.sha256)] } });
    expect(await verdict(owner, old(one.id), forget(one.id))).toBe("TS001");
    expect(await verdict(sql, deed({ kind: "binned", by: editor }), forget(file.id))).toBe("TS001");
    const hidden = `update files set hidden = true where id = ${file.id}`;
    expect(await verdict(owner, old(file.id), hidden, forget(file.id))).toBe("TS001");
  });
});
