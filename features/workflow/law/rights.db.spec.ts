import { describe, expect, test } from "vitest";
import { figureOf, readyFile } from "#features/files/testing.ts";
import { carryOut } from "#features/moves/commands.ts";
import { published } from "#features/moves/testing.ts";
import { oneHouse } from "./house.ts";
import { asleep, verdict } from "./testing.ts";

const { house, sql, owner, bend } = oneHouse();

const aFile = (change: Parameters<typeof readyFile>[2] = {}) => readyFile(house.office.reporter, undefined, change);
const change = (id: number, what: string) => `update files set ${what} where id = ${id}`;

describe("what is said of the right to a file", () => {
  test.each([
    ["licence = 'stolen'", "a_licence_is_one_of_five"],
    ["licence = 'free'", "a_free_licence_has_a_name"],
    ["licence = 'free', licence_name = 'CC BY 4.0'", "allowed"],
    ["people_shown = 'crowd'", "people_shown_are_of_three_kinds"],
    ["people_shown = 'children', children_basis = 'luck'", "children_are_shown_on_one_of_three_bases"],
    ["children_basis = 'parents'", "a_basis_is_for_children"],
    ["people_shown = null, consent_holder = 'cô Hoa'", "a_basis_is_for_children"],
    ["people_shown = 'children', children_basis = 'parents', consent_holder = 'cô Hoa'", "allowed"],
    ["ai = 'perhaps'", "a_file_has_one_of_three_ai_labels"],
    ["asks_rights = false", "a_file_is_what_it_was"],
  ])("%s: %s", async (what, said) => {
    const { id } = await aFile();
    expect(await verdict(sql, change(id, what))).toBe(said);
  });

  test("is counted by the database, and kept each time with who said it; nobody else writes that down", async () => {
    const { id } = await aFile({ licence: null, peopleShown: null });
    const kept = () =>
      sql("select version, by_id, said ->> 'licence' as licence from file_rights where file_id = $1 order by 1", [id]);
    expect(await kept()).toEqual([]);
    const { editor, reporter } = house.office;
    await sql(change(id, `licence = 'own', rights_by = ${reporter.personId}, rights_version = 40`));
    await sql(change(id, "caption = 'Đò ngang'"));
    await sql(change(id, `licence = 'agency', rights_by = ${editor.personId}`));
    await sql(change(id, `rights_version = 0, rights_by = ${reporter.personId}`));
    expect(await kept()).toEqual([
      { version: 1, by_id: reporter.personId, licence: "own" },
      { version: 2, by_id: editor.personId, licence: "agency" },
    ]);
    const mine = "insert into file_rights (file_id, version, said)";
    expect(await verdict(sql, `${mine} values (${id}, 3, '{}')`)).toBe("42501");
    expect(await verdict(sql, `update file_rights set said = '{}' where file_id = ${id}`)).toBe("42501");
    expect(await verdict(sql, `delete from file_rights where file_id = ${id}`)).toBe("42501");
    const rule = "what_was_said_of_rights_is_final";
    expect(await verdict(owner, `update file_rights set said = '{}' where file_id = ${id}`)).toBe(rule);
    expect(await verdict(owner, "truncate file_rights")).toBe(rule);
  });

  test("is counted from the first word on, also where a file comes with it", async () => {
    const { id } = await aFile({ ai: "made", licence: null, peopleShown: null, rightsBy: null });
    expect(await sql("select version, by_id, said ->> 'ai' as ai from file_rights where file_id = $1", [id])).toEqual([
      { version: 1, by_id: null, ai: "made" },
    ]);
  });
});

describe("a text goes live with the right to its files", () => {
  const rule = "a_live_text_has_the_right_to_its_files";
  /** The next rule, which asks who brings it back: what ours has let through. */
  const SIGNED_ELSEWHERE = "a_restore_is_signed";
  /** What the law says of a text that comes back to readers, of whose file that is said meanwhile. */
  async function comesBack(what: string, isRuleAsleep = false): Promise<string> {
    const { office } = house;
    const { id: file, sha256 } = await aFile();
    const id = await published(office, { body: { type: "doc", content: [figureOf(sha256)] } });
    await carryOut(office.approver, "withdraw", id, { reason: "error" });
    await bend(change(file, what));
    const back = `update documents set visibility = 'live', live_revision_id = last_live_revision_id, withdrawn_at = null,
      withdrawn_reason = null where id = ${id}`;
    return isRuleAsleep ? asleep(owner, "documents", back) : verdict(sql, back);
  }
  test.each([
    ["that ended yesterday", "licence_end = today_here() - 1", rule],
    ["that ends today", "licence_end = today_here()", SIGNED_ELSEWHERE],
    ["that nobody has said", "licence = null", rule],
    ["of which nobody has said who is on it", "people_shown = null", rule],
    ["that shows children on no basis", "people_shown = 'children'", rule],
    [
      "that shows children, and nobody has said who holds the consent",
      "people_shown = 'children', children_basis = 'school'",
      rule,
    ],
    [
      "that shows children on a basis",
      "people_shown = 'children', children_basis = 'school', consent_holder = 'cô Hoa'",
      SIGNED_ELSEWHERE,
    ],
    ["that nobody was asked about", "licence = null, people_shown = null, asks_rights = false", SIGNED_ELSEWHERE],
    ["that nobody was asked about, and has ended", "asks_rights = false, licence_end = '2021-06-23'", rule],
  ])("one %s", async (_called, what, said) => {
    expect(await comesBack(what)).toBe(said);
  });
  test("by this rule and no other one", async () => {
    expect(await comesBack("licence = null", true)).not.toBe(rule);
  });
});
