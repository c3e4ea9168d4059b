import { beforeEach, describe, expect, test } from "vitest";
import { inPlainSql, type Sql, speakSql, verdict } from "#features/workflow/law/testing.ts";
import { offices } from "./testing.ts";

const at = offices();
const { sql } = inPlainSql(at.db);
let office: Record<"admin" | "approver" | "editor" | "writer" | "off", number>;
beforeEach(async () => {
  const id = async (role: string) => (await at.account({ role })).personId;
  office = {
    ...{ admin: await id("administrator"), approver: await id("approver"), editor: await id("editor") },
    ...{ writer: await id("reporter"), off: await id("approver") },
  };
  await at.rows("update people set switched_off_at = now() where id = $1", [office.off]);
});

type Given = { person?: number; role?: string; by?: number | null; agreed?: number | null; hours?: number };

const gives = ({ person = office.editor, role = "approver", by = office.admin, agreed = null, hours = 24 }: Given) =>
  `insert into grants (person_id, site_id, role, given_by, agreed_by, effective_from)
   values (${person}, ${at.siteId}, '${role}', ${by}, ${agreed}, now() + interval '${hours} hours')`;
const agrees = (by: number) =>
  `update grants set effective_from = now(), agreed_by = ${by} where person_id = ${office.editor} and role <> 'editor'`;

describe("a role of editor, approver or administrator", () => {
  test("begins a day after one person gave it, not sooner", async () => {
    for (const role of ["editor", "approver", "administrator"]) {
      const toWriter = (hours: number) => gives({ role, person: office.writer, hours });
      expect(await verdict(sql, toWriter(24))).toBe("allowed");
      expect(await verdict(sql, toWriter(23))).toBe("nobody_makes_an_approver_alone");
      expect(await verdict(sql, toWriter(0))).toBe("nobody_makes_an_approver_alone");
      expect(await verdict(sql, toWriter(-48))).toBe("nobody_makes_an_approver_alone");
    }
    expect(await verdict(sql, gives({ role: "reporter", person: office.writer, hours: 0 }))).toBe("allowed");
  });
  test("is not given and agreed to in one breath", async () => {
    const both = gives({ agreed: office.approver, hours: 0 });
    expect(await verdict(sql, both)).toBe("nobody_agrees_before_it_is_asked");
  });
  test("is agreed to by a second approver or administrator of the site who is not switched off", async () => {
    const elsewhere = (await at.account({ role: "approver", at: await at.newSite() })).personId;
    expect(await verdict(sql, gives({}), agrees(office.approver))).toBe("allowed");
    for (const who of [office.writer, office.off, elsewhere]) {
      expect(await verdict(sql, gives({}), agrees(who))).toBe("the_second_person_is_approver_or_administrator");
    }
    for (const who of [office.admin, office.editor]) {
      expect(await verdict(sql, gives({}), agrees(who))).toBe("nobody_agrees_to_their_own_grant");
    }
  });
  test("of somebody who waits makes nobody a second person", async () => {
    const waiting = gives({ person: office.writer });
    expect(await verdict(sql, waiting, gives({}), agrees(office.writer))).toBe(
      "the_second_person_is_approver_or_administrator",
    );
  });
  test("is not brought forward by moving its hour", async () => {
    const sooner = `update grants set effective_from = now() where person_id = ${office.editor} and role = 'approver'`;
    expect(await verdict(sql, gives({}), sooner)).toBe("nobody_brings_a_role_forward_alone");
  });
  test("waits for the operator's word too, while anybody could answer", async () => {
    expect(await verdict(sql, gives({ by: null, hours: 0 }))).toBe("nobody_makes_an_approver_alone");
  });
  test("counts at once where nobody could answer: in a new office, and where the only one has no password", async () => {
    const only = `update people set password_hash = null where id in (${office.admin}, ${office.approver})`;
    expect(await verdict(sql, only, gives({ by: null, hours: 0 }))).toBe("allowed");
    expect(await verdict(sql, only, gives({ hours: 0 }))).toBe("nobody_makes_an_approver_alone");
  });
});

test("a role is given by an administrator of the site, or by the operator", async () => {
  const elsewhere = (await at.account({ role: "administrator", at: await at.newSite() })).personId;
  const another = { role: "reporter", person: office.editor, hours: 0 };
  for (const by of [office.approver, office.writer, elsewhere]) {
    expect(await verdict(sql, gives({ ...another, by }))).toBe("roles_are_given_by_administrators_of_the_site");
  }
  expect(await verdict(sql, gives({ ...another, by: null }))).toBe("allowed");
});

describe("an administrator", () => {
  test("is neither editor nor approver, on no site, nor while either waits", async () => {
    const there = await at.newSite();
    const asked = (person: number, role: string, site = at.siteId) =>
      `insert into grants (person_id, site_id, role, effective_from)
       values (${person}, ${site}, '${role}', now() + interval '25 hours')`;
    for (const role of ["editor", "approver"]) {
      expect(await verdict(sql, asked(office.admin, role))).toBe("administrators_neither_edit_nor_approve");
      expect(await verdict(sql, asked(office.admin, role, there))).toBe("administrators_neither_edit_nor_approve");
      expect(await verdict(sql, asked(office.writer, role), asked(office.writer, "administrator", there))).toBe(
        "administrators_neither_edit_nor_approve",
      );
    }
    expect(await verdict(sql, asked(office.approver, "administrator"))).toBe("administrators_neither_edit_nor_approve");
    expect(await verdict(sql, asked(office.off, "administrator"))).toBe("administrators_neither_edit_nor_approve");
    expect(await verdict(sql, asked(office.admin, "reporter"), asked(office.admin, "administrator", there))).toBe(
      "allowed",
    );
    expect(await verdict(sql, asked(office.approver, "editor"))).toBe("allowed");
  });
  test("is nobody's deputy, and no deputy is made administrator", async () => {
    const lends = (deputy: number, until: string) =>
      `insert into deputies (site_id, giver_id, deputy_id, from_at, until_at)
       values (${at.siteId}, ${office.approver}, ${deputy}, now() - interval '2 days', now() + interval '${until}')`;
    const made = gives({ role: "administrator", person: office.writer });
    expect(await verdict(sql, lends(office.admin, "1 day"))).toBe("administrators_neither_edit_nor_approve");
    expect(await verdict(sql, lends(office.writer, "1 day"), made)).toBe("administrators_neither_edit_nor_approve");
    expect(await verdict(sql, lends(office.writer, "-1 day"), made)).toBe("allowed");
  });
  test("may be either once the one role has ended", async () => {
    const ended = `update grants set ended_at = now() where person_id = ${office.editor}`;
    expect(await verdict(sql, ended, gives({ role: "administrator" }))).toBe("allowed");
    expect(await verdict(sql, gives({ role: "administrator" }))).toBe("administrators_neither_edit_nor_approve");
  });
  test("is not made editor by a second one in the same moment", async () => {
    const [one, two] = [await speakSql(at.db.appUrl), await speakSql(at.db.appUrl)];
    const asks = (sql: Sql, role: string) =>
      sql(`insert into grants (person_id, site_id, role, effective_from)
           values (${office.writer}, ${at.siteId}, '${role}', now() + interval '25 hours')`);
    await one("begin");
    await asks(one, "administrator");
    const second = asks(two, "editor").catch((error: { constraint: string }) => error.constraint);
    await one("commit");
    expect(await second).toBe("administrators_neither_edit_nor_approve");
    await Promise.all([one.end(), two.end()]);
  });
});

describe("somebody who is switched on again", () => {
  const on = (who: number) => `update people set switched_off_at = null where id = ${who}`;
  test("is no approver any more", async () => {
    const ended = `update grants set ended_at = now() where person_id = ${office.off}`;
    expect(await verdict(sql, on(office.off))).toBe("nobody_switches_an_approver_on_alone");
    expect(await verdict(sql, ended, on(office.off))).toBe("allowed");
  });
  test("is no editor any more, and may be reporter as before", async () => {
    const off = (who: number) => `update people set switched_off_at = now() where id = ${who}`;
    expect(await verdict(sql, off(office.editor), on(office.editor))).toBe("nobody_switches_an_approver_on_alone");
    expect(await verdict(sql, off(office.writer), on(office.writer))).toBe("allowed");
  });
});

describe("a link into an account", () => {
  const link = ({ person = office.approver, by = office.admin, agreed = null, hours = 24 }: Given) =>
    `insert into one_time_links (token_hash, purpose, person_id, made_by, agreed_by, usable_from, expires_at)
     values ('x', 'reset', ${person}, ${by}, ${agreed}, now() + interval '${hours} hours', now() + interval '4 days')`;
  const change = (what: string) => `update one_time_links set ${what} where token_hash = 'x'`;
  test("of an approver or editor waits a day for a second person", async () => {
    expect(await verdict(sql, link({ hours: 0 }))).toBe("nobody_resets_an_approver_alone");
    expect(await verdict(sql, link({ hours: 0, by: null }))).toBe("nobody_resets_an_approver_alone");
    expect(await verdict(sql, link({}))).toBe("allowed");
    expect(await verdict(sql, link({ hours: 0, person: office.editor }))).toBe("nobody_resets_an_approver_alone");
    expect(await verdict(sql, link({ hours: 0, person: office.writer }))).toBe("allowed");
    expect(await verdict(sql, link({ agreed: office.admin }))).toBe("nobody_agrees_before_it_is_asked");
  });
  test("is brought forward by a second person only", async () => {
    const another = (await at.account({ role: "approver" })).personId;
    const agreed = (by: number) => change(`usable_from = now(), agreed_by = ${by}`);
    expect(await verdict(sql, link({}), change("usable_from = now()"))).toBe("nobody_brings_a_link_forward_alone");
    expect(await verdict(sql, link({}), agreed(office.editor))).toBe("the_second_person_is_approver_or_administrator");
    expect(await verdict(sql, link({}), agreed(office.admin))).toBe("nobody_agrees_to_their_own_link");
    expect(await verdict(sql, link({}), agreed(office.approver))).toBe("nobody_agrees_to_their_own_link");
    expect(await verdict(sql, link({}), agreed(another))).toBe("allowed");
    const there = await at.newSite();
    const foreign = (await at.account({ role: "approver", at: there })).personId;
    const was = `insert into grants (person_id, site_id, role, ended_at) values (${office.approver}, ${there}, 'reporter', now())`;
    const is = was.replace(", ended_at", "").replace(", now()", "");
    expect(await verdict(sql, was, link({}), agreed(foreign))).toBe("the_second_person_is_approver_or_administrator");
    expect(await verdict(sql, is, link({}), agreed(foreign))).toBe("allowed");
  });
  test("is used once, in its time, and lives no longer than was said", async () => {
    const usable = link({ hours: 0, person: office.writer });
    expect(await verdict(sql, usable, change("used_at = now()"))).toBe("allowed");
    expect(await verdict(sql, usable, change("used_at = now()"), change("used_at = null"))).toBe(
      "a_link_is_made_and_used_once",
    );
    expect(await verdict(sql, link({}), change("used_at = now()"))).toBe("a_link_is_used_in_its_time");
    expect(await verdict(sql, usable, change("expires_at = now()"), change("used_at = now()"))).toBe(
      "a_link_is_used_in_its_time",
    );
    expect(await verdict(sql, usable, change("expires_at = expires_at + interval '1 day'"))).toBe(
      "a_link_is_made_and_used_once",
    );
    expect(await verdict(sql, usable, change(`person_id = ${office.approver}`))).toBe("a_link_is_made_and_used_once");
  });
});
